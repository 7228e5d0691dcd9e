"""Looks inside a backup before anything is restored: everything is read, nothing is written."""

from collections.abc import Generator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from app.core.clock import Clock, Moment
from app.storage import migrate
from app.workflows.backup import step as backing_up
from app.workflows.backup.adopt import Found, found_in
from app.workflows.backup.proof import prove
from app.workflows.restore.step import Stage, Step, Tell, nobody
from crypto.backup.face import BackupFace
from crypto.backup.opened import OpenBackup, open_backup
from crypto.backup.unlock import BackupWay, unlock_backup
from crypto.errors import BackupDamaged
from crypto.primitives.kdf import APP_COSTS, CostRange

_STAGES = {backing_up.Stage.READ: Stage.BYTES, backing_up.Stage.PROVE: Stage.RECORDS}


@dataclass(frozen=True)
class Look:
    """What is in a backup, every byte and every record of which was verified.

    `found` is what the vault would note of it; `entries` counts those of the ledger; `last_entry`
    is when the last one was made, in this computer's zone.
    """

    face: BackupFace
    found: Found
    clients: int
    sessions: int
    notes: int
    entries: int
    last_entry: Moment | None
    schema_version: int


def look_inside(
    path: Path,
    way: BackupWay,
    clock: Clock,
    tell: Tell = nobody,
    costs: CostRange = APP_COSTS,
) -> Look:
    """Opens a backup and verifies it, on the calling thread; `tell` may end it by raising.

    Raises BackupMissing, BackupInterrupted, BackupDamaged, BackupTooNew, RecoveryWordUnknown,
    RecoveryChecksum, RecoveryWrong and PassphraseWrong.
    """
    with opened_by(path, way, costs) as opened:
        proof = None
        with closing(prove(opened)) as steps:
            for step in steps:
                tell(Step(_STAGES[step.stage], step.done, step.total))
                proof = step.proof
        if proof is None:
            raise BackupDamaged
        last, zone = proof.last_entry_ms, clock.now().zone
        return Look(
            face=opened.face,
            found=found_in(opened, zone),
            clients=proof.clients,
            sessions=proof.sessions,
            notes=proof.notes,
            entries=proof.generation,
            last_entry=None if last is None else Moment.of(last, zone),
            schema_version=migrate.version(opened.connection),
        )


@contextmanager
def opened_by(path: Path, way: BackupWay, costs: CostRange = APP_COSTS) -> Generator[OpenBackup]:
    """The backup, open where it lies; nothing of it is proven but its header. Raises as above."""
    with unlock_backup(path, way, costs) as key:
        opened = open_backup(path, key)
    with closing(opened):
        yield opened
