"""The page with its real widgets over a vault whose pages were damaged."""

import threading
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QPlainTextEdit
from pytestqt.qtbot import QtBot

from app.core.clock import SystemClock
from app.settings.declared import VAULT_FOLDER
from app.settings.device import DeviceSettings
from app.vault_place.new_vault import PlaceLook
from app.workflows.salvage.report import Stage, Step
from app.workflows.salvage.salvage import Salvage
from app.workflows.salvage.stand_ins import StandInWords
from app.workspace import Workspace, create_filled, open_workspace
from crypto.errors import VaultDamaged
from crypto.primitives.kdf import TEST_ONLY_COST, TEST_ONLY_COSTS
from crypto.slots.passphrase import PassphraseWay
from crypto.vault.damaged import DamagedVault, damaged_vault
from crypto.vault.vault import look_at
from tests.support.accessible_names import nameless
from tests.support.damage import WAY, blank, pages_of
from tests.support.fake_backups import FakeDamage
from tests.support.find import find
from tests.support.fixed_clock import FixedClock
from tests.support.made_up import made_up_workspace
from tests.support.never import never
from ui.jobs import Jobs
from ui.locked.handed_on import HandedOn, from_backup, from_vault
from ui.locked.locked_page import LockedStep
from ui.pages.salvage.calls import Calls, Made, NewVault, Tell
from ui.pages.salvage.page import SalvagePage
from ui.pages.salvage.state import View
from ui.pages.salvage.view_model import SalvageModel
from ui.theme.switcher import Theme
from ui.ways_in.kit import Kit
from ui.ways_in.way_choice import WayChoice
from ui.widgets.button import Button

NEW_PASSPHRASE = "marble lantern quiet harbour"


def cheap_save(
    damaged: DamagedVault, new: NewVault, words: StandInWords, tell: Tell
) -> tuple[Workspace, Made]:
    salvage = Salvage(damaged, new.name, SystemClock(), tell, words)
    way = PassphraseWay(new.passphrase)
    workspace, kit = create_filled(
        new.folder, new.name, way, SystemClock(), salvage.prepare, TEST_ONLY_COST, TEST_ONLY_COSTS
    )
    face = look_at(new.folder)
    shown = Kit(new.folder, face.name, face.kit_number, face.kit_made_on, kit)
    return workspace, Made(shown, salvage.salvaged)


@dataclass
class Screen:
    """The page in front, and what a person does on it."""

    page: SalvagePage
    model: SalvageModel
    qtbot: QtBot

    def button(self, name: str) -> Button:
        return find(self.page, Button, f"salvage.{name}")

    def press(self, name: str) -> None:
        self.qtbot.waitUntil(self.button(name).isVisible)
        self.qtbot.mouseClick(self.button(name), Qt.MouseButton.LeftButton)

    def sees(self, text: str) -> bool:
        return any(
            text in label.text() for label in self.page.findChildren(QLabel) if label.isVisible()
        )

    def fill_form(self) -> None:
        """By keys: what is suggested stays, a passphrase is typed twice."""
        self.qtbot.waitUntil(lambda: self.model.state.has_place)
        self.model.choice.choose(WayChoice.PASSPHRASE)
        for name in ("passphrase", "passphrase_again"):
            field = find(self.page, QLineEdit, f"salvage.{name}")
            self.qtbot.keyClicks(field, NEW_PASSPHRASE)
        self.qtbot.waitUntil(lambda: self.model.state.can_save)


Show = Callable[..., Screen]


@pytest.fixture
def vault(tmp_path: Path) -> Path:
    """A practice whose notes are lost in part."""
    folder = tmp_path / "Practice.vault"
    made_up_workspace(folder, notes=20, clients=3).close()
    blank(folder / "vault-1.db", pages_of(folder, "session_notes")[:2])
    return folder


