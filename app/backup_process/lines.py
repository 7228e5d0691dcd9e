"""What the two processes say to each other, a line of JSON each: one errand, then how it goes."""

import os
from pathlib import Path

import msgspec
from msgspec import Struct

from app.workflows.backup.errand import Errand
from app.workflows.backup.step import Step
from crypto import errors
from crypto.backup.header import BackupHeader
from crypto.errors import BackupNoRoom, CryptoError
from crypto.secret import SecretBytes

END = b"\n"

_FAILURES: dict[str, type[CryptoError]] = {
    each.__name__: each
    for each in (
        errors.BackupInterrupted,
        errors.BackupNameTaken,
        errors.BackupPlaceReadOnly,
        errors.BackupTooLarge,
        errors.BackupUnverified,
        errors.VaultDamaged,
    )
}


class Asked(Struct, frozen=True, tag="asked"):
    """An errand; paths as the system has them, which need not be text."""

    staged: bytes
    folder: bytes
    file_name: bytes
    header: BackupHeader
    key: bytes


class Told(Struct, frozen=True, tag="told"):
    """How far it is."""

    step: Step


class Failed(Struct, frozen=True, tag="failed"):
    """What went wrong, by its class; `here` is BackupNoRoom's."""

    error: str
    here: bool = False


def ask(errand: Errand) -> bytes:
    """The line for an errand. It holds the backup's key."""
    return _line(
        Asked(
            staged=os.fsencode(errand.staged),
            folder=os.fsencode(errand.folder),
            file_name=os.fsencode(errand.file_name),
            header=errand.header,
            key=errand.key.reveal(),
        )
    )


def asked(line: bytes) -> Errand:
    """The errand of a line."""
    found = msgspec.json.decode(line, type=Asked)
    return Errand(
        staged=Path(os.fsdecode(found.staged)),
        folder=Path(os.fsdecode(found.folder)),
        file_name=os.fsdecode(found.file_name),
        header=found.header,
        key=SecretBytes(found.key),
    )


def tell(step: Step) -> bytes:
    """The line for a step."""
    return _line(Told(step))


def fail(error: CryptoError) -> bytes:
    """The line for a failure that was foreseen."""
    return _line(Failed(type(error).__name__, isinstance(error, BackupNoRoom) and error.here))


def told(line: bytes) -> Step:
    """The step of a line; raises the failure of one, as its own class."""
    found = msgspec.json.decode(line, type=Told | Failed)
    if isinstance(found, Told):
        return found.step
    if found.error == BackupNoRoom.__name__:
        raise BackupNoRoom(here=found.here)
    raise _FAILURES[found.error]


def _line(message: Asked | Told | Failed) -> bytes:
    return msgspec.json.encode(message) + END
