"""The Recovery Kit page with its real widgets and a real vault."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QClipboard, QGuiApplication
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from app.settings.declared import VAULT_FOLDER
from app.settings.device import DeviceSettings
from app.workspace import create_workspace
from crypto.primitives.kdf import TEST_ONLY_COST, TEST_ONLY_COSTS
from crypto.slots.passphrase import PassphraseWay
from tests.support.accessible_names import nameless
from tests.support.find import find
from tests.support.fixed_clock import FixedClock
from ui.jobs import Jobs
from ui.pages.recover.page import RecoverPage
from ui.pages.recover.view_model import RecoverModel
from ui.pages.recover.words_box import WordsBox
from ui.shell.locked_page import LockedStep
from ui.theme.switcher import Theme
from ui.widgets.button import Button

Words = tuple[str, ...]


@dataclass
class Screen:
    """The page in front, and what a person does on it."""

    page: RecoverPage
    qtbot: QtBot

    @property
    def box(self) -> WordsBox:
        return find(self.page, WordsBox, "recover.words")

    def button(self, name: str) -> Button:
        return find(self.page, Button, f"recover.{name}")

    def type(self, text: str) -> None:
        self.qtbot.keyClicks(self.box, text)

    def press(self, name: str) -> None:
        self.qtbot.mouseClick(self.button(name), Qt.MouseButton.LeftButton)

    def sees(self, words: str) -> bool:
        labels = self.page.findChildren(QLabel)
        return any(words in label.text() and label.isVisible() for label in labels)


Show = Callable[[Path], Screen]


def make_vault(folder: Path) -> Words:
    workspace, words = create_workspace(
        folder,
        "Whitlock Coaching",
        PassphraseWay("saddle thirty quiet orchard"),
        FixedClock(),
        TEST_ONLY_COST,
        TEST_ONLY_COSTS,
    )
    workspace.close()
    return words


@pytest.fixture
def page(qtbot: QtBot, theme: Theme, jobs: Jobs, device: DeviceSettings) -> Show:
    def show(folder: Path) -> Screen:
        device.put(VAULT_FOLDER, str(folder))
        page = RecoverPage(theme, RecoverModel(jobs, device))
        qtbot.addWidget(page)
        page.resize(1280, 800)
        page.show()
        page.arrive()
        page.focus_first()
        return Screen(page, qtbot)

    return show


def test_the_words_open_the_vault_and_stay_nowhere(
    page: Show, tmp_path: Path, qtbot: QtBot
) -> None:
    words = make_vault(tmp_path / "v")
    screen = page(tmp_path / "v")

    screen.type(" ".join(words[:10]))
    assert screen.sees("10 of 24 words")
    assert not screen.button("open").isEnabled()
    qtbot.keyClick(screen.box, Qt.Key.Key_Return)
    screen.type("  ".join(words[10:]).upper())
    with qtbot.waitSignal(screen.page.opened):
        qtbot.keyClick(screen.box, Qt.Key.Key_Return)

    assert screen.box.toPlainText() == ""


def test_a_word_that_is_not_in_the_list_is_told_while_typing_and_can_be_mended(
    page: Show, tmp_path: Path, qtbot: QtBot
) -> None:
    make_vault(tmp_path / "v")
    screen = page(tmp_path / "v")

    screen.type("velvet sadle ")
    qtbot.waitUntil(lambda: screen.sees("“sadle” isn’t one of the words. Did you mean “saddle”?"))
    screen.press("suggestion")

    assert screen.box.toPlainText() == "velvet saddle "
    assert not screen.sees("isn’t one of the words")


def test_two_words_the_wrong_way_round_are_found_and_put_right(
    page: Show, tmp_path: Path, qtbot: QtBot
) -> None:
    words = make_vault(tmp_path / "v")
    place = next(at for at in range(23) if words[at] != words[at + 1])
    swapped = [*words[:place], words[place + 1], words[place], *words[place + 2 :]]
    screen = page(tmp_path / "v")
    screen.type(" ".join(swapped))

    screen.press("open")
    qtbot.waitUntil(
        lambda: screen.sees(f"Words {place + 1} and {place + 2} are the wrong way round.")
    )
    with qtbot.waitSignal(screen.page.opened):
        screen.press("open")


def test_one_wrong_word_is_found_and_put_right(page: Show, tmp_path: Path, qtbot: QtBot) -> None:
    words = make_vault(tmp_path / "v")
    other = "zoo" if words[6] != "zoo" else "zero"
    screen = page(tmp_path / "v")
    screen.type(" ".join((*words[:6], other, *words[7:])))

    screen.press("open")
    qtbot.waitUntil(lambda: screen.sees(f"Word 7 should be “{words[6]}”."), timeout=20_000)
    with qtbot.waitSignal(screen.page.opened):
        screen.press("open")


def test_words_in_no_order_at_all_are_sent_back_to_the_paper(
    page: Show, tmp_path: Path, qtbot: QtBot
) -> None:
    words = make_vault(tmp_path / "v")
    screen = page(tmp_path / "v")
    screen.type(" ".join((*words[12:], *words[:12])))

    screen.press("open")

    sentences = ("The words are real but not all right", "These words are for another vault")
    qtbot.waitUntil(lambda: any(screen.sees(one) for one in sentences), timeout=20_000)
    assert screen.button("open").text() == "Open the vault"


def test_another_vaults_kit_is_told_from_this_ones(
    page: Show, tmp_path: Path, qtbot: QtBot
) -> None:
    make_vault(tmp_path / "v")
    others = make_vault(tmp_path / "other")
    screen = page(tmp_path / "v")
    screen.type(" ".join(others))

    screen.press("open")

    qtbot.waitUntil(
        lambda: screen.sees("another vault or an older kit (this vault: kit 1, 17 Nov 2026)"),
        timeout=20_000,
    )


def test_nothing_can_be_copied_out_of_the_box_or_brought_back(
    page: Show, tmp_path: Path, qtbot: QtBot
) -> None:
    make_vault(tmp_path / "v")
    screen = page(tmp_path / "v")
    clipboard = QGuiApplication.clipboard()
    clipboard.setText("before")
    screen.type("velvet otter")

    screen.box.selectAll()
    screen.box.copy()
    screen.page.hide()
    screen.box.undo()

    assert "velvet" not in clipboard.text(QClipboard.Mode.Clipboard)
    assert screen.box.toPlainText() == ""


def test_back_leads_to_the_lock_screen(page: Show, tmp_path: Path, qtbot: QtBot) -> None:
    make_vault(tmp_path / "v")
    screen = page(tmp_path / "v")

    with qtbot.waitSignal(screen.page.leads_to) as led:
        screen.press("back")

    assert led.args == [LockedStep.UNLOCK]


def test_every_control_has_a_name(page: Show, tmp_path: Path) -> None:
    make_vault(tmp_path / "v")
    screen = page(tmp_path / "v")

    assert nameless(screen.page) == []
