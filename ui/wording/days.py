"""Days and times as people read them: "Tue 17 Nov", with the year when it isn't this one."""

from datetime import date, datetime

from PySide6.QtCore import QDate, QLocale, QTime

from ui.translation import translate


def day_words(day: date, today: date) -> str:
    """ "today", "tomorrow", or "Tue 17 Nov"; "17 Nov 2025" in another year."""
    if day == today:
        return translate("Days", "today")
    if (day - today).days == 1:
        return translate("Days", "tomorrow")
    if day.year == today.year:
        return _formatted(day, translate("Days", "ddd d MMM"))
    return _formatted(day, translate("Days", "d MMM yyyy"))


def short_day(day: date, today: date) -> str:
    """ "17 Nov", or "17 Nov 2025" in another year."""
    if day.year == today.year:
        return _formatted(day, translate("Days", "d MMM"))
    return _formatted(day, translate("Days", "d MMM yyyy"))


def long_day(day: date) -> str:
    """ "17 November 2026"."""
    return _formatted(day, translate("Days", "d MMMM yyyy"))


def heading_day(day: date) -> str:
    """ "Tuesday 17 November"."""
    return _formatted(day, translate("Days", "dddd d MMMM"))


def month_word(day: date, *, with_year: bool = False) -> str:
    """ "Nov", or "Nov 26"."""
    form = translate("Days", "MMM yy") if with_year else translate("Days", "MMM")
    return _formatted(day, form)


def clock_time(at: datetime) -> str:
    """ "10:55", in 24 hours."""
    return QLocale().toString(QTime(at.hour, at.minute), "HH:mm")


def _formatted(day: date, form: str) -> str:
    return QLocale().toString(QDate(day.year, day.month, day.day), form)
