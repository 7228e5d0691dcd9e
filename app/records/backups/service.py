"""Use cases of backups: remember one that was proven, list them, note what becomes of them."""

from uuid import UUID

from app.core.changes import Changes, Kind
from app.core.clock import Clock
from app.ledger.entry import Actor, Entry
from app.ledger.line import began_at
from app.ledger.log import Log
from app.records.backups import record, repository
from app.records.backups.record import Backup
from app.storage.database import Database
from app.storage.transaction import Writer


class BackupService:
    """The backups of one vault. What it does not know is whether their files are still there."""

    def __init__(self, database: Database, log: Log, clock: Clock) -> None:
        self._database = database
        self._log = log
        self._clock = clock

    def listed(self) -> list[Backup]:
        """Every backup that was not removed, the one with the newest content first."""
        with self._database.read() as reader:
            return repository.there(reader)

    def own(self) -> list[Backup]:
        """Those of them that are this vault's to remove and to put under another kit.

        What was backed up before it was restored belongs to the vault that made it, which may be
        in use beside this one.
        """
        with self._database.read() as reader:
            since = began_at(reader)
            return [one for one in repository.there(reader) if one.generation >= since]

    def known(self) -> frozenset[UUID]:
        """The ids of all that were ever noted, also of those that were removed."""
        with self._database.read() as reader:
            return repository.ids(reader)

    def put_away(self) -> list[Backup]:
        """Those of this vault's own that the coach had removed: a file, or a copy, may turn up."""
        with self._database.read() as reader:
            since = began_at(reader)
            removed = repository.removed_by(reader, Actor.COACH)
            return [one for one in removed if one.generation >= since]

    def last_checked(self) -> Backup | None:
        """The first of them: each was proven before it was recorded."""
        with self._database.read() as reader:
            return repository.last(reader)

    def record(self, backup: Backup, by: Actor = Actor.COACH) -> Changes:
        """Remembers a backup whose file is in place and proven; `by` says who had it made."""
        with self._database.write() as writer:
            repository.add(writer, backup)
            return self._logged(writer, backup, by)

    def was_tried(self, id: UUID) -> Changes:
        """Notes that its words or passphrase opened it; raises RecordMissing, also if removed."""
        with self._database.write() as writer:
            return self._changed(writer, record.tried(repository.get(writer, id)), Actor.COACH)

    def was_rewrapped(self, id: UUID, kit_number: int) -> Changes:
        """Notes that another kit opens it now; raises RecordMissing."""
        with self._database.write() as writer:
            backup = record.rewrapped(repository.get(writer, id), kit_number)
            return self._changed(writer, backup, Actor.APP)

    def was_removed(self, id: UUID, by: Actor = Actor.APP) -> Changes:
        """Notes that its file was removed; raises RecordMissing, also the second time."""
        with self._database.write() as writer:
            backup = record.removed(repository.get(writer, id), self._clock.now())
            return self._changed(writer, backup, by)

    def was_found(self, found: Backup) -> Changes:
        """Notes that one of `put_away` lies where `found` says; raises RecordMissing."""
        with self._database.write() as writer:
            backup = record.found_again(repository.get(writer, found.id), found)
            return self._changed(writer, backup, Actor.APP)

    def _changed(self, writer: Writer, backup: Backup, by: Actor) -> Changes:
        repository.change(writer, backup)
        return self._logged(writer, backup, by)

    def _logged(self, writer: Writer, backup: Backup, by: Actor) -> Changes:
        self._log.append(writer, Entry("backup/1", backup.id, record.content(backup), by))
        return Changes.of(Kind.BACKUP, backup.id)
