"""“Someone may have my key”: a new vault key, so that old headers and their secrets open nothing.

What the old key could open stays open to whoever copied it: the app says so.
"""

from collections.abc import Sequence

from app.ledger import events
from app.ledger.entry import Entry
from app.ledger.log import Log
from app.storage import backup_roots, meta
from app.storage.database import Database
from app.storage.unsealed import Unsealed
from app.workflows.ways_in import repository
from crypto.slots.ready_way import ReadyWay
from crypto.vault.backup_root import backup_root
from crypto.vault.change_slots import PendingKit
from crypto.vault.connection import VaultConnection
from crypto.vault.copy_database import Progress
from crypto.vault.open_vault import Vault
from crypto.vault.rekey import rekey
from crypto.vault.seal import SealState


class NewKey:
    """Used on the vault's thread, which it keeps busy; the vault has to be closed afterwards."""

    def __init__(self, vault: Vault, database: Database, log: Log) -> None:
        self._vault = vault
        self._database = database
        self._log = log

    def __call__(
        self, ways: Sequence[ReadyWay], kit: PendingKit, progress: Progress | None = None
    ) -> bool:
        """Writes the whole vault anew under a new key, to be opened by `ways` and `kit` alone.

        Killed at any moment, the old vault opens or the new one. Other computers have to be
        added again. `progress` is told how many pages of how many are copied, on this thread.
        False when the new key is in force and the disk has not confirmed it.
        Raises VaultReadOnly, VaultHeld, and as `crypto.vault.rekey.rekey`.
        """
        self._database.refuse_unless_writable()
        vault = self._vault

        def append(connection: VaultConnection) -> SealState:
            return self._note(connection, kit)

        return rekey(vault, ways, kit, append, progress=progress)

    def was_last(self) -> bool:
        """Whether nothing was recorded since the vault got its key, if it ever got another."""
        with self._database.read() as reader:
            taken = events.of_kind(reader, "rekeyed")
            return bool(taken) and taken[-1].generation == meta.state(reader).generation

    def _note(self, connection: VaultConnection, kit: PendingKit) -> SealState:
        """Writes into the new database what the old one must not say: it may stay in force."""
        vault, store = self._vault, Unsealed(connection)
        with (
            backup_root(kit.words, vault.vault_id, kit.kit_number) as root,
            Database(store).write() as writer,
        ):
            backup_roots.put(writer, kit.kit_number, root)
            repository.put_kept_kit(writer, kit.kit_number)
            repository.forget_known(writer)
            self._log.append(writer, Entry("rekeyed/1", vault.vault_id, {"epoch": vault.epoch + 1}))
        return store.state
