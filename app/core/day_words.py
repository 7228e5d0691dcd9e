"""Understands a day as people type it: "fri", "2 dec", "in 2 weeks", "2026-12-02"."""

import calendar
import re
from datetime import date, timedelta

from app.core.errors import DayNotUnderstood, MonthHasFewerDays

_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_MONTHS = (
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
)  # fmt: skip
_NEAR = {"today": 0, "tomorrow": 1, "yesterday": -1}
_DAYS = {"day": 1, "week": 7}
_MONTHS_OF = {"month": 1, "year": 12}
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_NUMERIC = re.compile(r"(\d{1,2})[./](\d{1,2})[./](\d{4}|\d{2})")
_NAMED = re.compile(r"(?:[a-z]+,? )?(\d{1,2})(?:st|nd|rd|th)? ([a-z]{3,})\.?,?(?: (\d{4}))?")
_YEARS = range(1900, 3000)  # others are slips, and at its last days the calendar ends
_SPAN = re.compile(r"in (\d{1,3}|an?) (day|week|month|year)s?")


def parse_day(text: str, today: date) -> date:
    """The day that `text` names, read on `today`; day before month, as in Britain.

    A weekday is the next one from today on, and never today after "next"; a day without a year
    is the nearest one, a year of two figures lies in this century. Raises
    MonthHasFewerDays for "31 nov", DayNotUnderstood for anything else that names no day.
    """
    words = " ".join(text.casefold().split())
    for read in (_near, _weekday, _span, _figures, _named):
        day = read(words, today)
        if day is not None and day.year in _YEARS:
            return day
    raise DayNotUnderstood


def plus_months(day: date, months: int) -> date:
    """The same day of the month `months` later, or the month's last day when it has no such."""
    index = day.year * 12 + day.month - 1 + months
    year, month = divmod(index, 12)
    if not date.min.year <= year <= date.max.year:
        raise DayNotUnderstood
    last = calendar.monthrange(year, month + 1)[1]
    return date(year, month + 1, min(day.day, last))


def _near(words: str, today: date) -> date | None:
    return today + timedelta(days=_NEAR[words]) if words in _NEAR else None


def _weekday(words: str, today: date) -> date | None:
    named = words.removeprefix("next ")
    for number, name in enumerate(_WEEKDAYS):
        if len(named) >= 3 and name.startswith(named):
            ahead = (number - today.weekday()) % 7
            return today + timedelta(days=ahead or (7 if named != words else 0))
    return None


def _span(words: str, today: date) -> date | None:
    match = _SPAN.fullmatch(words)
    if match is None:
        return None
    number = int(match[1]) if match[1].isdigit() else 1
    if match[2] in _DAYS:
        return today + timedelta(days=number * _DAYS[match[2]])
    return plus_months(today, number * _MONTHS_OF[match[2]])


def _figures(words: str, _today: date) -> date | None:
    if match := _ISO.fullmatch(words):
        return _day(int(match[1]), int(match[2]), int(match[3]))
    if match := _NUMERIC.fullmatch(words):
        year = int(match[3])
        return _day(year if year > 99 else 2000 + year, int(match[2]), int(match[1]))
    return None


def _named(words: str, today: date) -> date | None:
    match = _NAMED.fullmatch(words)
    if match is None or match[2][:3] not in _MONTHS:
        return None
    month = _MONTHS.index(match[2][:3]) + 1
    if match[3]:
        return _day(int(match[3]), month, int(match[1]))
    return _nearest(month, int(match[1]), today)


def _nearest(month: int, day: int, today: date) -> date:
    years = (today.year - 1, today.year, today.year + 1)
    there = [year for year in years if 1 <= day <= calendar.monthrange(year, month)[1]]
    if not there:
        return _day(2024, month, day)  # a leap year: refuses with the most days it ever has
    return min((_day(year, month, day) for year in there), key=lambda d: abs(d - today))


def _day(year: int, month: int, day: int) -> date:
    if not (1 <= month <= 12 and 1 <= day <= 31 and year >= 1):
        raise DayNotUnderstood
    length = calendar.monthrange(year, month)[1]
    if day > length:
        raise MonthHasFewerDays(month, length)
    return date(year, month, day)
