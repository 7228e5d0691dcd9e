"""The page with its real widgets over vaults that were put back, forked or left without a seal."""

import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QLabel, QWidget
from pytestqt.qtbot import QtBot

from app.core.errors import VaultHeld
from app.settings.declared import VAULT_FOLDER
from app.settings.device import DeviceSettings
from app.workspace import Workspace, open_workspace
from crypto.primitives.kdf import TEST_ONLY_COSTS
from crypto.slots.passphrase import PassphraseWay
from tests.support.accessible_names import nameless
from tests.support.find import find
from tests.support.fixed_clock import FixedClock
from tests.support.workspaces import PASSPHRASE, a_workspace, add_client
from ui.jobs import Jobs
from ui.locked.locked_page import LockedStep
from ui.pages.standing.page import StandingPage
from ui.pages.standing.view_model import StandingModel
from ui.theme.switcher import Theme
from ui.widgets.button import Button
from ui.widgets.confirm import Confirm


def reopened(folder: Path) -> Workspace:
    return open_workspace(folder, PassphraseWay(PASSPHRASE), FixedClock(), TEST_ONLY_COSTS)


def made(tmp_path: Path) -> Path:
    a_workspace(tmp_path).close()
    return tmp_path / "vault"


def write(folder: Path, name: str) -> None:
    workspace = reopened(folder)
    add_client(workspace, name)
    workspace.close()


def entries(folder: Path) -> int:
    """How many entries the vault's ledger has."""
    workspace = reopened(folder)
    count = workspace.standing.generation
    workspace.close()
    return count


def put_back(tmp_path: Path) -> Path:
    """A vault whose database is older than its seal."""
    folder = made(tmp_path)
    database = folder / "vault-1.db"
    before = database.read_bytes()
    write(folder, "Amara Osei")
    write(folder, "Tomasz Brandt")
    database.write_bytes(before)
    return folder


def without_seal(tmp_path: Path) -> Path:
    folder = made(tmp_path)
    write(folder, "Amara Osei")
    (folder / "seal-1").unlink()
    return folder


@dataclass
class Screen:
    """The page in front, and what a person does on it."""

    page: StandingPage
    jobs: Jobs
    window: QWidget
    qtbot: QtBot

    def sees(self, words: str) -> bool:
        labels = self.window.findChildren(QLabel)
        return any(words in label.text() and label.isVisible() for label in labels)

    def button(self, name: str) -> Button:
        return find(self.page, Button, f"standing.{name}")

    def press(self, name: str) -> None:
        """By the keyboard alone."""
        button = self.button(name)
        button.setFocus()
        self.qtbot.keyClick(button, Qt.Key.Key_Return)

    def refusal_of_a_write(self) -> Exception | None:
        ended: list[Exception | None] = []
        self.jobs.write(
            self.page,
            lambda workspace: workspace.practice.change(workspace.practice.get()),
            lambda _: ended.append(None),
            ended.append,
        )
        self.qtbot.waitUntil(lambda: bool(ended))
        return ended[0]


Show = Callable[[Path], Screen]


@pytest.fixture
def standing(qtbot: QtBot, theme: Theme, jobs: Jobs, device: DeviceSettings) -> Iterator[Show]:
    windows: list[QWidget] = []

    def show(folder: Path) -> Screen:
        opened: list[None] = []
        jobs.open(jobs, lambda: reopened(folder), lambda: opened.append(None), _raise)
        qtbot.waitUntil(lambda: bool(opened))
        window = QWidget()
        windows.append(window)
        qtbot.addWidget(window)
        page = StandingPage(theme, StandingModel(jobs, device))
        page.setParent(window)
        window.resize(1280, 800)
        page.resize(1280, 800)
        window.show()
        page.show()
        page.arrive()
        qtbot.waitUntil(lambda: _is_shown(page))
        return Screen(page, jobs, window, qtbot)

    yield show
    for window in windows:
        window.hide()
    qtbot.wait(1)


def _is_shown(page: StandingPage) -> bool:
    button = page.findChild(Button, "standing.look")
    return button is not None and button.isVisible()


def _raise(error: Exception) -> None:
    raise error


def test_an_older_vault_says_both_entries_and_takes_no_write(
    standing: Show, tmp_path: Path
) -> None:
    folder = put_back(tmp_path)
    here = entries(folder)
    screen = standing(folder)
    assert screen.sees("This vault is older than the one last saved here")
    assert screen.sees(f"entry {here + 2}")
    assert screen.sees(f"entry {here}, ")
    assert isinstance(screen.refusal_of_a_write(), VaultHeld)
    assert nameless(screen.page) == []


