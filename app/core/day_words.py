"""Understands a day as people type it: "fri", "2 dec", "in 2 weeks", "2026-12-02"."""

import calendar
import re
from datetime import date, timedelta

from app.core.errors import DayNotUnderstood, MonthHasFewerDays

_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_MONTHS = (
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
)  # fmt: skip
_NEAR = {"today": 0, "tomorrow": 1, "yesterday": -1}
_DAYS = {"day": 1, "week": 7}
_MONTHS_OF = {"month": 1, "year": 12}
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_NUMERIC = re.compile(r"(\d{1,2})[./](\d{1,2})[./](\d{4})")
_NAMED = re.compile(r"(?:[a-z]+,? )?(\d{1,2})(?:st|nd|rd|th)? ([a-z]{3,})\.?,?(?: (\d{4}))?")
_SPAN = re.compile(r"in (\d{1,3}|an?) (day|week|month|year)s?")


def parse_day(text: str, today: date) -> date:
    """The day that `text` names, read on `today`; day before month, as in Britain.

    A weekday is the next one from today on; a day without a year is the nearest one. Raises
    MonthHasFewerDays for "31 nov", DayNotUnderstood for anything else that names no day.
    """
    words = " ".join(text.casefold().split())
    if words in _NEAR:
        return today + timedelta(days=_NEAR[words])
    if words[:3] in _WEEKDAYS and words.isalpha() and _is_weekday(words):
        ahead = (_WEEKDAYS.index(words[:3]) - today.weekday()) % 7
        return today + timedelta(days=ahead)
    if match := _SPAN.fullmatch(words):
        number = int(match[1]) if match[1].isdigit() else 1
        if match[2] in _DAYS:
            return _plus_days(today, number * _DAYS[match[2]])
        return plus_months(today, number * _MONTHS_OF[match[2]])
    if match := _ISO.fullmatch(words):
        return _day(int(match[1]), int(match[2]), int(match[3]))
    if match := _NUMERIC.fullmatch(words):
        return _day(int(match[3]), int(match[2]), int(match[1]))
    if (match := _NAMED.fullmatch(words)) and match[2][:3] in _MONTHS:
        month = _MONTHS.index(match[2][:3]) + 1
        if match[3]:
            return _day(int(match[3]), month, int(match[1]))
        return _nearest(month, int(match[1]), today)
    raise DayNotUnderstood


def plus_months(day: date, months: int) -> date:
    """The same day of the month `months` later, or the month's last day when it has no such."""
    index = day.year * 12 + day.month - 1 + months
    year, month = divmod(index, 12)
    if not date.min.year <= year <= date.max.year:
        raise DayNotUnderstood
    last = calendar.monthrange(year, month + 1)[1]
    return date(year, month + 1, min(day.day, last))


def _is_weekday(word: str) -> bool:
    names = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
    return any(name.startswith(word) for name in names)


def _plus_days(day: date, days: int) -> date:
    try:
        return day + timedelta(days=days)
    except OverflowError:
        raise DayNotUnderstood from None


def _nearest(month: int, day: int, today: date) -> date:
    years = [today.year - 1, today.year, today.year + 1]
    candidates: list[date] = []
    for year in years:
        if day <= calendar.monthrange(year, month)[1]:
            candidates.append(_day(year, month, day))
    if not candidates:
        raise MonthHasFewerDays(month, _longest(month)) if 1 <= day <= 31 else DayNotUnderstood
    return min(candidates, key=lambda candidate: abs(candidate - today))


def _day(year: int, month: int, day: int) -> date:
    if not (1 <= month <= 12 and 1 <= day <= 31 and year >= 1):
        raise DayNotUnderstood
    length = calendar.monthrange(year, month)[1]
    if day > length:
        raise MonthHasFewerDays(month, length)
    return date(year, month, day)


def _longest(month: int) -> int:
    return calendar.monthrange(2024, month)[1]  # a leap year
