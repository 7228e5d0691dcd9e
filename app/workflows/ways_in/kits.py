"""The Recovery Kit of an open vault: a new one, proving the one in use, and what backups need."""

from collections.abc import Sequence

from app.core.changes import Changes, Kind
from app.core.clock import Clock, Moment
from app.ledger import events
from app.ledger.entry import Actor, Entry
from app.ledger.log import Log
from app.storage import backup_roots
from app.storage.database import Database
from app.storage.transaction import Writer
from app.workflows.ways_in import following, repository
from app.workflows.ways_in.way_in import KitFacts, WayIn, ways_in
from crypto.slots.recovery import RecoverySlot
from crypto.vault import change_slots
from crypto.vault.backup_root import backup_root
from crypto.vault.change_slots import PendingKit, recovery_slot
from crypto.vault.open_vault import Vault

NONE_YET = 0  # as the number of a kit


def note_new_vault(writer: Writer) -> None:
    """Notes, before anybody has seen its words, that a new vault's kit is on no paper yet."""
    repository.put_kept_kit(writer, NONE_YET)


class Kits:
    """Used on the vault's thread; none of it takes long."""

    def __init__(self, vault: Vault, database: Database, log: Log, clock: Clock) -> None:
        self._vault = vault
        self._database = database
        self._log = log
        self._clock = clock

    def facts(self) -> KitFacts:
        """What is known of the kit in use."""
        kit = self._in_use()
        with self._database.read() as reader:
            kept = repository.kept_kit(reader)
        return KitFacts(
            number=kit.kit_number,
            made_on=kit.kit_made_on,
            kept=None if kept is None else kept == kit.kit_number,
            rehearsed=self._last_rehearsal(),
        )

    def begin(self) -> PendingKit:
        """The next kit; until it is finished, the one in use stays in use."""
        return change_slots.begin_new_kit(self._vault, self._clock.now().day)

    def finish(self, pending: PendingKit) -> Changes:
        """Puts a kit in use whose words were checked on paper; the old words open nothing more.

        What backups need comes first: a root without its kit is written over by the next one, a
        kit without its root would leave backups that it cannot open.
        """
        self._database.refuse_unless_writable()
        with self._database.write() as writer:
            following.catch_up(writer, self._log, self._ways(), Actor.APP)
            self._put_root(writer, pending.words, pending.kit_number)
        change_slots.finish_new_kit(self._vault, pending)
        with self._database.write() as writer:
            repository.put_kept_kit(writer, pending.kit_number)
            return following.catch_up(writer, self._log, self._ways(), Actor.COACH)

    def rehearse(self, words: Sequence[str]) -> Changes:
        """Proves that these words open this vault, and writes that down.

        Raises RecoveryWordUnknown, RecoveryChecksum and RecoveryWrong.
        """
        self._database.refuse_unless_writable()
        number = change_slots.rehearse(self._vault, words)
        slot_id = self._in_use().slot_id
        with self._database.write() as writer:
            if not backup_roots.has(writer, number):
                self._put_root(writer, words, number)
            repository.put_kept_kit(writer, number)
            self._log.append(writer, Entry("kit_rehearsed/1", slot_id, {"kit_number": number}))
        return Changes.of(Kind.WAY_IN, slot_id)

    def has_begun(self, words: Sequence[str]) -> None:
        """Keeps what backups need of a new vault's first kit; a rehearsal makes up for it."""
        with self._database.write() as writer:
            self._put_root(writer, words, self._in_use().kit_number)
            following.catch_up(writer, self._log, self._ways(), Actor.APP)

    def was_kept(self) -> Changes:
        """Notes that three words of the kit in use were typed from its paper."""
        kit = self._in_use()
        with self._database.write() as writer:
            repository.put_kept_kit(writer, kit.kit_number)
        return Changes.of(Kind.WAY_IN, kit.slot_id)

    def _last_rehearsal(self) -> Moment | None:
        slot_id = self._in_use().slot_id
        with self._database.read() as reader:
            proven = events.of_kind(reader, "kit_rehearsed")
        times = [event.at_ms for event in proven if event.subject_id == slot_id]
        return Moment.of(times[-1], self._clock.now().zone) if times else None

    def _put_root(self, writer: Writer, words: Sequence[str], number: int) -> None:
        with backup_root(words, self._vault.vault_id, number) as root:
            backup_roots.put(writer, number, root)

    def _in_use(self) -> RecoverySlot:
        return recovery_slot(self._vault)

    def _ways(self) -> tuple[WayIn, ...]:
        return ways_in(self._vault.descriptors)
