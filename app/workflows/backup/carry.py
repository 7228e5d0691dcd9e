"""Brings a staged copy to its drive, proves it there, and only then gives it its name.

Needs the backup's own key alone, and no open vault: in the window it runs in a process of its
own, where it takes no time from typing.
"""

from collections.abc import Generator, Iterator
from contextlib import ExitStack, closing, suppress
from pathlib import Path

from app.workflows.backup.errand import Errand
from app.workflows.backup.parts import clear_left, held
from app.workflows.backup.proof import prove
from app.workflows.backup.step import Proof, Stage, Step
from crypto.backup.naming import give_name, refuse_taken
from crypto.backup.opened import OpenBackup, open_backup
from crypto.backup.write_backup import write_backup
from crypto.errors import (
    BackupDamaged,
    BackupInterrupted,
    BackupMissing,
    BackupTooNew,
    BackupUnverified,
    VaultDamaged,
)
from crypto.vault.pages import PAGE_BYTES

_PAGES_A_STEP = 256


def carry_out(errand: Errand) -> Generator[Step]:
    """Makes the backup; the last step holds the proof. What fails, or is given up, is deleted.

    What was written is read back from the drive, and proven there as whoever restores it would.

    Raises BackupNoRoom, BackupInterrupted, BackupPlaceReadOnly, BackupTooLarge, BackupNameTaken,
    BackupUnverified when what lies on the drive is not what was copied, and VaultDamaged when it
    is, and not sound: so it was in the vault.
    """
    refuse_taken(errand.target)
    clear_left(errand.folder)
    with ExitStack() as until_then:
        yield from _written(errand, until_then)
        until_then.callback(_delete, errand.part)
        proof = yield from _proven(errand)
        give_name(errand.part, errand.target)
    yield Step(Stage.PLACED, proof.bytes, proof.bytes, proof)


def _written(errand: Errand, until_then: ExitStack) -> Iterator[Step]:
    total = errand.header.db_bytes
    for number, done in enumerate(
        write_backup(errand.staged, errand.part, errand.header, errand.key)
    ):
        if number == 0:  # now there is a file
            until_then.enter_context(held(errand.part))
        if done <= total:
            yield Step(Stage.COPY, done, total)
        if done >= total:  # all is copied, and a slow drive may be writing it for long yet
            yield Step(Stage.SEAL, total if done > total else 0, total)


def _proven(errand: Errand) -> Generator[Step, None, Proof]:
    """The backup on its drive, opened as anybody would who has its words."""
    proof = None
    try:
        with closing(open_backup(errand.part, errand.key)) as opened:
            if opened.face.one_block_unusable:
                raise BackupUnverified
            reading = False
            try:
                with closing(prove(opened)) as steps:
                    for step in steps:
                        proof, reading = step.proof, _is_reading(step)
                        yield step._replace(proof=None)
            except (BackupDamaged, BackupTooNew):
                if not reading and (yield from _is_as_copied(opened)):
                    raise VaultDamaged from None
                raise
    except BackupMissing:
        raise BackupInterrupted from None
    except (BackupDamaged, BackupTooNew):
        raise BackupUnverified from None
    if proof is None:
        raise BackupUnverified
    return proof


def _is_reading(step: Step) -> bool:
    """Whether bytes of it are still to be read, or were not those that were written."""
    return step.stage is Stage.READ and step.done < step.total


def _is_as_copied(opened: OpenBackup) -> Generator[Step, None, bool]:
    """Whether every page passes the check that it got when it was copied out of the vault.

    Then neither the drive nor the copy is to blame for what the pages hold.
    """
    whole = opened.header.db_bytes
    with closing(opened.pages()) as pages:
        for first in range(0, whole // PAGE_BYTES, _PAGES_A_STEP):
            most = min(_PAGES_A_STEP, whole // PAGE_BYTES - first)
            if pages.damaged(first + 1, most):
                return False
            yield Step(Stage.READ, whole, whole)
    return True


def _delete(part: Path) -> None:
    with suppress(OSError):  # gone: it has its name now, or the drive went away
        part.unlink()
