"""Stands in for what makes a backup: each part waits until a test lets it go on."""

import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from app.core.changes import Changes
from app.core.errors import Stopped
from app.records.backups.record import Backup
from app.workflows.backup.places import Place
from app.workflows.backup.step import Proof, Stage, Step
from app.workflows.backup.under_way import UnderWay
from app.workspace import Workspace
from tests.support.recorded_backups import NOW, a_backup
from ui.backing_up.backup_calls import BackupCalls, Carried

PROOF = Proof(41_600_000, 1482, 836, 7, 20, 20, 1482, None)
PATIENCE = 10.0  # seconds


@dataclass
class Staged:
    """A copy that isn't one."""

    discarded: int = 0

    def discard(self) -> None:
        """Counts."""
        self.discarded += 1


@dataclass
class FakeMaking:
    """`gate` holds the carrying up; `error` is what comes of it."""

    gate: threading.Event = field(default_factory=threading.Event)
    error: Exception | None = None
    at_stage: Exception | None = None
    at_record: Exception | None = None
    at_tidying: Exception | None = None
    to_remove: tuple[Backup, ...] = ()
    staged: Staged = field(default_factory=Staged)
    carried: list[tuple[Place, str | None]] = field(default_factory=list[tuple[Place, str | None]])
    removed: list[Backup] = field(default_factory=list[Backup])
    noted: list[Backup] = field(default_factory=list[Backup])
    by_itself: list[bool] = field(default_factory=list[bool])

    @property
    def calls(self) -> BackupCalls:
        """For a BackupRun."""
        return BackupCalls(
            self._stage, self._carry, self._record, self._too_many, self._remove, self._note_removed
        )

    def _stage(
        self,
        under_way: UnderWay,
        stopped: threading.Event,
        workspace: Workspace,
        tell: Callable[[Step], None],
    ) -> Any:
        if self.at_stage is not None:
            raise self.at_stage
        workspace.backups_under_way.begins(under_way)
        tell(Step(Stage.STAGING, 1, 2))
        if stopped.is_set():
            raise Stopped
        return self.staged

    def _carry(
        self,
        staged: Any,
        place: Place,
        passphrase: str | None,
        tell: Callable[[Step], None],
        stopped: threading.Event,
    ) -> Carried:
        self.carried.append((place, passphrase))
        try:
            tell(Step(Stage.COPY, 10, 41_600_000))
            while not self.gate.wait(0.005):
                if stopped.is_set():
                    raise Stopped
            if self.error is not None:
                raise self.error
            tell(Step(Stage.PROVE, 2318, 2318))
            tell(Step(Stage.PLACED, 1, 1, PROOF))
            return Carried(None, PROOF)  # type: ignore[arg-type]
        finally:
            staged.discard()

    def _record(self, _: Carried, under_way: UnderWay, workspace: Workspace) -> Changes:
        if self.at_record is not None:
            raise self.at_record
        self.by_itself.append(under_way.by_itself)
        place = self.carried[-1][0]
        workspace.backups_under_way.is_over(under_way)
        return workspace.backups.record(a_backup(place=place, made=NOW))

    def _too_many(self, _: Carried, __: Workspace) -> list[Backup]:
        if self.at_tidying is not None:
            raise self.at_tidying
        return list(self.to_remove)

    def _remove(self, _: Place, backups: Sequence[Backup]) -> list[Backup]:
        self.removed += backups
        return list(backups)

    def _note_removed(self, backups: Sequence[Backup], _: Workspace) -> Changes:
        self.noted += backups
        return Changes()
