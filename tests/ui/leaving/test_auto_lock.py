"""The window locks itself after stillness and sleep, and covers a session first."""

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ui.leaving.auto_lock import AutoLock, Reading, read_clock
from ui.leaving.cover import Cover
from ui.theme.switcher import Theme

MINUTE = 60.0


class Situation:
    """A window, a clock that goes when told, and what became of it."""

    def __init__(self, window: QWidget, field: QLineEdit, theme: Theme) -> None:
        self.window = window
        self.field = field
        self.awake = 1_000.0
        self.asleep = 50.0
        self.minutes = 5
        self.in_session = False
        self.session_runs = False
        self.at_work = False
        self.locked = 0
        self.covers: list[Cover] = []
        self._theme = theme
        self.watch = AutoLock(
            window,
            self.lock,
            self.make_cover,
            lambda: self.in_session,
            lambda: self.session_runs,
            lambda: self.at_work,
            lambda: self.minutes,
            lambda: Reading(self.awake, self.asleep),
        )

    def lock(self) -> None:
        self.locked += 1
        self.window.hide()

    def make_cover(self) -> Cover:
        cover = Cover(self.window, self._theme)
        self.covers.append(cover)
        return cover

    @property
    def surface(self) -> QWindow:
        return self.window.windowHandle()

    def passes(self, seconds: float) -> None:
        """Time passes and the timer goes off."""
        self.awake += seconds
        self.watch._tick.timeout.emit()

    def sleeps(self, seconds: float) -> None:
        """The computer sleeps, and its timers with it."""
        self.asleep += seconds


@pytest.fixture
def now(qtbot: QtBot, theme: Theme) -> Situation:
    window, field = QWidget(), QLineEdit()
    window.resize(400, 300)
    QVBoxLayout(window).addWidget(field)
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
    field.setFocus()
    return Situation(window, field, theme)


def test_it_locks_after_the_minutes_of_the_setting(now: Situation) -> None:
    now.passes(5 * MINUTE - 1)
    assert now.locked == 0
    now.passes(1)
    assert now.locked == 1


def test_a_changed_setting_counts_at_once(now: Situation) -> None:
    now.passes(2 * MINUTE)
    now.minutes = 1
    now.passes(1)
    assert now.locked == 1


def test_work_that_a_lock_would_undo_puts_it_off_until_its_outcome_was_seen(now: Situation) -> None:
    now.at_work = True
    now.passes(60 * MINUTE)
    now.at_work = False
    now.passes(5 * MINUTE - 1)
    assert now.locked == 0
    now.passes(1)
    assert now.locked == 1


def test_no_work_keeps_a_computer_open_that_slept(now: Situation) -> None:
    now.at_work = True
    now.sleeps(10)
    now.passes(1)
    assert now.locked == 1


@pytest.mark.parametrize("how", ["key", "move", "press"])
def test_keys_and_the_pointer_put_it_off(now: Situation, how: str) -> None:
    now.passes(5 * MINUTE - 1)
    match how:
        case "key":
            QTest.keyClick(now.surface, Qt.Key.Key_A)
        case "move":
            QTest.mouseMove(now.surface, QPoint(30, 40))
        case _:
            QTest.mouseClick(now.surface, Qt.MouseButton.LeftButton, pos=QPoint(30, 40))
    now.passes(5 * MINUTE - 1)
    assert now.locked == 0
    now.passes(1)
    assert now.locked == 1


def test_what_the_app_does_by_itself_does_not(now: Situation, qtbot: QtBot) -> None:
    now.passes(5 * MINUTE - 1)
    now.field.setText("by itself")
    now.field.clearFocus()
    now.window.resize(500, 300)
    qtbot.wait(50)
    now.passes(1)
    assert now.locked == 1


def test_neither_does_the_focus_that_comes_and_goes(now: Situation) -> None:
    now.passes(5 * MINUTE - 1)
    for kind in (QEvent.Type.FocusOut, QEvent.Type.FocusIn):
        QApplication.sendEvent(now.surface, QFocusEvent(kind))
    now.passes(1)
    assert now.locked == 1


def test_it_waits_while_a_key_is_held(now: Situation) -> None:
    QTest.keyPress(now.surface, Qt.Key.Key_Shift)
    now.passes(6 * MINUTE)
    assert now.locked == 0
    QTest.keyRelease(now.surface, Qt.Key.Key_Shift)
    now.passes(5 * MINUTE - 1)
    assert now.locked == 0


