"""Writes the vault anew under another key, as the last thing that is asked of it."""

import threading
from collections.abc import Sequence
from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.core.errors import Stopped
from ui.jobs import Jobs
from ui.leaving.lock import Saving
from ui.ways_in.new_kit import NewKit
from ui.ways_in.rewrap_model import RewrapModel, begin_for_new_key
from ui.ways_in.ways_model import WaysModel

if TYPE_CHECKING:
    from app.workspace import Workspace
    from crypto.slots.ready_way import ReadyWay


class Stage(StrEnum):
    """How far it has come."""

    WRITING = "writing"
    DONE = "done"
    UNCONFIRMED = "unconfirmed"  # done, and a power cut may undo it before the next opening
    FAILED = "failed"  # the vault is as it was


class NewKeyModel(QObject):
    """Runs once. The vault is closed afterwards; only locking is left."""

    progressed = Signal(int, int)  # pages, of pages
    ended = Signal(object, object)  # Stage, Exception or None
    rewraps = Signal(object)  # Rewrapping: what is done with the backups, once it is written

    def __init__(self, jobs: Jobs, ways: WaysModel) -> None:
        super().__init__()
        self.stage = Stage.WRITING
        self._jobs = jobs
        self._ways = ways
        self._stop = threading.Event()
        self.rewrap = RewrapModel(jobs, self)

    @property
    def is_stopped(self) -> bool:
        """Whether it was given up."""
        return self._stop.is_set()

    def begin(self, ready: "ReadyWay", kit: NewKit, unsaved: Sequence[Saving]) -> None:
        """Saves what is unsaved, then writes the vault anew, then closes it."""
        slot_id = ready.enrolment.descriptor.slot_id
        # It stays so for a vault that was closed before it came to this.
        stage, rewrapping = Stage.FAILED, None

        def take(workspace: "Workspace") -> None:
            nonlocal stage, rewrapping
            rewrapping = begin_for_new_key(workspace, kit.pending)  # the vault is closed later
            confirmed = workspace.ways_in.take_new_key([ready], kit.pending, self._tell)
            stage = Stage.DONE if confirmed else Stage.UNCONFIRMED

        def done() -> None:
            ready.wipe()
            if stage is not Stage.FAILED:
                self._ways.has_new_key(slot_id)
            self._end(stage, None)
            if rewrapping is not None:
                self.rewraps.emit(rewrapping)
                self.rewrap.carry_out_alone(rewrapping)

        def failed(error: Exception) -> None:
            ready.wipe()
            if rewrapping is not None:
                rewrapping.behind.wipe()
            self._end(Stage.FAILED, error)

        self._jobs.close(self, [*unsaved, take], done, failed)

    def stop(self) -> None:
        """Gives up, if it is not too late; the vault is then as it was."""
        self._stop.set()

    def _tell(self, done: int, total: int) -> None:
        # On the vault's thread: the signal brings it to the other one.
        if self._stop.is_set():
            raise Stopped
        self.progressed.emit(done, total)

    def _end(self, stage: Stage, error: Exception | None) -> None:
        self.stage = stage
        self.ended.emit(stage, error)
