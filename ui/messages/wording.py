"""Puts the facts of an error into the words of the table."""

from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import QDate, QLocale

from ui.messages.message import Message
from ui.messages.table import UNFORESEEN, WORDS
from ui.translation import translate


def message_for(error: Exception, store: str = "") -> Message:
    """Words `error`; `store` is the password store's own name ("GNOME Keyring"), if known.

    An error that nobody foresaw gets a general sentence: its own text is never shown.
    """
    template = next((WORDS[kind] for kind in type(error).__mro__ if kind in WORDS), UNFORESEEN)
    facts = _facts(error, store)
    return Message(
        translate("Message", template.sentence).format(**facts),
        translate("Message", template.way_out).format(**facts) if template.way_out else "",
    )


def _facts(error: Exception, store: str) -> Mapping[str, str]:
    told = {name: _told(name, value) for name, value in vars(error).items()}
    return {"store": store or translate("Message", "Your password store"), **told}


def _told(name: str, value: object) -> str:
    if isinstance(value, date):
        return QLocale().toString(QDate(value.year, value.month, value.day), "d MMM yyyy")
    if name == "month" and isinstance(value, int) and value in range(1, 13):
        return QLocale().standaloneMonthName(value)
    return str(value)
