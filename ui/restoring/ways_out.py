"""What helps when a backup does not open: the right words, or saving what can be read of it."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from crypto.errors import BackupDamaged, RecoveryChecksum, RecoveryWrong
from ui.jobs import Jobs
from ui.restoring.calls import Calls, Secret, Words
from ui.restoring.state import NOTHING, Offer
from ui.ways_in.typed_words import slip_between

if TYPE_CHECKING:  # its package comes with the ciphers
    from crypto.backup.damaged import DamagedBackup


Then = Callable[[Offer], None]


class WaysOut(QObject):
    """Holds what an offer needs until it is taken, or forgotten: words, or a backup's key."""

    def __init__(self, jobs: Jobs, calls: Calls, parent: QObject, *, may_salvage: bool) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._calls = calls
        self._may_salvage = may_salvage
        self._damaged: DamagedBackup | None = None
        self._attempt = 0
        self.repaired: Words = ()

    def find(self, path: Path, secret: Secret, error: Exception, then: Then) -> None:
        """Looks for one after `error`; what is forgotten meanwhile is not told."""
        self.forget()
        nothing = partial(self._tell, self._attempt, then, NOTHING)
        if secret.words and isinstance(error, RecoveryChecksum | RecoveryWrong):
            look = partial(self._calls.find_repair, path, secret.words)
            keep = partial(self._keep_words, self._attempt, secret.words, then)
            self._jobs.away(self, look, keep, lambda _: nothing())
        elif self._may_salvage and isinstance(error, BackupDamaged):
            look = partial(self._calls.open_damaged, path, secret)
            keep = partial(self._keep_damaged, self._attempt, then)
            self._jobs.away(self, look, keep, lambda _: nothing())
        else:
            nothing()

    def take(self) -> "DamagedBackup | None":
        """The damaged backup; whoever takes it closes it."""
        damaged, self._damaged = self._damaged, None
        return damaged

    def forget(self) -> None:
        """Lets go of all that was found."""
        self._attempt += 1
        self.repaired = ()
        if self._damaged is not None:
            self._damaged.close()
            self._damaged = None

    def _keep_words(self, attempt: int, words: Words, then: Then, right: Words | None) -> None:
        if right is None:
            self._tell(attempt, then, NOTHING)
        elif attempt == self._attempt:
            self.repaired = right
            then(Offer(slip=slip_between(words, right)))

    def _keep_damaged(self, attempt: int, then: Then, damaged: "DamagedBackup") -> None:
        if attempt != self._attempt:
            damaged.close()
            return
        self._damaged = damaged
        then(Offer(salvages=True))

    def _tell(self, attempt: int, then: Then, offer: Offer) -> None:
        if attempt == self._attempt:
            then(offer)
