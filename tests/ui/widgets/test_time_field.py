"""A time of day can be typed in the ways in which people write it."""

from datetime import time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pytestqt.qtbot import QtBot

from ui.theme.switcher import Theme
from ui.widgets.time_field import TimeField


@pytest.fixture
def field(qtbot: QtBot, theme: Theme) -> TimeField:
    field = TimeField(theme, "Time")
    qtbot.addWidget(field)
    return field


@pytest.mark.parametrize(
    ("typed", "at"),
    [
        ("10:55", time(10, 55)),
        ("9.30", time(9, 30)),
        ("930", time(9, 30)),
        ("0930", time(9, 30)),
        (" 14 05 ", time(14, 5)),
        ("8", time(8, 0)),
        ("0:00", time(0, 0)),
    ],
)
def test_a_time_is_understood(field: TimeField, typed: str, at: time) -> None:
    field.set_text(typed)
    field.line.editingFinished.emit()
    assert field.time() == at
    assert field.error() == ""


@pytest.mark.parametrize("typed", ["", "24:00", "10:60", "noon", "10:5x", "12345"])
def test_what_is_no_time_is_told_when_the_field_is_left(field: TimeField, typed: str) -> None:
    field.set_text(typed)
    field.line.editingFinished.emit()
    assert field.time() is None
    assert field.error() == "A time looks like 10:55."


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.times().map(lambda at: at.replace(second=0, microsecond=0)))
def test_a_time_put_in_is_the_time_that_is_read(field: TimeField, at: time) -> None:
    field.set_time(at)
    assert field.time() == at


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text())
def test_whatever_is_typed_is_a_time_or_refused(field: TimeField, typed: str) -> None:
    field.set_text(typed)
    field.line.editingFinished.emit()
    assert (field.time() is None) == bool(field.error())
