"""What is copied is marked, and taken back; what is selected goes nowhere.

The platform of these tests has no clipboard that anybody owns, so one stands in for it here;
tests/journeys/test_clipboard.py asks the real one.
"""

from collections.abc import Iterator
from types import SimpleNamespace

import pytest
from PySide6.QtCore import QMimeData, QObject, Signal
from PySide6.QtGui import QClipboard
from pytestqt.qtbot import QtBot

from ui.process import clipboard as clipboard_module
from ui.process.clipboard import (
    KEEP_OUT_OF_HISTORY,
    KEPT,
    ClipboardGuard,
    copy_text,
    marked,
    take_back,
)

Mode = QClipboard.Mode


class FakeClipboard(QObject):
    """Holds one content a mode, and knows whose it is."""

    changed = Signal(QClipboard.Mode)

    def __init__(self) -> None:
        super().__init__()
        self.held: dict[QClipboard.Mode, QMimeData] = {}
        self.ours: set[QClipboard.Mode] = set()

    def ownsClipboard(self) -> bool:  # noqa: N802
        return Mode.Clipboard in self.ours

    def ownsSelection(self) -> bool:  # noqa: N802
        return Mode.Selection in self.ours

    def mimeData(self, mode: QClipboard.Mode = Mode.Clipboard) -> QMimeData:  # noqa: N802
        return self.held.get(mode, QMimeData())

    def setMimeData(self, data: QMimeData, mode: QClipboard.Mode = Mode.Clipboard) -> None:  # noqa: N802
        self.held[mode] = data
        self.ours.add(mode)
        self.changed.emit(mode)

    def clear(self, mode: QClipboard.Mode = Mode.Clipboard) -> None:
        self.held.pop(mode, None)
        self.ours.discard(mode)
        self.changed.emit(mode)

    def somebody_else_copies(self, text: str) -> None:
        self.held[Mode.Clipboard] = plain(text)
        self.ours.discard(Mode.Clipboard)
        self.changed.emit(Mode.Clipboard)

    def text(self, mode: QClipboard.Mode = Mode.Clipboard) -> str:
        return self.mimeData(mode).text()


def plain(text: str) -> QMimeData:
    data = QMimeData()
    data.setText(text)
    return data


def is_marked(data: QMimeData) -> bool:
    return all(data.hasFormat(kind) for kind in KEEP_OUT_OF_HISTORY)


@pytest.fixture
def clipboard(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> FakeClipboard:
    clipboard = FakeClipboard()
    door = SimpleNamespace(clipboard=lambda: clipboard)
    monkeypatch.setattr(clipboard_module, "QGuiApplication", door)
    return clipboard


@pytest.fixture
def guard(clipboard: FakeClipboard, monkeypatch: pytest.MonkeyPatch) -> Iterator[ClipboardGuard]:
    monkeypatch.setattr(clipboard_module, "KEPT", 60)
    guard = ClipboardGuard(clipboard)
    yield guard
    guard._timer.stop()


def test_half_a_minute_is_what_it_keeps() -> None:
    assert KEPT == 30_000


def test_a_text_is_copied_with_its_marks(clipboard: FakeClipboard) -> None:
    copy_text("a path")
    assert clipboard.text() == "a path"
    assert is_marked(clipboard.mimeData())


def test_marking_keeps_what_else_there_is() -> None:
    data = plain("words")
    data.setData("text/html", b"<p>words</p>")
    copy = marked(data)
    assert (copy.text(), copy.data("text/html").data()) == ("words", b"<p>words</p>")


def test_what_a_field_copies_by_itself_is_marked(
    clipboard: FakeClipboard, guard: ClipboardGuard
) -> None:
    clipboard.setMimeData(plain("from a label"))
    assert clipboard.text() == "from a label"
    assert is_marked(clipboard.mimeData())


def test_it_is_taken_back_after_its_time(
    clipboard: FakeClipboard, guard: ClipboardGuard, qtbot: QtBot
) -> None:
    clipboard.setMimeData(plain("not for long"))
    qtbot.wait(20)
    assert clipboard.text() == "not for long"
    qtbot.waitUntil(lambda: clipboard.text() == "")


def test_the_time_begins_anew_with_each_copy(
    clipboard: FakeClipboard, guard: ClipboardGuard
) -> None:
    clipboard.setMimeData(plain("one"))
    left = guard._timer.remainingTime()
    guard._timer.start(5_000)
    guard._timer.setInterval(10_000)
    clipboard.setMimeData(plain("two"))
    assert guard._timer.remainingTime() > max(left, 5_000)


def test_what_somebody_else_copied_meanwhile_stays(
    clipboard: FakeClipboard, guard: ClipboardGuard, qtbot: QtBot
) -> None:
    clipboard.setMimeData(plain("ours"))
    clipboard.somebody_else_copies("theirs")
    qtbot.wait(100)
    assert clipboard.text() == "theirs"
    assert not is_marked(clipboard.mimeData())


def test_what_is_selected_goes_nowhere(clipboard: FakeClipboard, guard: ClipboardGuard) -> None:
    clipboard.setMimeData(plain("said in confidence"), Mode.Selection)
    assert not clipboard.ownsSelection()
    assert clipboard.text(Mode.Selection) == ""


def test_taking_back_empties_ours_and_nobody_elses(clipboard: FakeClipboard) -> None:
    copy_text("ours")
    take_back()
    assert clipboard.text() == ""
    clipboard.somebody_else_copies("theirs")
    take_back()
    assert clipboard.text() == "theirs"
