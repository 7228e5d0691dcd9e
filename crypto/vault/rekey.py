"""A new vault key and epoch: for whoever fears that somebody else has the key.

The database is copied under the new key, proven and sealed beside the one in force; one rename
of the header then puts it in force. Killed at any moment, one of the two opens, and the other is
deleted by that opening.
"""

import secrets
from collections.abc import Callable, Sequence
from contextlib import suppress

from msgspec import structs

from crypto.errors import CryptoError, LastWayIn, TooManyWaysIn
from crypto.primitives.kdf import APP_COSTS, KEY_BYTES, STANDARD_COST, Argon2Cost, CostRange
from crypto.secret import SecretBytes
from crypto.slots.open_slot import Slot
from crypto.slots.ready_way import make_ready
from crypto.slots.slot import NewWay
from crypto.vault import databases, seal
from crypto.vault.atomic_file import sync_folder, write_atomically
from crypto.vault.change_slots import PendingKit, kit_slot, way_slot
from crypto.vault.connection import VaultConnection, open_database, salt_of
from crypto.vault.copy_database import Progress, copy_database, refuse_other, sync_file
from crypto.vault.disk_errors import as_vault_errors
from crypto.vault.header import MOST_SLOTS, WrittenHeader, render_proven
from crypto.vault.header_files import COPIES, read_header, write_header
from crypto.vault.open_vault import Vault
from crypto.vault.seal import SealState
from crypto.vault.subkeys import Purpose, subkey


def rekey(
    vault: Vault,
    ways: Sequence[NewWay],
    kit: PendingKit,
    append: Callable[[VaultConnection], SealState],
    *,
    progress: Progress | None = None,
    cost: Argon2Cost = STANDARD_COST,
    costs: CostRange = APP_COSTS,
) -> bool:
    """Gives the vault a new key; only `ways` and the kit open it then, no slot from before.

    `append` writes the new database's first entry and returns the state to seal. `progress` is
    told pages, and that all are done each time that it may still be ended; what it raises ends
    the work, and the vault is as it was. When this returns, the vault is in force under its new
    key, and this one is of no use but to be closed. False when the disk would not confirm it:
    until the next opening a power cut may bring the vault back as it was.

    The file that is deleted at the end, and any copy of the vault from before, still open with
    the old secrets. Raises what `add_way` raises, LastWayIn without any way, and VaultDamaged
    when the copy is not what it was copied from.
    """
    vault.refuse_read_only()
    _refuse_unusable(ways)
    with as_vault_errors():
        number = databases.begin(vault.folder, vault.header)
    watch = _Watch(progress)
    try:
        with SecretBytes(secrets.token_bytes(KEY_BYTES)) as vault_key:
            state = _build(vault, vault_key, number, append, watch)
            slots = _slots(vault, vault_key, ways, kit, cost, costs)
            written = _sealed(vault, vault_key, number, state, slots)
        watch.look()
        confirmed = _put_in_force(vault, written)
    except BaseException:
        _give_up(vault)
        raise
    vault.retire()
    if confirmed:
        with suppress(OSError):  # the next opening does what is left
            write_atomically(vault.folder / COPIES[1], written.data)
            databases.finish_what_was_begun(vault.folder, written.header)
    return confirmed


class _Watch:
    """Tells the pages, and lets whoever is told them end the work where nothing is told."""

    def __init__(self, progress: Progress | None) -> None:
        self._progress = progress
        self._last = (0, 1)

    def __call__(self, done: int, total: int) -> None:
        self._last = (done, total)
        self.look()

    def look(self) -> None:
        """Tells the same once more."""
        if self._progress is not None:
            self._progress(*self._last)


def _refuse_unusable(ways: Sequence[NewWay]) -> None:
    if not ways:
        raise LastWayIn
    if len(ways) >= MOST_SLOTS:
        raise TooManyWaysIn
    for way in ways:
        way.refuse_unusable()


def _build(
    vault: Vault,
    vault_key: SecretBytes,
    number: int,
    append: Callable[[VaultConnection], SealState],
    watch: _Watch,
) -> SealState:
    path = vault.folder / databases.database_file(number)
    with subkey(vault_key, Purpose.DATABASE, vault.vault_id, vault.epoch + 1) as key:
        copy_database(vault.connection, path, key, watch)
        connection = open_database(path, key)
    try:
        refuse_other(connection, vault.connection, watch.look)
        state = append(connection)
    finally:
        connection.close()
    with as_vault_errors():
        sync_file(path)
    return state


def _slots(
    vault: Vault,
    vault_key: SecretBytes,
    ways: Sequence[NewWay],
    kit: PendingKit,
    cost: Argon2Cost,
    costs: CostRange,
) -> tuple[Slot, ...]:
    slots: list[Slot] = []
    # As late as can be: a keyring keeps its half from here on.
    for way in ways:
        beside = [slot.descriptor for slot in slots]
        ready = make_ready(way, beside, vault.vault_id, cost=cost, costs=costs)
        try:
            slots.append(way_slot(vault_key, ready, vault.vault_id, costs))
        finally:
            ready.wipe()
    return (*slots, kit_slot(vault_key, kit, vault.vault_id))


def _sealed(
    vault: Vault, vault_key: SecretBytes, number: int, state: SealState, slots: tuple[Slot, ...]
) -> WrittenHeader:
    epoch = vault.epoch + 1
    with (
        as_vault_errors(),
        subkey(vault_key, Purpose.SEAL, vault.vault_id, epoch) as seal_key,
        subkey(vault_key, Purpose.HEADER, vault.vault_id, epoch) as header_key,
    ):
        sealed = seal.render(state, seal_key, vault.vault_id, epoch)
        write_atomically(vault.folder / databases.seal_file(number), sealed)
        header = structs.replace(
            vault.header,
            header_seq=vault.header_seq + 1,
            epoch=epoch,
            db_file=databases.database_file(number),
            db_salt=salt_of(vault.folder / databases.database_file(number)),
            seal_file=databases.seal_file(number),
            slots=slots,
        )
        return render_proven(header, header_key)


def _put_in_force(vault: Vault, written: WrittenHeader) -> bool:
    """Whether the disk has confirmed it; raises as long as it is not in force."""
    # Copies of two epochs cannot vouch for each other: an old secret would find the new copy
    # forged, and a new one the old copy. So there is one copy while there may be either.
    write_header(vault.folder, vault.written.data)
    with as_vault_errors():
        (vault.folder / COPIES[1]).unlink()
        sync_folder(vault.folder)
    try:
        with as_vault_errors():
            write_atomically(vault.folder / COPIES[0], written.data)
    except CryptoError:
        if _is_kept(vault):
            raise
        return _is_written_again(vault, written)
    return True


def _is_kept(vault: Vault) -> bool:
    try:
        return read_header(vault.folder).written == vault.written
    except CryptoError:
        return False  # nobody knows: all that the new header needs is there


def _is_written_again(vault: Vault, written: WrittenHeader) -> bool:
    """Whether it is now; from the start, since a disk tells of a failed sync only once."""
    try:
        write_atomically(vault.folder / COPIES[0], written.data)
    except OSError:
        return False
    return True


def _give_up(vault: Vault) -> None:
    with suppress(CryptoError):
        if _is_kept(vault):
            databases.finish_what_was_begun(vault.folder, vault.header)
            write_header(vault.folder, vault.written.data)
