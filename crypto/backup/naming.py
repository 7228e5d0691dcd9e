"""Gives a finished backup its name, and never takes another file's."""

import ctypes
import errno
import os
import sys
from contextlib import suppress
from pathlib import Path

from crypto.backup.disk_errors import as_writing_errors
from crypto.errors import BackupNameTaken
from crypto.vault.atomic_file import sync_folder

# <linux/fs.h>, <fcntl.h>
_RENAME_NOREPLACE = 1
_AT_FDCWD = -100
# What a file system says that knows no such rename, or a kernel without the call.
_NOT_KNOWN = {errno.EINVAL, errno.ENOSYS, errno.EOPNOTSUPP}
# And what one says that can't sync a folder, as FAT under some drivers.
_NO_FOLDER_SYNC = {errno.EINVAL, errno.ENOSYS, errno.EOPNOTSUPP, errno.EBADF}


def refuse_taken(target: Path) -> None:
    """Before all the work; `give_name` makes sure of it, and raises the same."""
    with as_writing_errors():
        try:
            target.lstat()
        except FileNotFoundError:
            return
    raise BackupNameTaken


def give_name(part: Path, target: Path) -> None:
    """Renames `part` to `target`, durably.

    Raises BackupNameTaken when a file is there already, which stays; BackupPlaceReadOnly and
    BackupInterrupted; then there is no file of that name, if the drive still takes one away.
    """
    with as_writing_errors():
        try:
            _rename(part, target)
        except FileExistsError:
            raise BackupNameTaken from None
        try:
            _sync_folder(target.parent)
        except OSError:  # what may be gone after a power cut is no backup
            with suppress(OSError):
                target.unlink()
            raise


def _rename(part: Path, target: Path) -> None:
    # A stick's file system has no hard links, and `os.rename` replaces what is there (but on
    # Windows). Linux has one call that doesn't, on every file system of its own, FAT included.
    if os.name == "nt":
        part.rename(target)
    elif not _renamed_by_linux(part, target):
        # One instant in which a kill leaves an empty file of that name, which is no backup.
        os.close(os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
        try:
            part.replace(target)
        except OSError:
            with suppress(OSError):
                target.unlink()
            raise


def _renamed_by_linux(part: Path, target: Path) -> bool:
    """False where there is no such call; raises OSError."""
    if sys.platform != "linux":
        return False
    call = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
    if call is None:
        return False
    ends = (_AT_FDCWD, os.fsencode(part), _AT_FDCWD, os.fsencode(target))
    if call(*ends, _RENAME_NOREPLACE) == 0:
        return True
    code = ctypes.get_errno()
    if code in _NOT_KNOWN:
        return False
    raise OSError(code, os.strerror(code))


def _sync_folder(folder: Path) -> None:
    try:
        sync_folder(folder)
    except OSError as error:
        if error.errno not in _NO_FOLDER_SYNC:
            raise
