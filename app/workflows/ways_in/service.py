"""Use cases of the ways in: each changes the header first, then the ledger follows it."""

from uuid import UUID

from app.core.changes import Changes
from app.core.clock import Clock
from app.ledger.entry import Actor
from app.ledger.log import Log
from app.storage.database import Database
from app.workflows.ways_in import following
from app.workflows.ways_in.kits import Kits
from app.workflows.ways_in.known_slots import KnownSlots
from app.workflows.ways_in.new_key import NewKey
from app.workflows.ways_in.way_in import WayIn, ways_in
from crypto.slots.ready_way import ReadyWay
from crypto.vault import change_slots
from crypto.vault.open_vault import Vault


class WaysIn:
    """The ways into one open vault; used on the vault's thread.

    What takes long is done before, on another thread: `known_slots` says what that needs,
    `make_ready` in `known_slots.py` does it. Killed at any moment, the old header opens the vault
    or the new one, and the ledger catches up with it when the vault is opened again. Whatever
    changes something raises VaultReadOnly and VaultHeld first.
    """

    def __init__(self, vault: Vault, database: Database, log: Log, clock: Clock) -> None:
        self._vault = vault
        self._database = database
        self._log = log
        self.kits = Kits(vault, database, log, clock)
        self.take_new_key = NewKey(vault, database, log)

    def listed(self) -> tuple[WayIn, ...]:
        """Every way in, the Recovery Kit last."""
        return ways_in(self._vault.descriptors)

    def known_slots(self) -> KnownSlots:
        """What other threads may know."""
        vault = self._vault
        return KnownSlots(vault.folder, vault.vault_id, vault.name, vault.header.slots)

    @property
    def opened_by(self) -> UUID:
        """The slot that opened the vault, or what took its place."""
        return self._vault.opened_by

    def catch_up(self) -> Changes:
        """Lets the ledger follow what a killed process changed; mostly nothing."""
        with self._database.read() as reader:
            if not following.is_behind(reader, self.listed()):
                return Changes()
        return self._follow(Actor.APP)

    def put(self, way: ReadyWay, replaced: UUID | None) -> Changes:
        """Lets `way` open the vault, in place of a slot if one is named, and wipes it."""
        try:
            return self.add(way) if replaced is None else self.replace(replaced, way)
        finally:
            way.wipe()

    def add(self, way: ReadyWay) -> Changes:
        """Lets `way` open the vault too; raises as `crypto.vault.change_slots.add_way`."""
        self._begin()
        change_slots.add_way(self._vault, way)
        return self._follow()

    def replace(self, slot_id: UUID, way: ReadyWay) -> Changes:
        """Lets `way` open the vault in place of a slot; raises as `replace_way`."""
        self._begin()
        change_slots.replace_way(self._vault, slot_id, way)
        return self._follow()

    def remove(self, slot_id: UUID) -> Changes:
        """Takes a way in away; raises LastWayIn."""
        self._begin()
        change_slots.remove_way(self._vault, slot_id)
        return self._follow()

    def _begin(self) -> None:
        # The header is written before the database would refuse.
        self._database.refuse_unless_writable()
        self.catch_up()

    def _follow(self, actor: Actor = Actor.COACH) -> Changes:
        with self._database.write() as writer:
            return following.catch_up(writer, self._log, self.listed(), actor)
