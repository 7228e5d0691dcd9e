"""What is copied from the real window into the desktop's clipboard, and what becomes of it."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QClipboard
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.support.desktop import PATIENCE, Home, Window, running
from tests.support.journey_unlocked import (
    go_on_with_session,
    start_session,
    unlock,
    wait_for_another_process,
    wait_until_saved,
)
from tests.support.locked_home import home_with_vault
from ui.process.clipboard import KEEP_OUT_OF_HISTORY, KEPT

NOTE = "quincunx and petrichor"
Mode = QClipboard.Mode


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return home_with_vault(tmp_path, fill=start_session)


@pytest.fixture
def vault(home: Home) -> Path:
    return home.folder / "Practice.vault"


@pytest.fixture
def clipboard(qapp: QApplication) -> Iterator[QClipboard]:
    """Another program's view of the desktop's clipboard."""
    clipboard = qapp.clipboard()
    yield clipboard
    clipboard.clear(Mode.Clipboard)
    clipboard.clear(Mode.Selection)


def soon(qtbot: QtBot, holds: Callable[[], bool]) -> None:
    """Waits with the event loop running, or nobody could ask for what this program copied."""
    qtbot.waitUntil(holds, timeout=round(1_000 * PATIENCE))


@pytest.fixture
def writing(home: Home, vault: Path, clipboard: QClipboard) -> Callable[[], Window]:
    """Opens the note of a running session with a text that is selected in it."""

    def begin() -> Window:
        window = unlock(vault)
        go_on_with_session(window, vault)
        window.type(NOTE)
        wait_until_saved(vault)
        window.press("ctrl+a")
        return window

    return begin


def test_a_copied_note_is_marked(
    home: Home, writing: Callable[[], Window], clipboard: QClipboard, qtbot: QtBot
) -> None:
    with running(home):
        writing().press("ctrl+c")
        soon(qtbot, lambda: clipboard.text() == NOTE)
        kinds = set(clipboard.mimeData().formats())
        assert kinds >= set(KEEP_OUT_OF_HISTORY)
        assert bytes(clipboard.mimeData().data("x-kde-passwordManagerHint").data()) == b"secret"


@pytest.mark.usefixtures("real_time")
def test_a_copied_note_is_taken_back_after_half_a_minute(
    home: Home, writing: Callable[[], Window], clipboard: QClipboard, qtbot: QtBot
) -> None:
    with running(home):
        writing().press("ctrl+c")
        soon(qtbot, lambda: clipboard.text() == NOTE)
        qtbot.wait(KEPT // 2)
        assert clipboard.text() == NOTE
        qtbot.waitUntil(lambda: clipboard.text() == "", timeout=KEPT)


def test_a_lock_takes_back_what_was_copied(
    home: Home, writing: Callable[[], Window], clipboard: QClipboard, qtbot: QtBot
) -> None:
    with running(home) as app:
        window = writing()
        window.press("ctrl+c")
        soon(qtbot, lambda: clipboard.text() == NOTE)
        before = app.children()
        window.press("ctrl+l")
        wait_for_another_process(app, before)
        soon(qtbot, lambda: clipboard.text() == "")


def test_what_somebody_else_copied_is_left_alone(
    home: Home, writing: Callable[[], Window], clipboard: QClipboard, qtbot: QtBot
) -> None:
    with running(home) as app:
        window = writing()
        window.press("ctrl+c")
        soon(qtbot, lambda: clipboard.text() == NOTE)
        # X refuses the copy of a program that has not heard yet of the copy before.
        QApplication.processEvents()
        clipboard.setText("a shopping list")
        before = app.children()
        window.press("ctrl+l")
        soon(qtbot, lambda: not set(app.children()) & set(before))
        assert clipboard.text() == "a shopping list"


def test_what_is_selected_is_for_nobody_else(
    home: Home, writing: Callable[[], Window], clipboard: QClipboard, qtbot: QtBot
) -> None:
    clipboard.setText("from elsewhere", Mode.Selection)
    with running(home) as app:
        window = writing()
        qtbot.wait(500)
        assert NOTE not in clipboard.text(Mode.Selection)
        window.press("shift+Left", "shift+Left")
        window.click(400, 100)
        qtbot.wait(500)
        assert not set(clipboard.text(Mode.Selection).split()) & set(NOTE.split())
        before = app.children()
        window.press("ctrl+l")
        soon(qtbot, lambda: not set(app.children()) & set(before))
        assert NOTE not in clipboard.text(Mode.Selection)
