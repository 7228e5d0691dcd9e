"""Room on a disk for a copy, and for what is saved beside it meanwhile."""

import shutil
from pathlib import Path

from crypto.errors import BackupNoRoom

# Stays free on the vault's disk, so that saves go on while a copy fills it.
_MARGIN_BYTES = 16 * 1024 * 1024  # twice the reserve


def refuse_without_room(folder: Path, needed: int, vault: Path) -> None:
    """Before the first byte, raises BackupNoRoom, and OSError; `vault` is a folder of its disk.

    A file system that doesn't know its size says nought, and is not asked for room.
    """
    here = folder == vault
    if here or folder.stat().st_dev == vault.stat().st_dev:
        needed += _MARGIN_BYTES
    usage = shutil.disk_usage(folder)
    if usage.total > 0 and usage.free < needed:
        raise BackupNoRoom(here=here)
