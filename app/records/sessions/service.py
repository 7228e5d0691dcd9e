"""Use cases of sessions: start, end, list."""

from datetime import date

from app.core.changes import Changes, Kind
from app.core.clock import Clock
from app.core.ids import ClientId, SessionId, new_id
from app.ledger.entry import Entry
from app.ledger.log import Log
from app.records.sessions import record, repository
from app.records.sessions.record import Session
from app.storage.database import Database
from app.storage.transaction import Writer


class SessionService:
    """The sessions of one vault."""

    def __init__(self, database: Database, log: Log, clock: Clock) -> None:
        self._database = database
        self._log = log
        self._clock = clock

    def get(self, id: SessionId) -> Session:
        """One session; raises RecordMissing."""
        with self._database.read() as reader:
            return repository.get(reader, id)

    def of_client(self, client: ClientId) -> tuple[Session, ...]:
        """A client's sessions, newest first."""
        with self._database.read() as reader:
            return repository.of_client(reader, client)

    def running(self) -> tuple[Session, ...]:
        """Sessions that have not ended, oldest first."""
        with self._database.read() as reader:
            return repository.running(reader)

    def last_seen(self) -> dict[ClientId, date]:
        """The day of each client's newest session, the most recent first."""
        with self._database.read() as reader:
            return repository.last_days(reader)

    def start(self, client: ClientId) -> Changes:
        """Starts the client's next session now."""
        with self._database.write() as writer:
            session = Session(
                id=SessionId(new_id()),
                client=client,
                number=repository.next_number(writer, client),
                started_at=self._clock.now(),
            )
            repository.add(writer, session)
            return self._logged(writer, session)

    def end(self, id: SessionId) -> Changes:
        """Ends a session now; raises RecordMissing or SessionAlreadyEnded."""
        with self._database.write() as writer:
            running = repository.get(writer, id)
            # A clock set back during a session must not keep the coach from ending it.
            session = record.ended(running, max(self._clock.now(), running.started_at))
            repository.change(writer, session)
            return self._logged(writer, session)

    def _logged(self, writer: Writer, session: Session) -> Changes:
        self._log.append(writer, Entry("session/1", session.id, record.content(session)))
        return Changes.of(Kind.SESSION, session.id, session.client)
