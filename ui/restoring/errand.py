"""One long call on a thread of its own: it tells how far it is, and ends when it is not wanted."""

import threading
import time
from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

import shiboken6
from PySide6.QtCore import QObject, Qt, Signal

from app.core.errors import Stopped
from ui.jobs import Jobs

if TYPE_CHECKING:  # its package comes with the ciphers
    from app.workflows.restore.step import Step

T = TypeVar("T")

BETWEEN = 0.05  # seconds between two things that are told


class Errand(QObject):
    """Lives on the GUI thread, where its signals arrive. A new one for each call."""

    progressed = Signal(object)  # Step
    _told = Signal(object)

    def __init__(self, jobs: Jobs, parent: QObject) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._stop = threading.Event()
        self._last = ("", 0.0)  # the stage told last, and when
        self._told.connect(self.progressed, Qt.ConnectionType.QueuedConnection)

    def begin(
        self,
        call: "Callable[[Callable[[Step], None]], T]",
        done: Callable[[T], None],
        failed: Callable[[Exception], None],
    ) -> None:
        """Runs `call`, which tells its steps; Stopped comes to `failed` like any other error."""
        self._jobs.away(self, lambda: call(self._tell), done, failed)

    def cancel(self) -> None:
        """Ends it at its next step."""
        self._stop.set()

    def _tell(self, step: "Step") -> None:
        # On the errand's own thread: the signal brings it to the other one.
        if self._stop.is_set():
            raise Stopped
        stage, at = self._last
        now = time.monotonic()
        if stage == step.stage and step.done < step.total and now - at < BETWEEN:
            return
        self._last = (step.stage, now)
        if shiboken6.isValid(self):
            self._told.emit(step)
