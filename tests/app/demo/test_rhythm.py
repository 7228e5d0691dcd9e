"""Days on which clients come, for any number of sessions."""

from datetime import date, timedelta
from itertools import pairwise
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from app.demo.rhythm import days_before, rhythm_for, works_on

DAYS = st.dates(date(2000, 1, 1), date(2100, 1, 1))


@given(DAYS, st.integers(0, 3_000), st.integers(1, 4), st.integers())
def test_any_number_of_sessions_falls_on_working_days_in_order(
    last: date, sessions: int, wished: int, seed: int
) -> None:
    days = days_before(last, sessions, rhythm_for(sessions, wished), Random(seed))
    found = [date.fromordinal(day) for day in days]
    assert len(found) == sessions
    assert found == sorted(found)
    assert all(day <= last and works_on(day) for day in found)


@given(DAYS, st.integers(1, 400), st.integers(1, 4))
def test_who_comes_by_the_week_comes_once_a_week_at_most(
    last: date, sessions: int, wished: int
) -> None:
    rhythm = rhythm_for(sessions, wished)
    assert rhythm.weeks >= 1
    days = days_before(last, sessions, rhythm, Random(0))
    assert all(later - earlier >= 5 for earlier, later in pairwise(days))


@given(st.integers(0, 20_000), st.integers(1, 4))
def test_the_longest_coaching_takes_about_ten_years(sessions: int, wished: int) -> None:
    last = date(2026, 11, 27)
    days = days_before(last, sessions, rhythm_for(sessions, wished), Random(0))
    if days:
        assert last - date.fromordinal(days[0]) < timedelta(days=365 * 12)


def test_nobody_comes_at_christmas_or_on_a_sunday() -> None:
    assert not works_on(date(2026, 12, 25))
    assert not works_on(date(2026, 11, 29))
    assert works_on(date(2026, 11, 27))
