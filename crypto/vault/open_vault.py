"""An open vault: its key, its header, its seal and its pin, until it is closed."""

import hashlib
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from msgspec import structs

from crypto.errors import CryptoError, VaultReadOnly
from crypto.slots.open_slot import AnyDescriptor, Slot
from crypto.vault import pin, seal
from crypto.vault.atomic_file import write_atomically
from crypto.vault.connection import VaultConnection
from crypto.vault.databases import finish_what_was_begun
from crypto.vault.disk_errors import as_vault_errors
from crypto.vault.header import Header, render_proven
from crypto.vault.header_files import read_header, set_aside, write_header
from crypto.vault.in_force import InForce
from crypto.vault.lock import ReadersLock, VaultLock
from crypto.vault.pages import Pages
from crypto.vault.pin import Pin, PinToKeep
from crypto.vault.reserve import give_up_reserve, renew_reserve
from crypto.vault.seal import SealState
from crypto.vault.staged_backups import clear_staged
from crypto.vault.subkeys import Purpose, subkey


class Vault:
    """An open vault: its database connection, its seal, and the lock that keeps others out."""

    def __init__(
        self,
        folder: Path,
        in_force: InForce,
        connection: VaultConnection,
        lock: VaultLock | ReadersLock,
        *,
        read_only: bool,
        repair: bool = False,
    ) -> None:
        """`repair` says that a copy of the header is another than the one in force."""
        header = in_force.written.header
        self.folder = folder
        self.vault_id = header.vault_id
        self.name = header.name
        self.epoch = header.epoch
        self.connection = connection
        self.read_only = read_only
        self.header_was_damaged = in_force.damaged
        self.opened_by = in_force.opened.slot_id
        self.vault_key = in_force.opened.vault_key
        self.written = in_force.written
        self._seal_path = folder / header.seal_file
        self._seal_key = subkey(self.vault_key, Purpose.SEAL, header.vault_id, header.epoch)
        self._lock = lock
        self._not_ours = in_force.not_ours
        self._repair = repair
        self._settled = read_only

    @property
    def header(self) -> Header:
        """The header in force."""
        return self.written.header

    @property
    def header_seq(self) -> int:
        """One more with each header written."""
        return self.header.header_seq

    @property
    def header_sha256(self) -> bytes:
        """Tells the header in force from any other, also of the same number."""
        return hashlib.sha256(self.written.data).digest()

    @property
    def descriptors(self) -> tuple[AnyDescriptor, ...]:
        """Every way in, in the header's order."""
        return tuple(slot.descriptor for slot in self.header.slots)

    def refuse_read_only(self) -> None:
        """Raises VaultReadOnly when the vault was opened so."""
        if self.read_only:
            raise VaultReadOnly

    def settle(self) -> None:
        """Repairs the header's copies, finishes what a kill interrupted, and takes the reserve.

        For whoever has compared the vault with its seal and pin: until then the folder stays as
        it was found. Does nothing the second time, or for reading only. Raises SaveNotDurable,
        VaultReadOnly and VaultMissing.
        """
        if self._settled:
            return
        if self._repair:
            for copy in self._not_ours:
                set_aside(self.folder, copy)
            write_header(self.folder, self.written.data)
        finish_what_was_begun(self.folder, self.header)
        clear_staged(self.folder)  # before the reserve, which may need the room
        renew_reserve(self.folder)
        self._settled = True

    def put_slots(self, slots: Sequence[Slot]) -> None:
        """Writes a header with these ways in, both copies of it.

        Raises VaultReadOnly, SaveNotDurable and VaultMissing; what is then in force on the disk
        is so here as well.
        """
        self.refuse_read_only()
        self.settle()
        header = structs.replace(self.header, header_seq=self.header_seq + 1, slots=tuple(slots))
        with subkey(self.vault_key, Purpose.HEADER, self.vault_id, self.epoch) as key:
            written = render_proven(header, key)
        try:
            write_header(self.folder, written.data)
        finally:
            with suppress(CryptoError):
                if read_header(self.folder).written == written:
                    self.written = written

    def render_pin(self, state: SealState) -> PinToKeep:
        """What the keyring should remember of the vault as it stands; quick, asks nobody."""
        data = seal.render(state, self._seal_key, self.vault_id, self.epoch)
        slot_ids = pin.slots_in_a_store(self.descriptors)
        if self.opened_by in slot_ids:  # which is then this computer's
            slot_ids = (self.opened_by,)
        pinned = pin.render(data, self.header_seq, self.header_sha256)
        return PinToKeep(pinned, self.vault_id, slot_ids)

    def parse_pin(self, data: bytes) -> Pin | None:
        """What a pin says; None when it is not this vault's, see `crypto.vault.pin.parse`."""
        return pin.parse(data, self._seal_key, self.vault_id, self.epoch)

    def write_seal(self, state: SealState) -> None:
        """Pins `state`, durably; raises SaveNotDurable, VaultReadOnly or VaultMissing."""
        self.refuse_read_only()
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

    def pages(self) -> Pages:
        """The database's pages, to be checked one after the other; raises VaultMissing."""
        with subkey(self.vault_key, Purpose.DATABASE, self.vault_id, self.epoch) as key:
            return Pages(self.folder / self.header.db_file, key)

    def give_up_reserve(self) -> bool:
        """Frees 8 MB for what is not saved yet; False when that was done before.

        The next opening takes them again.
        """
        if self.read_only:
            return False
        with as_vault_errors():
            return give_up_reserve(self.folder)

    def retire(self) -> None:
        """Ends its use: another database is in force now. All that is left to do is `close`."""
        self.connection.close()
        self.read_only = True
        self._seal_key.wipe()
        self.vault_key.wipe()

    def close(self) -> None:
        """Closes the database, wipes the keys and lets others open the vault."""
        self.connection.close()
        self._seal_key.wipe()
        self.vault_key.wipe()
        self._lock.release()
