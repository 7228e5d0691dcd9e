"""Use cases of the practice: read and change who the coach is."""

from app.core.changes import Changes, Kind
from app.ledger.entry import Entry
from app.ledger.log import Log
from app.records.practice import repository
from app.records.practice.record import PRACTICE_ID, Practice, content
from app.storage.database import Database
from app.storage.transaction import Writer


class PracticeService:
    """The practice of one vault."""

    def __init__(self, database: Database, log: Log) -> None:
        self._database = database
        self._log = log

    def get(self) -> Practice:
        """The practice as it stands."""
        with self._database.read() as reader:
            return repository.get(reader) or Practice()

    def change(self, practice: Practice) -> Changes:
        """Keeps new details; raises NameNotUsable or TextTooLong."""
        with self._database.write() as writer:
            return self.put(writer, practice)

    def put(self, writer: Writer, practice: Practice) -> Changes:
        """The same within the caller's transaction."""
        tidy = practice.tidied()
        repository.put(writer, tidy)
        self._log.append(writer, Entry("practice/1", PRACTICE_ID, content(tidy)))
        return Changes.of(Kind.PRACTICE, PRACTICE_ID)
