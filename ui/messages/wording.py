"""Puts the facts of an error into the words of the table."""

from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import QDate, QLocale

from crypto.errors import BackupNoRoom
from ui.messages.backup_table import NO_ROOM_HERE
from ui.messages.message import Message
from ui.messages.moment import At
from ui.messages.on_the_way import ON_THE_WAY
from ui.messages.table import UNFORESEEN, WORDS
from ui.translation import translate
from ui.words.figures import figure

_COUNTS = {"known", "found"}  # entries of a ledger: 1,482


def message_for(error: Exception, store: str = "", at: At = At.DESK) -> Message:
    """Words `error`; `store` is the password store's own name ("GNOME Keyring"), if known.

    `at` is what was being done. An error that nobody foresaw gets a general sentence: its own
    text is never shown.
    """
    template = _template(error, at)
    facts = _facts(error, store)
    return Message(
        translate("Message", template.sentence).format(**facts),
        translate("Message", template.way_out).format(**facts) if template.way_out else "",
    )


def _template(error: Exception, at: At) -> Message:
    if isinstance(error, BackupNoRoom) and error.here:
        return NO_ROOM_HERE
    for each in type(error).__mro__:
        if found := ON_THE_WAY.get((at, each), WORDS.get(each)):
            return found
    return UNFORESEEN


def _facts(error: Exception, store: str) -> Mapping[str, str]:
    told = {name: _told(name, value) for name, value in vars(error).items()}
    return {"store": store or translate("Message", "Your password store"), **told}


def _told(name: str, value: object) -> str:
    if isinstance(value, int) and name in _COUNTS:
        return figure(value)
    if isinstance(value, date):
        return QLocale().toString(QDate(value.year, value.month, value.day), "d MMM yyyy")
    if name == "month" and isinstance(value, int) and value in range(1, 13):
        return QLocale().standaloneMonthName(value)
    return str(value)