def test_the_newer_one_is_found_and_this_one_let_go(
    standing: Show, tmp_path: Path, device: DeviceSettings, qtbot: QtBot
) -> None:
    newer = tmp_path / "newer"
    newer.mkdir()
    other = made(newer)
    screen = standing(put_back(tmp_path))

    with qtbot.waitSignal(screen.page.leads_to) as led:
        screen.press("find")
        dialog = find(screen.page, QFileDialog)
        dialog.fileSelected.emit(str(other))
        dialog.close()

    assert led.args == [LockedStep.UNLOCK]
    assert device.get(VAULT_FOLDER) == str(other)


def test_a_folder_without_a_vault_is_told_and_this_one_stays(
    standing: Show, tmp_path: Path, device: DeviceSettings, qtbot: QtBot
) -> None:
    screen = standing(put_back(tmp_path))
    screen.press("find")
    dialog = find(screen.page, QFileDialog)
    dialog.fileSelected.emit(str(tmp_path))
    dialog.close()
    qtbot.waitUntil(lambda: screen.sees("There is no vault in that folder."))
    assert device.get(VAULT_FOLDER) == ""


def test_it_is_asked_before_going_on_and_the_safe_answer_has_the_focus(
    standing: Show, tmp_path: Path, qtbot: QtBot
) -> None:
    screen = standing(put_back(tmp_path))
    screen.press("go_on")
    question = find(screen.window, Confirm)
    assert question.safe.hasFocus()
    qtbot.keyClick(question.safe, Qt.Key.Key_Return)
    assert isinstance(screen.refusal_of_a_write(), VaultHeld)

    screen.press("go_on")
    question = find(screen.window, Confirm)
    with qtbot.waitSignal(screen.page.opened):
        qtbot.keyClick(question.other, Qt.Key.Key_Return)
    assert screen.refusal_of_a_write() is None


def test_damage_behind_an_older_vault_is_told_once_it_was_to_be_accepted(
    standing: Show, tmp_path: Path, qtbot: QtBot
) -> None:
    folder = put_back(tmp_path)
    workspace = reopened(folder)
    stray = "INSERT INTO drafts VALUES (zeroblob(16), 'note/1', NULL, x'00', zeroblob(32), 0)"
    workspace._vault.connection.execute(stray)
    workspace.close()
    screen = standing(folder)
    assert screen.sees("This vault is older than the one last saved here")
    screen.press("go_on")
    qtbot.keyClick(find(screen.window, Confirm).other, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: screen.sees("Part of the vault fails its check"))
    assert isinstance(screen.refusal_of_a_write(), VaultHeld)


def test_a_damaged_vault_is_left_as_it_is_for_a_backup_beside_it(
    standing: Show, tmp_path: Path, device: DeviceSettings, qtbot: QtBot
) -> None:
    folder = put_back(tmp_path)
    workspace = reopened(folder)
    stray = "INSERT INTO drafts VALUES (zeroblob(16), 'note/1', NULL, x'00', zeroblob(32), 0)"
    workspace._vault.connection.execute(stray)
    workspace.close()
    screen = standing(folder)
    screen.press("go_on")
    qtbot.keyClick(find(screen.window, Confirm).other, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: screen.sees("Part of the vault fails its check"))
    before = {file.name: file.read_bytes() for file in folder.iterdir() if file.is_file()}

    with qtbot.waitSignal(screen.page.leads_to) as led:
        screen.press("restore")

    assert led.args == [LockedStep.RESTORE]
    assert {file.name: file.read_bytes() for file in folder.iterdir() if file.is_file()} == before
    reopened(folder).close()  # nobody has it open any more


def test_it_can_be_looked_at_without_an_answer(
    standing: Show, tmp_path: Path, qtbot: QtBot
) -> None:
    screen = standing(put_back(tmp_path))
    with qtbot.waitSignal(screen.page.opened):
        screen.press("look")
    assert isinstance(screen.refusal_of_a_write(), VaultHeld)


def test_without_a_seal_everything_is_checked_and_then_it_goes_on(
    standing: Show, tmp_path: Path, qtbot: QtBot
) -> None:
    folder = without_seal(tmp_path)
    here = entries(folder)
    screen = standing(folder)
    assert screen.sees("The seal doesn’t match the notes")
    assert screen.sees(f"entry {here}, ")
    with qtbot.waitSignal(screen.page.opened):
        screen.press("check")
    assert screen.refusal_of_a_write() is None
    assert (folder / "seal-1").exists()


def test_two_copies_that_were_both_written_to_are_told_apart(
    standing: Show, tmp_path: Path
) -> None:
    folder = made(tmp_path)
    here = tmp_path / "here"
    shutil.copytree(folder, here)
    for name in ("Amara Osei", "Tomasz Brandt"):
        write(folder, name)
    write(here, "Leila Farouk")
    write(here, "Noor Haddad")
    write(here, "Ada Byron")
    (here / "seal-1").write_bytes((folder / "seal-1").read_bytes())
    known = entries(folder)

    screen = standing(here)

    assert screen.sees("This vault went two ways: here and on another computer")
    assert screen.sees(f"entry {known}")
    assert screen.sees(f"entry {known + 1}, ")
