"""A day can be typed in words or picked, and the field says which day it understood."""

from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMainWindow
from pytestqt.qtbot import QtBot

from app.core.errors import DayNotUnderstood, MonthHasFewerDays
from tests.support.find import find
from ui.theme.switcher import Theme, ThemeChoice
from ui.widgets.calendar import Calendar
from ui.widgets.day_field import DayField

TUESDAY = date(2026, 11, 17)


@pytest.fixture
def window(qtbot: QtBot) -> QMainWindow:
    window = QMainWindow()
    qtbot.addWidget(window)
    return window


@pytest.fixture
def field(qtbot: QtBot, window: QMainWindow, theme: Theme) -> DayField:
    field = DayField(theme, "Holds until", TUESDAY, empty_means="Empty: no end date")
    window.setCentralWidget(field)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    field.line.setFocus()
    return field


def said(field: DayField) -> str:
    """What stands under the field, as screen readers get it."""
    return field.line.accessibleDescription()


@pytest.mark.parametrize(
    ("typed", "day", "words"),
    [
        ("fri", date(2026, 11, 20), "Fri 20 Nov"),
        ("2 dec", date(2026, 12, 2), "Wed 2 Dec"),
        ("in 2 weeks", date(2026, 12, 1), "Tue 1 Dec"),
        ("2027-01-04", date(2027, 1, 4), "Mon 4 Jan 2027"),
        ("17 nov", TUESDAY, "today"),
        ("Wed 2 Dec", date(2026, 12, 2), ""),  # it says so itself
        (" today ", TUESDAY, ""),
    ],
)
def test_it_says_what_it_understood(
    qtbot: QtBot, field: DayField, typed: str, day: date, words: str
) -> None:
    qtbot.keyClicks(field.line, typed)
    assert field.day() == day
    assert said(field) == words


def test_a_day_of_this_year_that_is_nearer_next_year_has_its_year(field: DayField) -> None:
    field.set_day(date(2026, 5, 18))
    assert field.text() == "18 May 2026"
    assert field.day() == date(2026, 5, 18)


def test_an_empty_field_is_no_day_and_says_what_that_means(field: DayField) -> None:
    field.set_day(TUESDAY)
    field.set_day(None)
    assert field.day() is None
    assert said(field) == "Empty: no end date"


def test_half_a_day_is_not_blamed_while_it_is_typed(qtbot: QtBot, field: DayField) -> None:
    qtbot.keyClicks(field.line, "2 d")
    assert field.error() == ""
    assert said(field) == ""
    with pytest.raises(DayNotUnderstood):
        field.day()


@pytest.mark.parametrize(
    ("typed", "words"), [("soon", "No day can be read from this."), ("31 nov", "November has 30")]
)
def test_a_day_that_is_none_is_told_when_the_field_is_left(
    qtbot: QtBot, field: DayField, typed: str, words: str
) -> None:
    qtbot.keyClicks(field.line, typed)
    field.line.clearFocus()
    assert field.error().startswith(words)
    assert said(field) == field.error()


def test_typing_takes_the_error_back(qtbot: QtBot, field: DayField) -> None:
    qtbot.keyClicks(field.line, "soon")
    field.line.editingFinished.emit()
    qtbot.keyClick(field.line, Qt.Key.Key_Backspace)
    assert field.error() == ""


def opened(field: DayField, qtbot: QtBot) -> Calendar:
    qtbot.keyClick(field.line, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    calendar = find(field, Calendar)
    assert calendar.isVisible()
    return calendar


def test_a_day_is_picked_with_the_keyboard_alone(qtbot: QtBot, field: DayField) -> None:
    field.set_day(date(2026, 12, 2))
    opened(field, qtbot)
    with qtbot.waitSignal(field.day_changed):
        for key in (Qt.Key.Key_Right, Qt.Key.Key_Return):
            qtbot.keyClick(QApplication.focusWidget(), key)
    assert field.day() == date(2026, 12, 3)
    assert field.text() == "Thu 3 Dec"
    qtbot.waitUntil(field.line.hasFocus)


def test_the_calendar_opens_today_when_no_day_is_understood(qtbot: QtBot, field: DayField) -> None:
    qtbot.keyClicks(field.line, "soon")
    opened(field, qtbot)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert field.day() == TUESDAY


def test_esc_closes_the_calendar_and_changes_nothing(qtbot: QtBot, field: DayField) -> None:
    field.set_day(TUESDAY)
    calendar = opened(field, qtbot)
    with qtbot.waitSignal(calendar.destroyed), qtbot.assertNotEmitted(field.day_changed):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert field.day() == TUESDAY
    qtbot.waitUntil(field.line.hasFocus)


def test_the_calendar_stays_on_the_screen(qtbot: QtBot, field: DayField) -> None:
    screen = field.screen().availableGeometry()
    field.window().move(screen.left(), screen.bottom() - field.window().height())
    calendar = opened(field, qtbot)
    assert screen.contains(calendar.geometry())
    calendar.close()


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.integers(-40_000, 40_000))
def test_a_day_put_in_is_the_day_that_is_read(field: DayField, days: int) -> None:
    day = TUESDAY + timedelta(days=days)
    field.set_day(day)
    assert field.day() == day


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text())
def test_whatever_is_typed_is_a_day_or_refused(field: DayField, typed: str) -> None:
    field.set_text(typed)
    field.line.editingFinished.emit()
    try:
        field.day()
    except (DayNotUnderstood, MonthHasFewerDays):
        assert field.error()
    else:
        assert not field.error()


def test_colours_that_change_when_it_is_gone_are_not_its_business(
    field: DayField, window: QMainWindow, theme: Theme, qtbot: QtBot
) -> None:
    window.takeCentralWidget()
    with qtbot.waitSignal(field.destroyed):
        field.deleteLater()
    theme.set_choice(ThemeChoice.DARK)  # an error in a slot fails the test
