"""A vault made of a backup: beside its place, under a new key, moved there whole."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from uuid import UUID

from crypto.backup.disk_errors import answers
from crypto.backup.opened import OpenBackup
from crypto.errors import BackupDamaged, BackupInterrupted, SaveNotDurable, VaultDamaged
from crypto.secret import SecretBytes
from crypto.slots.recovery import kit_again
from crypto.vault.build import Foundation, building_site
from crypto.vault.change_slots import PendingKit, kit_slot
from crypto.vault.connection import VaultConnection, open_database
from crypto.vault.copy_database import Progress, copy_pages, has_sound_rows, sync_file
from crypto.vault.header import refuse_unusable_name
from crypto.vault.pages import PAGE_BYTES
from crypto.vault.seal import SealState


@dataclass(frozen=True)
class GivenKit:
    """The kit that opens the restored vault: the one on paper, or a new one that is there too."""

    words: tuple[str, ...] = field(repr=False)
    number: int
    made_on: date


@dataclass(frozen=True)
class RestoredVault:
    """A vault that is in its place; so far only the words of its kit open it."""

    folder: Path
    vault_id: UUID
    kit_number: int


def restore_vault(
    opened: OpenBackup,
    folder: Path,
    name: str,
    kit: GivenKit,
    prepare: Callable[[VaultConnection], SealState],
    *,
    now: datetime,
    progress: Progress,
) -> RestoredVault:
    """Makes a vault at `folder` of a backup that has opened; on the thread that opened it.

    It has the id of the vault that was backed up, and nothing else of it that could be mistaken:
    a new key, and slots of its own, so that no pin on any computer speaks of it. `prepare` is
    given the copied database, brings it up to date, verifies all of it, and returns what its
    first seal pins. `progress` is told pages; what it raises ends the work. Killed at any moment
    there is either no vault at `folder` or a whole one.

    Raises VaultFolderNotEmpty, VaultNameNotUsable, VaultInUse while another process makes a vault
    there, VaultReadOnly, VaultMissing, SaveNotDurable, BackupDamaged, BackupInterrupted, and
    RecoveryWordUnknown and RecoveryChecksum for words that are none.
    """
    refuse_unusable_name(name)
    vault_id = opened.header.vault_id
    pending = PendingKit(kit.words, kit.number, kit_again(kit.words, kit.number, kit.made_on))

    def copy(path: Path, key: SecretBytes) -> SealState:
        return _copied(opened, path, key, prepare, progress)

    with pending.enrolment.key_material, building_site(folder) as site:
        foundation = Foundation(site, vault_id)
        with foundation.vault_key:
            foundation.fill(copy)
            slot = kit_slot(foundation.vault_key, pending, vault_id)
            foundation.close(name, (slot,), now)
    return RestoredVault(folder, vault_id, kit.number)


def _copied(
    opened: OpenBackup,
    path: Path,
    key: SecretBytes,
    prepare: Callable[[VaultConnection], SealState],
    progress: Progress,
) -> SealState:
    pages = _check_bytes(opened, progress)

    def tell(done: int, _total: int) -> None:
        progress(pages + done, 2 * pages)

    try:
        copy_pages(opened.connection, path, key, tell).close()
    except VaultDamaged:
        raise BackupDamaged from None
    except SaveNotDurable:
        # Of the two files the driver does not say which one failed.
        if not answers(opened.path):
            raise BackupInterrupted from None
        raise
    connection = open_database(path, key)
    try:
        if not has_sound_rows(connection, lambda: progress(2 * pages, 2 * pages)):
            raise BackupDamaged  # the drive gave other pages the second time
        state = prepare(connection)
    except VaultDamaged:
        raise BackupDamaged from None
    finally:
        connection.close()
    sync_file(path)
    return state


def _check_bytes(opened: OpenBackup, progress: Progress) -> int:
    """How many pages there are, all as written: SQLCipher copies one that fails as zeros."""
    pages = opened.header.db_bytes // PAGE_BYTES
    for done in opened.check_bytes():
        progress(done // PAGE_BYTES, 2 * pages)
    return pages
