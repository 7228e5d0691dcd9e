"""A vault from the outside (its face) and from the inside (open), and the ways between them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from uuid import UUID

from crypto.errors import (
    HeaderVaultMismatch,
    KeyringBackendChanged,
    KeyringItemGone,
    VaultDamaged,
    WrongSecret,
)
from crypto.keyring.held import HeldSecret
from crypto.keyring.store import KeyStore
from crypto.primitives.kdf import APP_COSTS, STANDARD_COST, Argon2Cost, CostRange
from crypto.slots import keyring_slot
from crypto.slots.keyring_passphrase import KeyringPassphraseSlot
from crypto.slots.keyring_slot import KeyringSlot
from crypto.slots.open_slot import open_slot
from crypto.slots.recovery import RecoverySlot, RecoveryWay, repairs
from crypto.slots.slot import NewWay, SlotKind, Way
from crypto.vault import build
from crypto.vault.connection import SALT_BYTES, VaultConnection, open_database, salt_of
from crypto.vault.header import Header
from crypto.vault.header_files import read_header
from crypto.vault.in_force import InForce, open_in_force
from crypto.vault.lock import ReadersLock, VaultLock
from crypto.vault.open_vault import Vault
from crypto.vault.seal import SealState
from crypto.vault.subkeys import Purpose, subkey


@dataclass(frozen=True)
class VaultFace:
    """What may be known of a vault while it is locked."""

    folder: Path
    vault_id: UUID
    name: str
    created_at: datetime
    kinds: frozenset[SlotKind]
    kit_number: int
    kit_made_on: date
    header_was_repaired: bool  # a copy of the header is damaged; unlocking repairs it


def look_at(folder: Path) -> VaultFace:
    """Reads a vault's header without any secret, and changes nothing.

    Raises VaultMissing, HeaderDamaged, HeaderTampered, VaultTooNew and VaultReadOnly.
    """
    found = read_header(folder)
    header = found.written.header
    descriptors = [slot.descriptor for slot in header.slots]
    kit = next(each for each in descriptors if isinstance(each, RecoverySlot))
    return VaultFace(
        folder=folder,
        vault_id=header.vault_id,
        name=header.name,
        created_at=header.created_at,
        kinds=frozenset(descriptor.kind for descriptor in descriptors),
        kit_number=kit.kit_number,
        kit_made_on=kit.kit_made_on,
        header_was_repaired=found.one_unusable,
    )


def open_vault(
    folder: Path, way: Way, *, costs: CostRange = APP_COSTS, read_only: bool = False
) -> Vault:
    """Opens a vault by one way in, on the thread that will use its connection.

    Slow: derives keys and may wait for a keyring. Raises VaultInUse at once when the vault is
    open elsewhere, what `look_at` raises, the errors of the way in, HeaderTampered,
    HeaderVaultMismatch and VaultDamaged.

    Writes nothing but the lock file: what is to be repaired waits for `Vault.settle`, so that
    the vault is compared with its seal and pin first. With `read_only` the folder need not be
    writable, and there is no lock file either. Raises VaultReadOnly when a killed process left
    a journal, which only writing can undo.
    """
    read_header(folder)  # before anything is made in a folder that holds no vault
    lock = ReadersLock(folder) if read_only else VaultLock(folder)
    lock.acquire()
    try:
        found = read_header(folder)
        # Before any secret: that it does not open another vault's header says nothing.
        _check_salt(folder, found.written.header)
        in_force = open_in_force(found, way, costs)
        return _opened(folder, in_force, lock, read_only=read_only, repair=found.differ)
    except BaseException:
        lock.release()
        raise


def hold_secret(folder: Path, store: KeyStore) -> HeldSecret:
    """Asks the keyring now, so that `open_vault` need not wait: the answers, and the pin, in hand.

    Runs on any thread and locks nothing; a person who tires of waiting may open the vault by
    their Recovery Kit meanwhile. Raises KeyringError and what `look_at` raises; where the store
    has nothing because header and database don't belong together, HeaderVaultMismatch or
    VaultDamaged.
    """
    headers = [written.header for written in read_header(folder).candidates]
    # Of both copies: which of them is in force, only the vault key can tell.
    descriptors = [slot.descriptor for header in headers for slot in header.slots]
    kept = [each for each in descriptors if isinstance(each, KeyringSlot | KeyringPassphraseSlot)]
    try:
        return keyring_slot.hold_secret(store, headers[0].vault_id, kept)
    except (KeyringItemGone, KeyringBackendChanged):
        _check_salt(folder, headers[0])  # the store knows nothing of another vault's header
        raise


def find_repair(folder: Path, words: Sequence[str]) -> tuple[str, ...] | None:
    """The vault's own 24 words, when the given ones are a single slip away from them.

    A slip is one wrong word or two neighbours swapped. Raises RecoveryWordUnknown and what
    `look_at` raises.
    """
    header = read_header(folder).written.header
    for candidate in repairs(words):
        try:
            opened = open_slot(RecoveryWay(candidate), header.slots, header.vault_id, APP_COSTS)
        except WrongSecret:
            continue
        opened.vault_key.wipe()
        return candidate
    return None


def create_vault(
    folder: Path,
    name: str,
    way: NewWay,
    prepare: Callable[[VaultConnection], SealState],
    *,
    now: datetime,
    cost: Argon2Cost = STANDARD_COST,
    costs: CostRange = APP_COSTS,
) -> tuple[Vault, tuple[str, ...]]:
    """Makes a vault at `folder` and opens it; returns it with the 24 words of its recovery kit.

    `prepare` fills the new database and returns what its first seal pins. Killed at any moment,
    there is either no vault at `folder` or a whole one. `now` is aware; the kit bears its date.

    Raises VaultFolderNotEmpty, VaultNameNotUsable, PassphraseNotUsable, KeyringError,
    VaultInUse while another process makes a vault there, VaultReadOnly and SaveNotDurable.
    """
    if cost not in costs:
        raise ValueError("a vault that no reader would open")
    built = build.build_vault(folder, name, way, prepare, now=now, cost=cost)
    lock = VaultLock(folder)
    lock.acquire()
    try:
        in_force = InForce(built.written, built.opened, damaged=False)
        return _opened(folder, in_force, lock), built.words
    except BaseException:
        lock.release()
        raise


def _opened(
    folder: Path,
    in_force: InForce,
    lock: VaultLock | ReadersLock,
    *,
    read_only: bool = False,
    repair: bool = False,
) -> Vault:
    header, vault_key = in_force.written.header, in_force.opened.vault_key
    path = folder / header.db_file
    with subkey(vault_key, Purpose.DATABASE, header.vault_id, header.epoch) as database_key:
        connection = open_database(path, database_key, read_only=read_only)
    try:
        return Vault(folder, in_force, connection, lock, read_only=read_only, repair=repair)
    except BaseException:
        connection.close()
        raise


def _check_salt(folder: Path, header: Header) -> None:
    try:
        salt = salt_of(folder / header.db_file)
    except OSError:
        raise VaultDamaged from None
    if len(salt) < SALT_BYTES:
        raise VaultDamaged
    if salt != header.db_salt:
        raise HeaderVaultMismatch
