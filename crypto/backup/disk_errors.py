"""What the operating system, and a database on a drive, say of a backup's file."""

import errno
import os
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

from crypto.backup.descriptors import forget
from crypto.errors import (
    BackupDamaged,
    BackupInterrupted,
    BackupNoRoom,
    BackupPlaceReadOnly,
    BackupTooLarge,
    SaveNotDurable,
    StatementRefused,
    VaultDamaged,
    VaultExchanged,
    VaultMissing,
    VaultReadOnly,
)

_FULL = {errno.ENOSPC, errno.EDQUOT}
_READ_ONLY = {errno.EROFS, errno.EACCES, errno.EPERM}


@contextmanager
def as_writing_errors() -> Generator[None]:
    """For a file that is written on a drive; all that is not room or rights is an interruption.

    A drive that is pulled out answers in many ways: no such file, no such device, input/output
    error. The original is dropped on purpose: it quotes the path.
    """
    try:
        yield
    except OSError as error:
        if error.errno in _FULL:
            raise BackupNoRoom(here=False) from None
        if error.errno == errno.EFBIG:
            raise BackupTooLarge from None
        if error.errno in _READ_ONLY:
            raise BackupPlaceReadOnly from None
        raise BackupInterrupted from None


@contextmanager
def as_backup_errors(path: Path) -> Generator[None]:
    """For the database and the pages of the backup at `path`, which speak as a vault's do.

    Raises BackupDamaged, or BackupInterrupted when the drive, or the file, has gone meanwhile.
    """
    try:
        yield
    except (
        OSError,
        VaultDamaged,
        VaultExchanged,
        VaultMissing,
        VaultReadOnly,
        SaveNotDurable,
        StatementRefused,  # a schema that is none of the app's: the statement is about nothing
    ):
        if answers(path):
            raise BackupDamaged from None
        raise BackupInterrupted from None


def answers(path: Path) -> bool:
    """Whether the drive still gives a file's last bytes: it may go on telling of their names."""
    try:
        with path.open("rb", buffering=0) as file:
            forget(file.fileno())
            file.seek(-1, os.SEEK_END)
            return file.read(1) != b""
    except OSError:
        return False
