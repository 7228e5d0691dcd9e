"""A vault from the outside (its face) and from the inside (open), and the ways between them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from uuid import UUID

from crypto.errors import HeaderVaultMismatch, VaultDamaged, WrongSecret
from crypto.keyring.store import KeyStore
from crypto.primitives.kdf import APP_COSTS, STANDARD_COST, Argon2Cost, CostRange
from crypto.secret import SecretBytes
from crypto.slots import keyring_slot
from crypto.slots.keyring_passphrase import KeyringPassphraseSlot
from crypto.slots.keyring_slot import KeyringSlot
from crypto.slots.open_slot import open_slot
from crypto.slots.recovery import RecoverySlot, RecoveryWay, repairs
from crypto.slots.slot import NewWay, SlotKind, Way
from crypto.vault import build, seal
from crypto.vault.atomic_file import write_atomically
from crypto.vault.connection import SALT_BYTES, VaultConnection, open_database, salt_of
from crypto.vault.disk_errors import as_vault_errors
from crypto.vault.header import Header
from crypto.vault.header_files import read_header, write_header
from crypto.vault.lock import VaultLock
from crypto.vault.reserve import give_up_reserve, renew_reserve
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


class Vault:
    """An open vault: its database connection, its seal, and the lock that keeps others out."""

    def __init__(
        self,
        folder: Path,
        header: Header,
        vault_key: SecretBytes,
        connection: VaultConnection,
        lock: VaultLock,
    ) -> None:
        self.folder = folder
        self.vault_id = header.vault_id
        self.name = header.name
        self.epoch = header.epoch
        self.connection = connection
        self._seal_path = folder / header.seal_file
        self._seal_key = subkey(vault_key, Purpose.SEAL, header.vault_id, header.epoch)
        self._vault_key = vault_key
        self._lock = lock

    def write_seal(self, state: SealState) -> None:
        """Pins `state`, durably; raises SaveNotDurable, VaultReadOnly or VaultMissing."""
        data = seal.render(state, self._seal_key, self.vault_id, self.epoch)
        with as_vault_errors():
            write_atomically(self._seal_path, data)

    def read_seal(self) -> SealState | None:
        """What was pinned last; None when the seal is missing or is not this vault's."""
        try:
            data = self._seal_path.read_bytes()
        except OSError:
            return None
        return seal.parse(data, self._seal_key, self.vault_id, self.epoch)

    def give_up_reserve(self) -> bool:
        """Frees 8 MB for what is not saved yet; False when that was done before.

        The next opening takes them again.
        """
        with as_vault_errors():
            return give_up_reserve(self.folder)

    def close(self) -> None:
        """Closes the database, wipes the keys and lets others open the vault."""
        self.connection.close()
        self._seal_key.wipe()
        self._vault_key.wipe()
        self._lock.release()


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


def open_vault(folder: Path, way: Way, *, costs: CostRange = APP_COSTS) -> Vault:
    """Opens a vault by one way in, on the thread that will use its connection.

    Slow: derives keys and may wait for a keyring. Raises VaultInUse at once when the vault is
    open elsewhere, what `look_at` raises, the errors of the way in, HeaderTampered,
    HeaderVaultMismatch and VaultDamaged.
    """
    read_header(folder)  # before anything is made in a folder that holds no vault
    lock = VaultLock(folder)
    lock.acquire()
    try:
        found = read_header(folder)
        header = found.written.header
        vault_key = open_slot(way, header.slots, header.vault_id, costs)
        with subkey(vault_key, Purpose.HEADER, header.vault_id, header.epoch) as header_key:
            found.written.check_mac(header_key)
        if found.differ:
            write_header(folder, found.written.data)
        return _opened(folder, header, vault_key, lock)
    except BaseException:
        lock.release()
        raise


def hold_secret(folder: Path, store: KeyStore) -> KeyStore:
    """Asks the keyring now, so that `open_vault` need not wait: a store with the answer in hand.

    Runs on any thread and locks nothing; a person who tires of waiting may open the vault by
    their Recovery Kit meanwhile. Raises KeyringError and what `look_at` raises.
    """
    header = read_header(folder).written.header
    descriptors = [slot.descriptor for slot in header.slots]
    kept = [each for each in descriptors if isinstance(each, KeyringSlot | KeyringPassphraseSlot)]
    return keyring_slot.hold_secret(store, header.vault_id, kept)


def find_repair(folder: Path, words: Sequence[str]) -> tuple[str, ...] | None:
    """The vault's own 24 words, when the given ones are a single slip away from them.

    A slip is one wrong word or two neighbours swapped. Raises RecoveryWordUnknown and what
    `look_at` raises.
    """
    header = read_header(folder).written.header
    for candidate in repairs(words):
        try:
            open_slot(RecoveryWay(candidate), header.slots, header.vault_id, APP_COSTS).wipe()
        except WrongSecret:
            continue
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
        return _opened(folder, built.header, built.vault_key, lock), built.words
    except BaseException:
        lock.release()
        raise


def _opened(folder: Path, header: Header, vault_key: SecretBytes, lock: VaultLock) -> Vault:
    path = folder / header.db_file
    _check_salt(path, header.db_salt)
    with subkey(vault_key, Purpose.DATABASE, header.vault_id, header.epoch) as database_key:
        connection = open_database(path, database_key)
    renew_reserve(folder)
    return Vault(folder, header, vault_key, connection, lock)


def _check_salt(path: Path, expected: bytes) -> None:
    try:
        salt = salt_of(path)
    except OSError:
        raise VaultDamaged from None
    if len(salt) < SALT_BYTES:
        raise VaultDamaged
    if salt != expected:
        raise HeaderVaultMismatch
