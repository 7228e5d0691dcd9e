"""A day is understood as people type it."""

from contextlib import suppress
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.day_words import parse_day, plus_months
from app.core.errors import DayNotUnderstood, MonthHasFewerDays

TUESDAY = date(2026, 11, 17)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("today", date(2026, 11, 17)),
        ("Tomorrow", date(2026, 11, 18)),
        ("yesterday", date(2026, 11, 16)),
        ("fri", date(2026, 11, 20)),
        ("Tuesday", date(2026, 11, 17)),
        ("2 dec", date(2026, 12, 2)),
        ("2 December", date(2026, 12, 2)),
        ("Wed 2 Dec", date(2026, 12, 2)),
        ("2nd dec 2028", date(2028, 12, 2)),
        ("10 jan", date(2027, 1, 10)),
        ("in 2 weeks", date(2026, 12, 1)),
        ("in a month", date(2026, 12, 17)),
        ("in 2 years", date(2028, 11, 17)),
        ("2026-12-02", date(2026, 12, 2)),
        ("2/12/2026", date(2026, 12, 2)),
        ("31.03.27", date(2027, 3, 31)),
        ("next friday", date(2026, 11, 20)),
        ("next tuesday", date(2026, 11, 24)),
    ],
)
def test_a_day_in_words_or_figures_is_understood(text: str, day: date) -> None:
    assert parse_day(text, TUESDAY) == day


@pytest.mark.parametrize(
    "text",
    [
        "", "soon", "frog", "0 dec", "32 dec", "2026-13-01", "in 0.5 days",
        "9999-12-31", "3000-01-01", "in 999 years", "31.12.1899", "0026-12-02",
    ],
)  # fmt: skip
def test_what_names_no_day_is_refused(text: str) -> None:
    with pytest.raises(DayNotUnderstood):
        parse_day(text, TUESDAY)


@pytest.mark.parametrize("text", ["31 nov", "31/11/2026", "2026-11-31"])
def test_a_day_that_the_month_does_not_have_says_how_many_it_has(text: str) -> None:
    with pytest.raises(MonthHasFewerDays) as refusal:
        parse_day(text, TUESDAY)
    assert (refusal.value.month, refusal.value.days) == (11, 30)


def test_the_last_of_january_plus_a_month_is_the_last_of_february() -> None:
    assert plus_months(date(2027, 1, 31), 1) == date(2027, 2, 28)


@given(st.text(max_size=30))
def test_any_text_is_a_day_or_a_refusal(text: str) -> None:
    with suppress(DayNotUnderstood, MonthHasFewerDays):
        parse_day(text, TUESDAY)


@given(st.dates(date(2000, 1, 1), date(2100, 12, 31)))
def test_a_day_written_out_is_read_back(day: date) -> None:
    assert parse_day(day.isoformat(), TUESDAY) == day
    assert parse_day(f"{day.day} {day:%B} {day.year}", TUESDAY) == day
