"""A moment is an instant, and the zone in which it was noted."""

from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.clock import Moment, SystemClock, local_zone


def test_a_moment_knows_its_wall_time_and_day() -> None:
    late = Moment(datetime(2026, 6, 30, 23, 30, tzinfo=UTC), "Europe/London")
    assert f"{late.local:%H:%M}" == "00:30"
    assert late.day == date(2026, 7, 1)


def test_a_moment_in_another_offset_is_refused() -> None:
    with pytest.raises(ValueError, match="UTC"):
        Moment(datetime(2026, 1, 1, tzinfo=timezone(timedelta(hours=1))), "UTC")


@given(st.integers(min_value=-(10**12), max_value=10**13))
def test_milliseconds_lead_back_to_the_same_moment(milliseconds: int) -> None:
    assert Moment.of(milliseconds, "UTC").milliseconds == milliseconds


def test_the_system_clock_cuts_to_the_millisecond_in_this_zone() -> None:
    now = SystemClock().now()
    assert now.utc.microsecond % 1_000 == 0
    assert now.zone == local_zone()
    assert abs(datetime.now(UTC) - now.utc) < timedelta(minutes=1)


def test_a_zone_that_does_not_exist_is_passed_over(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TZ", "../../etc/passwd")
    assert local_zone() != "../../etc/passwd"
    monkeypatch.setenv("TZ", "Europe/Berlin")
    assert local_zone() == "Europe/Berlin"
