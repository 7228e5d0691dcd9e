"""The countries that a practice may be in, by name."""

from PySide6.QtCore import QLocale

from app.records.practice.jurisdictions import JURISDICTIONS


def country_names() -> tuple[tuple[str, str], ...]:
    """(ISO 3166-1 alpha-2 code, English name) of every country, by name."""
    named = ((code, country_name(code)) for code in JURISDICTIONS)
    return tuple(sorted(named, key=lambda pair: pair[1].casefold()))


def country_name(code: str) -> str:
    """A country's English name."""
    return QLocale.territoryToString(QLocale.codeToTerritory(code))
