"""Eight megabytes that the vault gives up when the disk is full, so that drafts still fit."""

import secrets
from contextlib import suppress
from pathlib import Path

from crypto.vault.atomic_file import sync_folder, write_new

RESERVE_FILE = "reserve"
_BYTES = 8 * 1024 * 1024


def make_reserve(folder: Path) -> None:
    """Takes the space; raises OSError. Random bytes, since a file system may compress others."""
    write_new(folder / RESERVE_FILE, secrets.token_bytes(_BYTES))


def renew_reserve(folder: Path) -> None:
    """Takes the space again where it was given up; without room for it, not."""
    path = folder / RESERVE_FILE
    if path.exists() and path.stat().st_size == _BYTES:
        return
    try:
        path.unlink(missing_ok=True)
        make_reserve(folder)
    except OSError:
        with suppress(OSError):
            path.unlink(missing_ok=True)


def give_up_reserve(folder: Path) -> bool:
    """Frees the space; False when there was none left to free. Raises OSError."""
    try:
        (folder / RESERVE_FILE).unlink()
    except FileNotFoundError:
        return False
    sync_folder(folder)
    return True
