"""Reads one of the open vault's backups from end to end, without widgets; nothing is kept."""

import threading
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.core.clock import SystemClock
from ui.jobs import Jobs
from ui.restoring.state import State, Step
from ui.restoring.try_calls import Own, TryCalls

if TYPE_CHECKING:  # their packages come with the ciphers
    from app.workflows.restore.look import Look
    from app.workflows.restore.step import Step as Progress
    from app.workspace import Workspace
    from crypto.backup.face import BackupFace


class TryModel(QObject):
    """Runs once. The open vault opens it: that says nothing of the words on the kit's sheet."""

    state_changed = Signal(object)  # State: LOOKING, then FOUND or an error

    def __init__(self, jobs: Jobs, path: Path, calls: TryCalls | None = None) -> None:
        super().__init__()
        self.state = State(step=Step.LOOKING)
        self._jobs = jobs
        self._path = path
        self._calls = calls or TryCalls()
        self._stop = threading.Event()
        self._own: Own | None = None  # until the look inside, which wipes its root, has it

    def begin(self) -> None:
        """Looks at the file, asks the vault for the way in, and looks inside."""
        look = partial(self._calls.look_at_backup, self._path)
        self._jobs.away(self, look, self._ask_for_way, self._fail)

    def cancel(self) -> None:
        """Ends it; nobody is told."""
        self._stop.set()
        if self._own is not None:
            self._own.way.root.wipe()

    def _ask_for_way(self, face: "BackupFace") -> None:
        self._know(replace(self.state, face=face))
        self._jobs.read(self, partial(self._own_way, face), partial(self._look, face), self._fail)

    def _own_way(self, face: "BackupFace", workspace: "Workspace") -> Own:
        """Runs on the vault's worker; `cancel` wipes what is there, this what comes after it."""
        own = self._own = self._calls.own_way(face, workspace)
        if self._stop.is_set():
            own.way.root.wipe()
        return own

    def _look(self, face: "BackupFace", own: Own) -> None:
        self._own = None
        if self._stop.is_set():
            return
        self._know(replace(self.state, here=own.here))
        tell = self._jobs.teller(self, self._progress, self._stop)
        look = partial(self._calls.look_inside, face.path, own.way, tell)
        self._jobs.away(self, look, self._found, self._fail)

    def _progress(self, progress: "Progress") -> None:
        if self.state.step is Step.LOOKING:
            self._know(replace(self.state, progress=progress))

    def _found(self, look: "Look") -> None:
        self._know(replace(self.state, step=Step.FOUND, look=look, now=SystemClock().now()))

    def _fail(self, error: Exception) -> None:
        self._know(replace(self.state, step=Step.DONE, error=error))

    def _know(self, state: State) -> None:
        if state != self.state:
            self.state = state
            self.state_changed.emit(state)