@pytest.fixture
def show(qtbot: QtBot, theme: Theme, jobs: Jobs, device: DeviceSettings, vault: Path) -> Show:
    def make(save: Callable[..., object] = cheap_save, *, is_open: bool = False) -> Screen:
        handed = HandedOn()
        if is_open:
            with qtbot.waitCallback() as opened:
                jobs.open(jobs, lambda: reopened(vault), lambda: opened(True), never)
        else:
            handed.put(from_vault(damaged_vault(vault, WAY, TEST_ONLY_COSTS)))
        calls = Calls(save=save)  # pyright: ignore[reportArgumentType]  a fake
        model = SalvageModel(jobs, device, handed, calls)
        page = SalvagePage(theme, model)
        qtbot.addWidget(page)
        page.resize(1280, 900)
        page.show()
        page.arrive()
        qtbot.waitUntil(lambda: model.state.view is View.FORM)
        return Screen(page, model, qtbot)

    return make


def reopened(folder: Path) -> Workspace:
    return open_workspace(folder, WAY, FixedClock(), TEST_ONLY_COSTS, read_only=True)


def saved(screen: Screen, qtbot: QtBot) -> None:
    screen.fill_form()
    screen.press("go_on")
    qtbot.waitUntil(lambda: screen.model.state.view is View.KIT, timeout=20_000)


def test_what_can_be_read_is_saved_and_the_rest_is_named(
    show: Show, vault: Path, device: DeviceSettings, jobs: Jobs, qtbot: QtBot
) -> None:
    screen = show()
    assert screen.sees(str(vault))
    saved(screen, qtbot)
    kit = screen.model.state.kit
    assert kit is not None
    assert device.get(VAULT_FOLDER) == str(kit.folder)
    screen.model.has_kept()
    report = find(screen.page, QPlainTextEdit, "salvage.report")
    assert report.isVisible()
    assert "Lost (" in report.toPlainText()
    assert "Final note, " in report.toPlainText()
    assert screen.sees(str(vault))
    with qtbot.waitSignal(screen.page.opened):
        screen.press("go_on")
    names: list[str] = []
    jobs.read(jobs, lambda workspace: workspace.vault_name, names.append)
    qtbot.waitUntil(lambda: bool(names))
    assert names[0].endswith("(saved)")


def test_the_words_of_the_new_kit_are_checked(show: Show, jobs: Jobs, qtbot: QtBot) -> None:
    screen = show()
    saved(screen, qtbot)
    kit_form = screen.page._kit
    model = kit_form._model
    assert model is not None
    assert kit_form.why_not()
    model.cover()
    for at, place in enumerate(model.places):
        model.answer(at, model.kit.words[place - 1], left=True)
    screen.press("go_on")
    qtbot.waitUntil(lambda: screen.model.state.view is View.REPORT)
    with qtbot.waitCallback() as kept:
        jobs.read(jobs, lambda workspace: workspace.ways_in.kits.facts().kept, kept)
    assert kept.args == [True]


def test_an_open_vault_is_closed_before_it_is_saved_from(
    show: Show, vault: Path, qtbot: QtBot
) -> None:
    screen = show(is_open=True)
    saved(screen, qtbot)
    assert screen.model.state.salvaged is not None
    reopened(vault).close()


def test_going_back_leaves_an_open_vault_open(show: Show, jobs: Jobs, qtbot: QtBot) -> None:
    screen = show(is_open=True)
    with qtbot.waitSignal(screen.page.opened):
        screen.press("back")
    with qtbot.waitCallback() as told:
        jobs.read(jobs, lambda workspace: workspace.takes_writes, told)
    assert told.args == [False]


def test_going_back_leads_to_the_lock_screen(show: Show, qtbot: QtBot) -> None:
    screen = show()
    with qtbot.waitSignal(screen.page.leads_to) as led:
        screen.press("back")
    assert led.args == [LockedStep.UNLOCK]


