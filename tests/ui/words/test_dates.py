"""Days, times and lengths read as a coach would write them."""

from datetime import UTC, date, datetime, timedelta

from app.core.clock import Moment
from ui.words.dates import clock_time, full_day, length_words, long_day, short_day, week_day

TODAY = date(2026, 11, 17)


def test_a_day_of_this_year_has_no_year() -> None:
    assert short_day(date(2026, 9, 8), TODAY) == "8 Sep"
    assert week_day(date(2026, 11, 3), TODAY) == "Tue 3 Nov"


def test_a_day_of_another_year_has_its_year() -> None:
    assert short_day(date(2025, 12, 31), TODAY) == "31 Dec 2025"
    assert week_day(date(2027, 1, 4), TODAY) == "Mon 4 Jan 2027"


def test_near_days_have_names() -> None:
    assert week_day(TODAY, TODAY) == "today"
    assert week_day(date(2026, 11, 18), TODAY) == "tomorrow"


def test_a_title_has_weekday_and_month_in_full() -> None:
    assert long_day(TODAY) == "Tuesday 17 November"
    assert full_day(date(2026, 3, 12)) == "12 March 2026"


def test_a_time_is_that_of_the_place_where_it_was_noted() -> None:
    noted = Moment(datetime(2026, 7, 1, 9, 5, tzinfo=UTC), "Europe/London")
    assert clock_time(noted) == "10:05"


def test_a_length_is_in_hours_and_minutes() -> None:
    assert length_words(timedelta(minutes=58, seconds=59)) == "58 min"
    assert length_words(timedelta(hours=1)) == "1 h"
    assert length_words(timedelta(hours=1, minutes=5)) == "1 h 5 min"
