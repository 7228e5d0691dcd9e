"""Checks the whole vault once the desk is open, and whenever it is asked for."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from crypto.errors import SaveNotDurable, VaultDamaged
from ui.jobs import Jobs

if TYPE_CHECKING:  # their imports come after the first paint
    from app.ledger.check_outcome import CheckOutcome, CheckProgress
    from app.workspace import Workspace

SETTLED = 1_500  # milliseconds; by then the first page is there


class VaultCheck(QObject):
    """Checks in slices, at first by itself, while everything else goes first."""

    progressed = Signal(object)  # CheckProgress
    ended = Signal()  # a check did, in whatever way
    checked = Signal(object)  # CheckOutcome
    damaged = Signal(object)  # VaultDamaged, when a check found a fault

    def __init__(self, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._checking = False
        self._settled = QTimer(self)
        self._settled.setSingleShot(True)
        self._settled.setInterval(SETTLED)
        self._settled.timeout.connect(self.check_now)

    def begin(self) -> None:
        """Checks as soon as the desk has come to rest."""
        self._settled.start()

    def check_now(self) -> None:
        """Checks the whole vault, unless that is under way."""
        if self._checking:
            return
        self._settled.stop()
        self._checking = True
        self._jobs.in_slices(self, _begin, self.progressed.emit, self._look, self._fail)

    def _look(self) -> None:
        self._jobs.read(self, _outcome, self._tell, self._give_up)

    def _tell(self, outcome: "CheckOutcome | None") -> None:
        self._end()
        if outcome is None:
            return
        self.checked.emit(outcome)
        if not outcome.is_sound:
            self.damaged.emit(VaultDamaged())

    def _fail(self, error: Exception) -> None:
        if isinstance(error, SaveNotDurable):  # checked, and not kept: it counts all the same
            self._jobs.trouble.emit(error)
            self._look()
        else:
            self._give_up(error)

    def _give_up(self, error: Exception) -> None:
        self._end()
        self._jobs.trouble.emit(error)

    def _end(self) -> None:
        self._checking = False
        self.ended.emit()


def _begin(workspace: "Workspace") -> "Iterator[CheckProgress]":
    return workspace.integrity.check()


def _outcome(workspace: "Workspace") -> "CheckOutcome | None":
    return workspace.integrity.last()