def test_a_backup_is_saved_from_beside_the_vaults_and_left_for_others(
    theme: Theme, jobs: Jobs, device: DeviceSettings, tmp_path: Path, qtbot: QtBot
) -> None:
    handed, damaged = HandedOn(), FakeDamage(Path("/media/hanna/one.underrose-backup"))
    handed.put(from_backup(damaged, tmp_path))
    model = SalvageModel(jobs, device, handed)
    page = SalvagePage(theme, model)
    qtbot.addWidget(page)
    page.resize(1280, 900)
    page.show()
    page.arrive()
    screen = Screen(page, model, qtbot)
    qtbot.waitUntil(lambda: model.state.has_place)
    assert model.state.folder == tmp_path / "Whitlock Coaching (saved).vault"
    assert screen.sees("The damaged backup stays where it is: /media/hanna/one.underrose-backup")
    assert nameless(page) == []
    with qtbot.waitSignal(page.leads_to) as led:
        screen.press("back")
    assert led.args == [LockedStep.RESTORE]
    assert damaged.is_closed


def test_it_can_be_stopped_and_done_again(show: Show, tmp_path: Path, qtbot: QtBot) -> None:
    goes_on = threading.Event()

    def slow(damaged: DamagedVault, new: NewVault, words: StandInWords, tell: Tell) -> object:
        def wait(step: Step) -> None:
            tell(step)
            if step.stage is Stage.JUDGE:
                goes_on.wait(10)

        return cheap_save(damaged, new, words, wait)

    screen = show(slow)
    screen.fill_form()
    screen.press("go_on")
    qtbot.waitUntil(lambda: screen.sees("Comparing each record"))
    assert screen.page.at_work
    screen.press("stop")
    goes_on.set()
    qtbot.waitUntil(lambda: screen.model.state.view is View.FORM)
    assert not screen.sees("Part of the vault")
    assert [path.name for path in tmp_path.glob("*.vault")] == ["Practice.vault"]
    screen.fill_form() if not screen.model.state.can_save else None
    screen.press("go_on")
    qtbot.waitUntil(lambda: screen.model.state.view is View.KIT, timeout=20_000)


def test_what_went_wrong_is_told_on_the_form(show: Show, qtbot: QtBot) -> None:
    def fails(*_: object) -> object:
        raise VaultDamaged

    screen = show(fails)
    screen.fill_form()
    screen.press("go_on")
    qtbot.waitUntil(lambda: screen.sees("Nothing can be read in this vault."))
    assert screen.model.state.view is View.FORM


def test_what_failed_and_left_something_there_can_be_done_again_beside_it(
    show: Show, qtbot: QtBot
) -> None:
    def fails(_: object, new: NewVault, *__: object) -> object:
        new.folder.mkdir()
        raise RuntimeError

    screen = show(fails)
    screen.fill_form()
    name = screen.model.state.name
    screen.press("go_on")
    qtbot.waitUntil(lambda: screen.model.state.name == f"{name} 2")
    assert screen.model.state.view is View.FORM
    assert screen.sees("Something went wrong that Underrose didn’t foresee.")
    qtbot.waitUntil(lambda: screen.model.state.has_place)
    assert not screen.sees("Something of that name is there already.")


def test_a_name_that_is_taken_is_refused(show: Show, vault: Path, qtbot: QtBot) -> None:
    screen = show()
    qtbot.waitUntil(lambda: screen.model.state.has_place)
    screen.model.set_name(vault.stem)
    qtbot.waitUntil(lambda: screen.model.state.look == PlaceLook(None, taken=True))
    assert not screen.button("go_on").isEnabled()


def test_everything_has_a_name(show: Show, qtbot: QtBot) -> None:
    screen = show()
    assert nameless(screen.page) == []
    saved(screen, qtbot)
    screen.model.has_kept()
    assert nameless(screen.page) == []


def test_the_list_can_be_copied(show: Show, qapp: object, qtbot: QtBot) -> None:
    screen = show()
    saved(screen, qtbot)
    screen.model.has_kept()
    screen.press("copy")
    from PySide6.QtGui import QGuiApplication

    assert "Came over" in QGuiApplication.clipboard().text()
