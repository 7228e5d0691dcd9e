"""Builds a vault, new or restored, beside its place and moves it there whole."""

import errno
import re
import secrets
import shutil
import stat
from collections.abc import Callable, Generator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID, uuid4

from crypto.errors import VaultFolderNotEmpty
from crypto.primitives.kdf import KEY_BYTES, Argon2Cost
from crypto.secret import SecretBytes
from crypto.slots.open_slot import Opened, Slot, make_slot
from crypto.slots.recovery import new_kit
from crypto.slots.slot import NewWay
from crypto.vault import seal
from crypto.vault.atomic_file import sync_folder, write_new
from crypto.vault.connection import VaultConnection, open_database, salt_of
from crypto.vault.disk_errors import as_vault_errors
from crypto.vault.header import (
    FORMAT,
    SUITE,
    Header,
    WrittenHeader,
    refuse_unusable_name,
    render_proven,
)
from crypto.vault.header_files import write_header
from crypto.vault.lock import LOCK_FILE, VaultLock
from crypto.vault.reserve import make_reserve
from crypto.vault.seal import SealState
from crypto.vault.subkeys import Purpose, subkey

HANDOVER_FOLDER = "handover"
_DATABASE_FILE = "vault-1.db"
_SEAL_FILE = "seal-1"
_FIRST_EPOCH = 1
# All that one that was killed can have left: the first files of a vault, and salvage's own.
_SITE_FILE = re.compile(
    r"lock|reserve|seal-1|header\.json|header\.copy\.json|\.header\.json\.new"
    r"|\.header\.copy\.json\.new|(?:vault-1|salvage)\.db(?:-journal|-wal|-shm)?"
)


@dataclass(frozen=True)
class BuiltVault:
    """A vault that is in its place, with what only its maker has: the key and the words."""

    written: WrittenHeader
    opened: Opened
    words: tuple[str, ...] = field(repr=False)


def build_vault(
    folder: Path,
    name: str,
    way: NewWay,
    prepare: Callable[[VaultConnection], SealState],
    *,
    now: datetime,
    cost: Argon2Cost,
) -> BuiltVault:
    """Puts a new vault at `folder`, as `crypto.vault.vault.create_vault` describes."""
    refuse_unusable_name(name)
    way.refuse_unusable()

    def fill(path: Path, key: SecretBytes) -> SealState:
        return _fill_database(path, key, prepare)

    with building_site(folder) as site:
        foundation = Foundation(site, uuid4())
        foundation.fill(fill)
        vault_id, vault_key = foundation.vault_id, foundation.vault_key
        kit = new_kit(kit_number=1, made_on=now.date())
        with kit.enrolment.key_material:
            recovery_slot = make_slot(vault_key, kit.enrolment, vault_id)
        # As late as can be: a keyring keeps its half from here on.
        enrolment = way.enrol(vault_id, cost)
        with enrolment.key_material:
            first_slot = make_slot(vault_key, enrolment, vault_id)
        written = foundation.close(name, (first_slot, recovery_slot), now)
    return BuiltVault(written, Opened(first_slot.descriptor.slot_id, vault_key), kit.words)


@contextmanager
def building_site(folder: Path) -> Generator[Path]:
    """A hidden folder beside `folder`, which takes its place when all is done in it.

    What is raised meanwhile leaves nothing; an OSError is told as the vault's. Raises
    VaultFolderNotEmpty, also for a hidden folder that is none of ours, VaultInUse while another
    process builds there, VaultReadOnly, VaultMissing and SaveNotDurable.
    """
    with as_vault_errors():
        _refuse_occupied(folder)
        # A fixed name: the next attempt clears away what a killed one left.
        site = folder.with_name(f".{folder.name}.new")
        with suppress(FileExistsError):  # whatever it is
            site.mkdir(mode=0o700, parents=True)
        _refuse_foreign(site)  # before the lock is taken, which is a file in it
    lock = VaultLock(site)
    lock.acquire()
    try:
        with as_vault_errors():
            _clear(site)
    except BaseException:
        lock.release()
        raise
    try:
        with as_vault_errors():
            yield site
        _move(site, folder)
    except BaseException:
        shutil.rmtree(site, ignore_errors=True)
        raise
    finally:
        # Not before the site is gone: another maker would clear it.
        lock.release()


