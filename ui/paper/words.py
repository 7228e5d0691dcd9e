"""Days, moments and lists as the paper writes them: always with the year, always in full."""

import unicodedata
from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QDate, QLocale

from app.core.clock import Moment
from ui.translation import translate
from ui.words.zones import UTC, zone_words


def day(on: date) -> str:
    """ "12 Mar 2026"."""
    return _written(on, translate("Paper", "d MMM yyyy"))


def full_day(on: date) -> str:
    """ "12 March 2026"."""
    return _written(on, translate("Paper", "d MMMM yyyy"))


def moment(at: Moment) -> str:
    """ "12 Mar 2026, 10:08", the wall time in the moment's zone."""
    local = at.local
    return translate("Paper", "{day}, {time}").format(day=day(local.date()), time=f"{local:%H:%M}")


def listed(parts: Sequence[str]) -> str:
    """ "1", "1 and 2", "1, 2 and 3"."""
    if len(parts) < 2:
        return "".join(parts)
    return translate("Paper", "{some} and {last}").format(
        some=", ".join(parts[:-1]), last=parts[-1]
    )


def times_words(zone: str) -> str:
    """Whose times stand on the paper."""
    words = zone_words(zone)
    if words == UTC:
        return translate("Paper", "Times are in UTC.")
    return translate("Paper", "Times are those of {place}.").format(place=words)


def language_name(tag: str) -> str:
    """A language's own name for itself, "British English" for "en-GB" (BCP 47)."""
    return QLocale(tag).nativeLanguageName() or tag


def isolated(text: str) -> str:
    """`text` to be put into a sentence: one that runs right to left can't disturb what follows."""
    if any(unicodedata.bidirectional(letter) in {"R", "AL"} for letter in text):
        return f"\N{FIRST STRONG ISOLATE}{text}\N{POP DIRECTIONAL ISOLATE}"
    return text


def _written(on: date, pattern: str) -> str:
    # English without a country: CLDR's British "Sept" is longer than every other month.
    return QLocale(QLocale.Language.English).toString(QDate(on.year, on.month, on.day), pattern)
