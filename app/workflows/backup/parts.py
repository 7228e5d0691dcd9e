"""Backups that are being made, under their hidden names, and those that a kill left behind."""

import os
import sys
from collections.abc import Generator
from contextlib import contextmanager, suppress
from pathlib import Path

from app.workflows.backup.errand import Errand
from crypto.backup.face import look_at_backup
from crypto.errors import BackupError

_PARTS = ".*.underrose-backup.part"


@contextmanager
def held(part: Path) -> Generator[None]:
    """Tells other processes, for as long as this one lives, that somebody still writes `part`."""
    descriptor = _lock(part)
    try:
        yield
    finally:
        if descriptor is not None:
            os.close(descriptor)


def clear_left(folder: Path) -> None:
    """Deletes what nobody writes any more: a stick has no room for halves of backups.

    What can't be deleted stays; where a drive knows no locks, all stays.
    """
    with suppress(OSError):
        for part in sorted(folder.glob(_PARTS)):
            clear(part)


def clear(part: Path) -> None:
    """Deletes one of them, unless somebody still writes it."""
    if (descriptor := _lock(part)) is not None:
        with suppress(OSError):
            part.unlink()
        os.close(descriptor)


def undo(errand: Errand) -> None:
    """Deletes what was made of it, half or whole: a backup that nobody was told of."""
    clear(errand.part)
    with suppress(OSError, BackupError):
        if look_at_backup(errand.target).backup_id == errand.header.backup_id:
            errand.target.unlink()


def _lock(part: Path) -> int | None:
    if sys.platform == "win32":
        return None
    # Of POSIX systems only.
    import fcntl

    try:
        descriptor = os.open(part, os.O_RDWR | os.O_NOFOLLOW | os.O_NONBLOCK)
    except OSError:
        return None
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:  # somebody else's, or a file system without locks
        os.close(descriptor)
        return None
    return descriptor
