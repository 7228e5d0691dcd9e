"""Moves a vault to another folder: a whole copy first, then the old one goes.

Two copies of one vault that are both written to would go two ways, so the old one is removed as
soon as the new one is complete, header first: from then on there is no vault in it.
"""

import hashlib
import os
import shutil
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from app.vault_place.sync_service import sync_service
from crypto.errors import VaultFolderNotEmpty, VaultMissing, VaultOnSyncedFolder
from crypto.vault.atomic_file import sync_folder, write_new
from crypto.vault.disk_errors import as_vault_errors
from crypto.vault.header_files import COPIES
from crypto.vault.lock import LOCK_FILE, ReadersLock, VaultLock
from crypto.vault.reserve import RESERVE_FILE

_OWN = 0o700
_LEFT_BEHIND = {LOCK_FILE, RESERVE_FILE}  # made anew where the vault is opened


@dataclass(frozen=True)
class Moved:
    """Where the vault is now, and whether the old folder could not be removed."""

    folder: Path
    old_remains: bool


def move_vault(folder: Path, parent: Path) -> Moved:
    """Moves the vault into a folder of the same name below `parent`; takes as long as copying.

    Killed at any moment, the old folder is whole, or the new one is. Raises VaultInUse while
    somebody has it open, VaultOnSyncedFolder and VaultFolderNotEmpty for a place that won't do,
    VaultMissing, VaultReadOnly and SaveNotDurable; the old folder is as it was then.
    """
    target = parent / folder.name
    if not any((folder / name).exists() for name in COPIES):
        raise VaultMissing
    if sync_service(parent) is not None:
        raise VaultOnSyncedFolder
    if target.exists():
        raise VaultFolderNotEmpty
    writable = os.access(folder, os.W_OK)
    lock = VaultLock(folder) if writable else ReadersLock(folder)
    lock.acquire()
    try:
        with as_vault_errors():
            _copy(folder, target)
        return Moved(target, old_remains=not (writable and _remove(folder)))
    finally:
        lock.release()


def _copy(folder: Path, target: Path) -> None:
    building = target.with_name(f".{target.name}.new")
    if building.exists():  # of a move that was killed
        shutil.rmtree(building)
    building.mkdir(_OWN)
    try:
        for path in _files(folder):
            _copy_file(path, building / path.relative_to(folder))
        sync_folder(building)
        building.rename(target)
    except BaseException:
        shutil.rmtree(building, ignore_errors=True)
        raise
    sync_folder(target.parent)


def _files(folder: Path) -> list[Path]:
    found = [path for path in folder.rglob("*") if path.is_file() and not path.is_symlink()]
    return sorted(
        path
        for path in found
        if path.name not in _LEFT_BEHIND and not (path.name[0] == "." and path.suffix == ".new")
    )


def _copy_file(source: Path, target: Path) -> None:
    target.parent.mkdir(_OWN, exist_ok=True)
    data = source.read_bytes()
    write_new(target, data)
    if hashlib.sha256(target.read_bytes()).digest() != hashlib.sha256(data).digest():
        raise OSError


def _remove(folder: Path) -> bool:
    """Takes the old folder away, header first; False when something stays."""
    try:
        for name in COPIES:
            (folder / name).unlink(missing_ok=True)
        sync_folder(folder)
    except OSError:
        return False
    with suppress(OSError):
        shutil.rmtree(folder)
    return not folder.exists()
