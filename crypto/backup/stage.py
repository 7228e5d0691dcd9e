"""The copy that a backup is made of: on the vault's own disk, under a key of its own.

There, a slow drive, or one that is pulled out, holds up no save.
"""

import secrets
import shutil
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from uuid import UUID, uuid4

from crypto.backup.subkeys import BackupPurpose, backup_subkey
from crypto.errors import BackupNoRoom, SaveNotDurable
from crypto.primitives.kdf import KEY_BYTES
from crypto.secret import SecretBytes
from crypto.vault.connection import VaultConnection
from crypto.vault.copy_database import Progress, copy_pages
from crypto.vault.disk_errors import as_vault_errors
from crypto.vault.open_vault import Vault
from crypto.vault.seal import SealState
from crypto.vault.staged_backups import staged_file

_PAGES_A_STEP = 256  # one megabyte, some 10 ms: a save that waits is not felt
# What must stay free beside the copy, so that saves go on while it lies there.
_MARGIN_BYTES = 16 * 1024 * 1024  # twice the reserve


@dataclass(frozen=True)
class Staged:
    """A copy of the whole database, with what opens it. Whoever has it, discards it."""

    path: Path
    backup_id: UUID
    db_bytes: int
    state: SealState  # of the copy: what a seal of it would pin
    key: SecretBytes = field(repr=False)  # the backup's own

    def discard(self) -> None:
        """Deletes the copy, and wipes the key."""
        self.path.unlink(missing_ok=True)
        self.key.wipe()


def stage(vault: Vault, strip: Callable[[VaultConnection], SealState], tell: Progress) -> Staged:
    """Copies the vault's database; on the vault's thread, which breathes at each step.

    `tell` is told pages done and in all, and may meanwhile run other transactions on the vault's
    connection: they are in the copy, but for those that come when all pages are told. What it
    raises ends the copying. `strip` deletes from the
    copy what no backup holds, and returns the state of what is left. Nothing stays behind unless
    it is returned.

    The copy is not proven, and the pages of the vault are not checked first, which would take as
    long again: a page that fails its check is copied as zeros, under a check of the copy's own
    that is right. `PRAGMA integrity_check` of the copy tells, since zeros are no page of a table.

    Raises BackupNoRoom, VaultReadOnly, VaultDamaged and VaultMissing.
    """
    vault.refuse_read_only()
    _refuse_without_room(vault)
    backup_id = uuid4()
    path = staged_file(vault.folder, backup_id)
    key = SecretBytes(secrets.token_bytes(KEY_BYTES))
    watched = _Watched(tell)
    try:
        state = _copy(vault, path, key, backup_id, strip, watched)
        with as_vault_errors():
            size = path.stat().st_size
    except BaseException as error:
        key.wipe()
        for left in (path, path.with_name(f"{path.name}-journal")):
            with suppress(OSError):
                left.unlink()
        if isinstance(error, SaveNotDurable) and error is not watched.raised:
            raise BackupNoRoom(here=True) from None
        raise
    return Staged(path, backup_id, size, state, key)


class _Watched:
    """Keeps what the caller's own work has raised, which says nothing of the copy."""

    def __init__(self, tell: Progress) -> None:
        self._tell = tell
        self.raised: BaseException | None = None

    def __call__(self, done: int, total: int) -> None:
        try:
            self._tell(done, total)
        except BaseException as error:
            self.raised = error
            raise


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


def _refuse_without_room(vault: Vault) -> None:
    # Before the first byte: a disk that this fills takes no save any more.
    with as_vault_errors():
        needed = (vault.folder / vault.header.db_file).stat().st_size + _MARGIN_BYTES
        if shutil.disk_usage(vault.folder).free < needed:
            raise BackupNoRoom(here=True)
