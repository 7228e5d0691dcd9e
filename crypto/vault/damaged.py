"""A vault that is damaged, to be read only: its key is at hand, its database may not even open."""

from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from uuid import UUID

from crypto.errors import VaultDamaged
from crypto.primitives.kdf import APP_COSTS, CostRange
from crypto.secret import SecretBytes
from crypto.slots.slot import Way
from crypto.vault import seal
from crypto.vault.header import Header
from crypto.vault.header_files import read_header
from crypto.vault.in_force import open_in_force
from crypto.vault.lock import ReadersLock
from crypto.vault.open_vault import Vault
from crypto.vault.page_reader import PageReader
from crypto.vault.seal import SealState
from crypto.vault.subkeys import Purpose, subkey


class DamagedVault:
    """Pages and seal of a vault; nothing is ever written to its folder. Of any thread."""

    def __init__(self, folder: Path, header: Header, vault_key: SecretBytes) -> None:
        """Takes the key over."""
        self.folder = folder
        self.vault_id: UUID = header.vault_id
        self.name = header.name
        self._header = header
        self._vault_key = vault_key

    def pages(self) -> PageReader:
        """Its pages, to be closed after use; raises VaultDamaged when there is no such file."""
        header = self._header
        with subkey(self._vault_key, Purpose.DATABASE, self.vault_id, header.epoch) as key:
            try:
                # The header vouches for the salt: the file's own may be what is damaged.
                return PageReader(self.folder / header.db_file, key, header.db_salt)
            except OSError:
                raise VaultDamaged from None

    def seal(self) -> SealState | None:
        """What was sealed last; None when that is missing, or is not this vault's."""
        header = self._header
        try:
            data = (self.folder / header.seal_file).read_bytes()
        except OSError:
            return None
        with subkey(self._vault_key, Purpose.SEAL, self.vault_id, header.epoch) as key:
            return seal.parse(data, key, self.vault_id, header.epoch)

    @contextmanager
    def held(self) -> Generator[None]:
        """Keeps writers out while it is read; raises VaultInUse at once when one is there."""
        lock = ReadersLock(self.folder)
        lock.acquire()
        try:
            yield
        finally:
            lock.release()

    def close(self) -> None:
        """Wipes the key; may be called twice."""
        self._vault_key.wipe()


def damaged_vault(folder: Path, way: Way, costs: CostRange = APP_COSTS) -> DamagedVault:
    """Opens the header alone; raises as `look_at`, and the errors of the way in. Slow.

    Neither the database nor its salt is looked at, since those may be what is damaged.
    """
    in_force = open_in_force(read_header(folder), way, costs)
    return DamagedVault(folder, in_force.written.header, in_force.opened.vault_key)


def damage_of(vault: Vault) -> DamagedVault:
    """The same of a vault that did open; goes on once that is closed, with a key of its own."""
    return DamagedVault(vault.folder, vault.header, SecretBytes(vault.vault_key.reveal()))
