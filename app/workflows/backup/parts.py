"""Backups that are being made, under their hidden names, and those that a kill left behind."""

import errno
import os
import sys
from collections.abc import Generator
from contextlib import contextmanager, suppress
from pathlib import Path

from app.workflows.backup.errand import SUFFIX, Errand
from crypto.backup.face import look_at_backup
from crypto.errors import BackupError

_PARTS = f".*{SUFFIX}.part"


@contextmanager
def held(part: Path) -> Generator[None]:
    """Tells other processes, for as long as this one lives, that somebody still writes `part`."""
    descriptor = None
    with suppress(OSError):
        descriptor = _locked(part)
    try:
        yield
    finally:
        if descriptor is not None:
            os.close(descriptor)


def half_made(folder: Path) -> list[Path]:
    """Those that lie there, whoever made them, and whether or not somebody is still at it."""
    return sorted(folder.glob(_PARTS))


def clear_left(folder: Path) -> None:
    """Deletes what nobody writes any more: a stick has no room for halves of backups.

    What can't be deleted stays; where a drive knows no locks, all stays.
    """
    with suppress(OSError):
        for part in half_made(folder):
            clear(part)


def clear(part: Path, *, ours: bool = False) -> None:
    """Deletes one of them, unless somebody still writes it; without locks only one of `ours`."""
    descriptor = None
    try:
        descriptor = _locked(part)
    except BlockingIOError:
        return
    except OSError:
        if not ours:
            return
    with suppress(OSError):
        part.unlink()
    if descriptor is not None:
        os.close(descriptor)


def undo(errand: Errand) -> None:
    """Deletes what was made of it, half or whole: a backup that nobody was told of.

    For when nobody is at it any more.
    """
    clear(errand.part, ours=errand.header.backup_id.hex[:8] in errand.file_name)
    with suppress(OSError, BackupError):
        if look_at_backup(errand.target).backup_id == errand.header.backup_id:
            errand.target.unlink()


def _locked(part: Path) -> int:
    """Raises BlockingIOError while somebody writes it, another OSError without file or locks."""
    if sys.platform == "win32":
        raise OSError(errno.ENOLCK, os.strerror(errno.ENOLCK))
    # Of POSIX systems only.
    import fcntl

    descriptor = os.open(part, os.O_RDWR | os.O_NOFOLLOW | os.O_NONBLOCK)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        os.close(descriptor)
        raise
    return descriptor
