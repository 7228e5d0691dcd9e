"""Walks on when what it waits for has come, and leaves the event loop alone in between."""

import time
from collections.abc import Callable, Generator
from dataclasses import dataclass

from PySide6.QtCore import QObject, QTimer, Signal

LOOK_AGAIN = 10  # milliseconds
PATIENCE = 30.0  # seconds; two busy cores take their time for a key or a paper


@dataclass(frozen=True)
class Until:
    """Something to wait for; `what` ends the sentence "waited for …"."""

    what: str
    met: Callable[[], bool]


Walk = Generator[Until | None]  # None: as soon as what is pending has been done


class Stuck(Exception):
    """Something did not come in time."""

    def __init__(self, what: str) -> None:
        super().__init__(what)
        self.what = what


class Walker(QObject):
    """Walks one walk to its end."""

    arrived = Signal()
    stopped = Signal(object)  # the Exception that ended it

    def __init__(
        self, walk: Walk, patience: float = PATIENCE, parent: QObject | None = None
    ) -> None:
        """`patience` is how many seconds each wait may take."""
        super().__init__(parent)
        self._walk = walk
        self._patience = patience
        self._until: Until | None = None
        self._since = 0.0
        # Started anew at each turn's end: an event that a turn sends may let others be delivered.
        self._turns = QTimer(self)
        self._turns.setSingleShot(True)
        self._turns.timeout.connect(self._turn)

    def start(self) -> None:
        """Begins with the next turn of the event loop."""
        self._turns.start(0)

    def _turn(self) -> None:
        if self._until is not None and not self._until.met():
            if time.monotonic() - self._since > self._patience:
                self.stopped.emit(Stuck(self._until.what))
            else:
                self._turns.start(LOOK_AGAIN)
            return
        try:
            self._until = next(self._walk)
        except StopIteration:
            self.arrived.emit()
        except Exception as error:  # noqa: BLE001 - whatever it is, it is told and the tour ends
            self.stopped.emit(error)
        else:
            self._since = time.monotonic()
            self._turns.start(0)
