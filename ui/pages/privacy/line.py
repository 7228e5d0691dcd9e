"""One line of the check-up: what was found, what it means, how to mend it and where."""

from enum import StrEnum
from typing import NamedTuple


class Lead(StrEnum):
    """Where the button of a line leads, or what it does."""

    VAULT = "vault"  # the settings of the vault
    LOCKING = "locking"  # the settings of locking
    KIT = "kit"  # trying the Recovery Kit
    BACKUPS = "backups"  # the page of backups
    CHECK = "check"  # checking every record now
    RESTORE = "restore"  # bringing a backup back
    SALVAGE = "salvage"  # saving what can be read
    FILES = "files"  # making the files private
    HELP = "help"  # the page that says what is protected


class Line(NamedTuple):
    """Words with {names} for the values; `mend` says how to mend it, or how to find out."""

    found: str
    meaning: str
    mend: str = ""
    button: str = ""
    lead: Lead | None = None
    other_button: str = ""
    other_lead: Lead | None = None
