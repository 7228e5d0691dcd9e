"""Sessions as rows."""

from datetime import date
from typing import cast
from uuid import UUID

from app.core.clock import Moment
from app.core.errors import RecordMissing
from app.core.ids import ClientId, SessionId
from app.records.sessions.record import Session
from app.storage.transaction import Reader, Writer
from crypto.vault.connection import Row

COLUMNS = "id, client_id, number, started_ms, started_zone, ended_ms, ended_zone"
_GET = f"SELECT {COLUMNS} FROM sessions WHERE id = ?"
_OF_CLIENT = f"SELECT {COLUMNS} FROM sessions WHERE client_id = ? ORDER BY number DESC"
_RUNNING = f"SELECT {COLUMNS} FROM sessions WHERE ended_ms IS NULL ORDER BY started_ms"
# From one client to the next by the index on (client_id, number), past all sessions between them:
# with 100,000 sessions, looking at each of them takes 20 times as long.
_LAST_DAYS = """
WITH RECURSIVE seen(client) AS (
    SELECT min(client_id) FROM sessions
    UNION ALL
    SELECT (SELECT min(client_id) FROM sessions WHERE client_id > client)
    FROM seen WHERE client IS NOT NULL
)
SELECT client, started_ms, started_zone FROM seen JOIN sessions
    ON client_id = client
    AND number = (SELECT max(number) FROM sessions WHERE client_id = client)
ORDER BY started_ms DESC
"""
_NEXT_NUMBER = "SELECT coalesce(max(number), 0) + 1 FROM sessions WHERE client_id = ?"
_ADD = f"INSERT INTO sessions ({COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?)"
_CHANGE = """
UPDATE sessions SET
    client_id = ?2, number = ?3, started_ms = ?4, started_zone = ?5, ended_ms = ?6, ended_zone = ?7
WHERE id = ?1
"""


def get(reader: Reader, id: SessionId) -> Session:
    """The session; raises RecordMissing."""
    row = reader.row(_GET, (id.bytes,))
    if row is None:
        raise RecordMissing
    return from_row(row)


def of_client(reader: Reader, client: ClientId) -> tuple[Session, ...]:
    """A client's sessions, newest first."""
    return tuple(from_row(row) for row in reader.rows(_OF_CLIENT, (client.bytes,)))


def running(reader: Reader) -> tuple[Session, ...]:
    """Sessions without an end, oldest first."""
    return tuple(from_row(row) for row in reader.rows(_RUNNING))


def last_days(reader: Reader) -> dict[ClientId, date]:
    """The day of each client's newest session, the most recent first."""
    return {
        ClientId(UUID(bytes=cast(bytes, client))): Moment.of(cast(int, ms), cast(str, zone)).day
        for client, ms, zone in reader.rows(_LAST_DAYS)
    }


def next_number(reader: Reader, client: ClientId) -> int:
    """The number that the client's next session gets."""
    return cast(int, reader.rows(_NEXT_NUMBER, (client.bytes,))[0][0])


def add(writer: Writer, session: Session) -> None:
    """Puts a new session in."""
    writer.execute(_ADD, _row(session))


def change(writer: Writer, session: Session) -> None:
    """Keeps the session's new values."""
    writer.execute(_CHANGE, _row(session))


def from_row(row: Row) -> Session:
    """The session that a row of `COLUMNS` holds."""
    id, client, number, started_ms, started_zone, ended_ms, ended_zone = row
    return Session(
        id=SessionId(UUID(bytes=cast(bytes, id))),
        client=ClientId(UUID(bytes=cast(bytes, client))),
        number=cast(int, number),
        started_at=Moment.of(cast(int, started_ms), cast(str, started_zone)),
        ended_at=None
        if ended_ms is None
        else Moment.of(cast(int, ended_ms), cast(str, ended_zone)),
    )


def _row(session: Session) -> Row:
    started_at, ended_at = session.started_at, session.ended_at
    return (
        session.id.bytes,
        session.client.bytes,
        session.number,
        started_at.milliseconds,
        started_at.zone,
        ended_at.milliseconds if ended_at else None,
        ended_at.zone if ended_at else None,
    )