class Foundation:
    """The first files of a vault, new or restored, under a key that is made here."""

    def __init__(self, site: Path, vault_id: UUID) -> None:
        self.vault_id = vault_id
        self.vault_key = SecretBytes(secrets.token_bytes(KEY_BYTES))
        self._site = site

    def fill(self, fill: Callable[[Path, SecretBytes], SealState]) -> None:
        """All but the header; `fill` makes the database under a key, and returns its state."""
        with self._subkey(Purpose.DATABASE) as database_key:
            state = fill(self._site / _DATABASE_FILE, database_key)
        with self._subkey(Purpose.SEAL) as seal_key:
            sealed = seal.render(state, seal_key, self.vault_id, _FIRST_EPOCH)
        write_new(self._site / _SEAL_FILE, sealed)
        make_reserve(self._site)
        (self._site / HANDOVER_FOLDER).mkdir(mode=0o700)

    def close(self, name: str, slots: tuple[Slot, ...], now: datetime) -> WrittenHeader:
        """The header, twice, with the slots that open the vault."""
        header = Header(
            format=FORMAT,
            min_reader=FORMAT,
            vault_id=self.vault_id,
            name=name,
            header_seq=1,
            epoch=_FIRST_EPOCH,
            suite=SUITE,
            created_at=now.astimezone(UTC).replace(microsecond=0),
            db_file=_DATABASE_FILE,
            db_salt=salt_of(self._site / _DATABASE_FILE),
            seal_file=_SEAL_FILE,
            slots=slots,
        )
        with self._subkey(Purpose.HEADER) as header_key:
            written = render_proven(header, header_key)
        write_header(self._site, written.data)
        return written

    def _subkey(self, purpose: Purpose) -> SecretBytes:
        return subkey(self.vault_key, purpose, self.vault_id, _FIRST_EPOCH)


def _fill_database(
    path: Path, key: SecretBytes, prepare: Callable[[VaultConnection], SealState]
) -> SealState:
    write_new(path, b"")
    connection = open_database(path, key, new=True)
    try:
        return prepare(connection)
    finally:
        connection.close()


def _move(site: Path, folder: Path) -> None:
    with as_vault_errors():
        try:
            if folder.exists():
                folder.rmdir()
            site.rename(folder)
        except OSError as error:
            if error.errno in {errno.ENOTEMPTY, errno.EEXIST}:
                raise VaultFolderNotEmpty from None
            raise
        try:
            sync_folder(folder.parent)
        except OSError:  # what may be gone after a power cut is no vault
            folder.rename(site)
            raise


def _refuse_occupied(folder: Path) -> None:
    if folder.is_symlink() or (folder.exists() and not folder.is_dir()):
        raise VaultFolderNotEmpty
    if folder.exists() and any(folder.iterdir()):
        raise VaultFolderNotEmpty


def _refuse_foreign(site: Path) -> None:
    """Whoever made a drive can guess the name: it may lead to, or be, somebody's own folder."""
    if not stat.S_ISDIR(site.lstat().st_mode):
        raise VaultFolderNotEmpty
    for left in site.iterdir():
        with suppress(FileNotFoundError):  # another maker is at it, and has the lock
            if not _may_be_cleared(left):
                raise VaultFolderNotEmpty


def _may_be_cleared(left: Path) -> bool:
    mode = left.lstat().st_mode
    if left.name == HANDOVER_FOLDER:
        return stat.S_ISDIR(mode) and not any(left.iterdir())
    return stat.S_ISREG(mode) and _SITE_FILE.fullmatch(left.name) is not None


def _clear(site: Path) -> None:
    _refuse_foreign(site)
    for left in site.iterdir():
        if left.name == HANDOVER_FOLDER:
            left.rmdir()
        elif left.name != LOCK_FILE:
            left.unlink()
