"""The copy that a backup is made of: on the vault's own disk, under a key of its own.

There, a slow drive, or one that is pulled out, holds up no save.
"""

import secrets
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from uuid import UUID, uuid4

from crypto.backup.room import refuse_without_room
from crypto.backup.subkeys import BackupPurpose, backup_subkey
from crypto.errors import BackupNoRoom, SaveNotDurable
from crypto.primitives.kdf import KEY_BYTES
from crypto.secret import SecretBytes
from crypto.vault.connection import VaultConnection
from crypto.vault.copy_database import Progress, copy_pages, sync_file
from crypto.vault.disk_errors import as_vault_errors
from crypto.vault.open_vault import Vault
from crypto.vault.seal import SealState
from crypto.vault.staged_backups import staged_file

_PAGES_A_STEP = 64  # some 3 ms: a save that waits is not felt, also beside other programs
_PAGES_A_SYNC = 1024


@dataclass(frozen=True)
class Staged:
    """A copy of the whole database, with what opens it. Whoever has it, discards it."""

    path: Path
    backup_id: UUID
    db_bytes: int
    state: SealState  # of the copy: what a seal of it would pin
    key: SecretBytes = field(repr=False)  # the backup's own

    def discard(self) -> None:
        """Wipes the key, and deletes the copy; one that can't be is left to the next opening."""
        self.key.wipe()
        with suppress(OSError):
            self.path.unlink(missing_ok=True)


def stage(vault: Vault, strip: Callable[[VaultConnection], SealState], tell: Progress) -> Staged:
    """Copies the vault's database; on the vault's thread, which breathes at each step.

    `tell` is told pages done and in all, and may meanwhile run other transactions on the vault's
    connection: they are in the copy, but for those that come when all pages are told. What it
    raises ends the copying. `strip` deletes from the copy what no backup holds, and returns the
    state of what is left. What is not returned is deleted soon, on another thread.

    The copy is not proven, and the pages of the vault are not checked first, which would take as
    long again: a page that fails its check is copied as zeros, under a check of the copy's own
    that is right. `PRAGMA integrity_check` of the copy tells, since zeros are no page of a table.

    Raises BackupNoRoom, VaultReadOnly, VaultDamaged and VaultMissing.
    """
    vault.refuse_read_only()
    with as_vault_errors():
        size = (vault.folder / vault.header.db_file).stat().st_size
        refuse_without_room(vault.folder, size, vault.folder)
    backup_id = uuid4()
    path = staged_file(vault.folder, backup_id)
    key = SecretBytes(secrets.token_bytes(KEY_BYTES))
    on_disk = _OnDisk(path)
    watched = _Watched(tell, on_disk)
    try:
        state = _copy(vault, path, key, backup_id, strip, watched)
        with as_vault_errors():
            size = path.stat().st_size
        on_disk.leave()
    except BaseException as error:
        key.wipe()
        on_disk.delete()
        if isinstance(error, SaveNotDurable) and error is not watched.raised:
            raise BackupNoRoom(here=True) from None
        raise
    return Staged(path, backup_id, size, state, key)


class _Watched:
    """Keeps what the caller's own work has raised, which says nothing of the copy."""

    def __init__(self, tell: Progress, on_disk: "_OnDisk") -> None:
        self._tell = tell
        self._on_disk = on_disk
        self.raised: BaseException | None = None

    def __call__(self, done: int, total: int) -> None:
        self._on_disk.has(done)
        try:
            self._tell(done, total)
        except BaseException as error:
            self.raised = error
            raise


class _OnDisk:
    """What of a copy takes the disk's time, done beside the vault's thread, which waits for none.

    It is synced as it grows. Else the system begins by itself when the copy is half a minute old,
    with all of it, and a save is not durable before that is: 0.4 s behind 1.5 GB.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._thread = ThreadPoolExecutor(1, "backup-copy")
        self._synced = 0
        self._under_way: Future[None] | None = None

    def has(self, pages: int) -> None:
        """It has grown; what comes while one sync is under way is left to the next."""
        waits = self._under_way is not None and not self._under_way.done()
        if pages - self._synced >= _PAGES_A_SYNC and not waits:
            self._synced = pages
            self._under_way = self._thread.submit(sync_file, self._path)

    def leave(self) -> None:
        """It is whole."""
        self._thread.shutdown(wait=False)

    def delete(self) -> None:
        """It is not wanted; gigabytes take a moment to go."""
        self._thread.submit(_delete, self._path)
        self._thread.shutdown(wait=False)


def _delete(path: Path) -> None:
    for left in (path, path.with_name(f"{path.name}-journal")):
        with suppress(OSError):
            left.unlink()


def _copy(
    vault: Vault,
    path: Path,
    key: SecretBytes,
    backup_id: UUID,
    strip: Callable[[VaultConnection], SealState],
    tell: Progress,
) -> SealState:
    with backup_subkey(key, BackupPurpose.DATABASE, backup_id) as database_key:
        copy = copy_pages(vault.connection, path, database_key, tell, _PAGES_A_STEP)
    try:
        return strip(copy)
    finally:
        copy.close()
