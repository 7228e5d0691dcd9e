"""One long call at a time, on a thread of its own, that can be stopped or forgotten."""

import threading
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from ui.jobs import Jobs

if TYPE_CHECKING:  # its package comes with the ciphers
    from app.workflows.restore.step import Step

Call = Callable[["Callable[[Step], None]"], object]


class LongCall(QObject):
    """What is forgotten ends by itself, and nobody hears of it."""

    def __init__(self, jobs: Jobs, progress: "Callable[[Step], None]", parent: QObject) -> None:
        """`progress` hears how far the one under way is."""
        super().__init__(parent)
        self._jobs = jobs
        self._progress = progress
        self._stop: threading.Event | None = None  # while something is under way

    def begin(
        self, call: Call, done: Callable[[Any], None], failed: Callable[[Exception], None]
    ) -> None:
        """Begins a call, which is given what it tells its steps with."""
        stop = self._stop = threading.Event()
        tell = self._jobs.teller(self, partial(self._hear, stop), stop)
        ended, failing = partial(self._end, stop, done), partial(self._end, stop, failed)
        self._jobs.away(self, partial(call, tell), ended, failing)

    def stop(self) -> bool:
        """Has it fail with Stopped; False when nothing is under way."""
        if self._stop is None:
            return False
        self._stop.set()
        return True

    def forget(self) -> None:
        """Stops it without a word."""
        self.stop()
        self._stop = None

    def _hear(self, stop: threading.Event, step: "Step") -> None:
        if stop is self._stop:
            self._progress(step)

    def _end(self, stop: threading.Event, then: Callable[[Any], None], outcome: object) -> None:
        if stop is self._stop:
            self._stop = None
            then(outcome)
