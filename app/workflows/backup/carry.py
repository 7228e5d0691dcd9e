"""Brings a staged copy to its drive, proves it there, and only then gives it its name.

Needs the backup's own key alone, and no open vault: in the window it runs in a process of its
own, where it takes no time from typing.
"""

from collections.abc import Generator, Iterator
from contextlib import ExitStack, closing, contextmanager, suppress
from functools import partial
from pathlib import Path

from app.workflows.backup.beside import Beside
from app.workflows.backup.errand import Errand
from app.workflows.backup.parts import clear_left, held
from app.workflows.backup.proof import prove_staged, refuse_other_schema
from app.workflows.backup.step import Proof, Stage, Step
from crypto.backup.carry import carry
from crypto.backup.opened import OpenBackup, open_backup
from crypto.backup.place import place, refuse_taken
from crypto.errors import (
    BackupDamaged,
    BackupInterrupted,
    BackupMissing,
    BackupTooNew,
    BackupUnverified,
)

Records = Beside[Step]


def carry_out(errand: Errand) -> Generator[Step]:
    """Makes the backup; the last step holds the proof. What fails, or is given up, is deleted.

    The bytes are written, read back from the drive as a whole and compared by their hash. What
    they say is verified meanwhile, in the copy that they are written from: a slow drive is not
    asked for it twice. Both have to hold before there is a backup.

    Raises BackupNoRoom, BackupInterrupted, BackupPlaceReadOnly, BackupTooLarge, BackupNameTaken,
    and BackupUnverified when what was written is not what it was copied from, or not sound.
    """
    refuse_taken(errand.target)
    clear_left(errand.folder)
    with ExitStack() as until_then:
        records = until_then.enter_context(Beside(partial(prove_staged, errand), "backup-records"))
        yield from _written(errand, records, until_then)
        until_then.callback(_delete, errand.part)
        with _opened(errand) as opened:
            yield from _read_back(opened, records)
            yield from _verified(records)
            proof = _proof(opened, records)
        place(errand.part, errand.target)
    yield Step(Stage.PLACED, proof.bytes, proof.bytes, proof)


def _written(errand: Errand, records: Records, until_then: ExitStack) -> Iterator[Step]:
    total = errand.header.db_bytes
    for number, done in enumerate(carry(errand.staged, errand.part, errand.header, errand.key)):
        if number == 0:  # now there is a file
            until_then.enter_context(held(errand.part))
        _have_ended(records)
        yield Step(Stage.COPY if done <= total else Stage.SEAL, min(done, total), total)


@contextmanager
def _opened(errand: Errand) -> Generator[OpenBackup]:
    """The backup on its drive, opened as anybody would who has its words."""
    try:
        with closing(open_backup(errand.part, errand.key)) as opened:
            if opened.face.one_block_unusable:
                raise BackupUnverified
            refuse_other_schema(opened)
            yield opened
    except BackupMissing:
        raise BackupInterrupted from None
    except (BackupDamaged, BackupTooNew):
        raise BackupUnverified from None


def _read_back(opened: OpenBackup, records: Records) -> Iterator[Step]:
    total = opened.header.db_bytes
    for done in opened.check_bytes():
        _have_ended(records)
        yield Step(Stage.READ, done, total)


def _verified(records: Records) -> Iterator[Step]:
    while not _have_ended(records, within=0.1):
        if records.last is not None:
            yield records.last
    if records.last is not None:
        yield records.last._replace(proof=None)


def _have_ended(records: Records, within: float = 0.0) -> bool:
    try:
        return records.has_ended(within)
    except (BackupDamaged, BackupTooNew, BackupInterrupted):  # of the copy, on the vault's disk
        raise BackupUnverified from None


def _proof(opened: OpenBackup, records: Records) -> Proof:
    if records.last is None or records.last.proof is None:
        raise BackupUnverified
    return records.last.proof._replace(bytes=opened.face.file_bytes)


def _delete(part: Path) -> None:
    with suppress(OSError):  # gone: it has its name now, or the drive went away
        part.unlink()
