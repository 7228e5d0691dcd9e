"""What every page before the desk is to the stage that shows it."""

from enum import StrEnum

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget


class LockedStep(StrEnum):
    """The pages before the desk."""

    FIRST_RUN = "first_run"
    UNLOCK = "unlock"
    RECOVER = "recover"
    STANDING = "standing"  # it is open, and not as it was left
    RESTORE = "restore"
    SALVAGE = "salvage"  # a damaged one is open, or its key was handed on
    ENROL = "enrol"  # it is open, and only its Recovery Kit opens it


class LockedPage(QWidget):
    """A page that knows no client: first run, unlock, Recovery Kit, and what an answer is owed to.

    STANDING and ENROL find it open; the others open it, with `jobs.open` or `jobs.create`. What
    they may say while it is locked comes from the header, read by `jobs.away(self, lambda:
    look_at(folder), ..., before_go=True)`; the folder is the device setting `VAULT_FOLDER`. When
    the vault is open and the page has nothing left to show (the Recovery Kit of a new vault is), it
    emits `opened`: what comes next is for `ui/opened/after_unlock.py` to say.
    """

    opened = Signal()
    leads_to = Signal(object)  # LockedStep: "Use the Recovery Kit", "Open another vault"
    help_name = "unlocking"  # what its help is about: the name of a page in resources/help

    def arrive(self) -> None:
        """Called each time the page comes to the front; reads the vault's folder anew."""

    def focus_first(self) -> None:
        """Puts the focus where work begins: the first field."""
        self.setFocus()
