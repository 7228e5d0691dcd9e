"""Days, times and lengths as they are written on screen."""

from datetime import date, datetime, timedelta

from PySide6.QtCore import QDate, QLocale

from app.core.clock import Moment
from ui.translation import translate

HOUR = 60  # minutes


def long_day(day: date) -> str:
    """The day as a title: "Tuesday 17 November"."""
    return _written(day, translate("Dates", "dddd d MMMM"))


def full_day(day: date) -> str:
    """The day as on paper: "12 March 2026"."""
    return _written(day, translate("Dates", "d MMMM yyyy"))


def short_day(day: date, today: date) -> str:
    """The day in a list: "17 Nov", with the year when it isn't this one."""
    if day.year == today.year:
        return _written(day, translate("Dates", "d MMM"))
    return _written(day, translate("Dates", "d MMM yyyy"))


def short_month(day: date, *, with_year: bool = False) -> str:
    """The month over a line of time: "Nov", or "Nov 26"."""
    pattern = translate("Dates", "MMM yy") if with_year else translate("Dates", "MMM")
    return _written(day, pattern)


def week_day(day: date, today: date) -> str:
    """The day in a sentence: "today", "tomorrow", "Tue 17 Nov", "Tue 17 Nov 2025"."""
    if day == today:
        return translate("Dates", "today")
    if day == today + timedelta(days=1):
        return translate("Dates", "tomorrow")
    if day.year == today.year:
        return _written(day, translate("Dates", "ddd d MMM"))
    return _written(day, translate("Dates", "ddd d MMM yyyy"))


def clock_time(moment: Moment) -> str:
    """The wall time where the moment was noted: "10:30"."""
    return time_of_day(moment.local)


def time_of_day(at: datetime) -> str:
    """The time of a wall clock: "10:30"."""
    return f"{at.hour:02}:{at.minute:02}"


def length_words(length: timedelta) -> str:
    """A length in whole minutes: "58 min", "1 h 5 min", "1 h"."""
    hours, minutes = divmod(int(length.total_seconds()) // 60, HOUR)
    if not hours:
        return translate("Dates", "{minutes} min").format(minutes=minutes)
    if not minutes:
        return translate("Dates", "{hours} h").format(hours=hours)
    return translate("Dates", "{hours} h {minutes} min").format(hours=hours, minutes=minutes)


def _written(day: date, pattern: str) -> str:
    # English without a country: CLDR's British "Sept" is longer than every other month.
    return QLocale(QLocale.Language.English).toString(QDate(day.year, day.month, day.day), pattern)