def test_a_key_let_go_in_another_window_is_not_held(now: Situation) -> None:
    QTest.keyPress(now.surface, Qt.Key.Key_Alt)
    QApplication.sendEvent(now.surface, QFocusEvent(QEvent.Type.FocusOut))
    now.passes(5 * MINUTE)
    assert now.locked == 1


def test_a_running_session_is_covered_first_and_locked_in_the_end(now: Situation) -> None:
    now.in_session = True
    now.passes(3 * MINUTE - 1)
    assert now.covers == []
    now.passes(1)
    assert [cover.isVisible() for cover in now.covers] == [True]
    now.passes(27 * MINUTE - 1)
    assert (now.locked, len(now.covers)) == (0, 1)
    now.passes(1)
    assert now.locked == 1


def test_a_still_page_is_covered_while_a_session_runs_and_locked_when_asked(
    now: Situation,
) -> None:
    now.session_runs = True
    now.passes(3 * MINUTE)
    assert [cover.isVisible() for cover in now.covers] == [True]
    now.passes(2 * MINUTE - 1)
    assert (now.locked, len(now.covers)) == (0, 1)
    now.passes(1)
    assert now.locked == 1


def test_a_sign_that_needs_shift_is_not_held_once_its_key_is_up(now: Situation) -> None:
    """Shift goes up first: the key was pressed as "?" and is let go as "/"."""
    now.in_session = True
    types, slash = QEvent.Type, 61
    for kind, key in ((types.KeyPress, Qt.Key.Key_Question), (types.KeyRelease, Qt.Key.Key_Slash)):
        event = QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, slash, 0, 0)
        now.watch._take(event)
    now.passes(3 * MINUTE)
    assert len(now.covers) == 1


def test_a_covered_session_comes_back_at_a_key_and_is_covered_again(now: Situation) -> None:
    now.in_session = True
    now.field.setText("as it was")
    now.passes(3 * MINUTE)
    QTest.keyClick(now.surface, Qt.Key.Key_A)
    assert not any(cover.isVisible() for cover in now.window.findChildren(Cover))
    assert now.field.text() == "as it was"
    now.passes(3 * MINUTE)
    assert len(now.covers) == 2
    assert now.covers[1].isVisible()


def test_waking_locks_when_the_timer_goes_off(now: Situation) -> None:
    now.sleeps(60)
    now.passes(0)
    assert now.locked == 1


def test_a_session_is_locked_after_sleep_not_covered(now: Situation) -> None:
    now.in_session = True
    now.sleeps(60)
    now.passes(0)
    assert (now.locked, now.covers) == (1, [])


def test_a_key_that_comes_before_the_timer_locks_and_goes_nowhere(now: Situation) -> None:
    now.sleeps(60)
    QTest.keyClick(now.surface, Qt.Key.Key_A)
    assert now.locked == 1
    assert now.field.text() == ""


def test_nothing_is_painted_before_it_is_asked(now: Situation) -> None:
    now.sleeps(60)
    now.surface.requestUpdate()
    QApplication.sendEvent(now.surface, QEvent(QEvent.Type.UpdateRequest))
    assert now.locked == 1


def test_time_asleep_counts_as_stillness(now: Situation) -> None:
    """Naps too short to be sleep add up."""
    for _ in range(300):
        now.sleeps(1)
        now.passes(0)
    assert now.locked == 1


def test_a_clock_that_is_set_back_takes_nothing_away(now: Situation) -> None:
    now.sleeps(-3_600)
    now.passes(5 * MINUTE)
    assert now.locked == 1


def test_another_window_of_ours_is_watched_too(now: Situation, qtbot: QtBot) -> None:
    dialog = QWidget()
    qtbot.addWidget(dialog)
    with qtbot.waitActive(dialog):
        dialog.show()
    now.passes(5 * MINUTE - 1)
    QTest.keyClick(dialog.windowHandle(), Qt.Key.Key_A)
    now.passes(1)
    assert now.locked == 0


def test_the_timer_runs_by_itself_and_locks_once(now: Situation, qtbot: QtBot) -> None:
    now.awake += 5 * MINUTE
    qtbot.waitUntil(lambda: now.locked > 0, timeout=3_000)
    qtbot.wait(1_100)
    assert now.locked == 1


def test_the_clock_tells_time_asleep_from_time_awake() -> None:
    first, second = read_clock(), read_clock()
    assert 0 <= second.awake - first.awake < 1
    assert abs(second.asleep - first.asleep) < 0.01
