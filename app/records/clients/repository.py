"""Clients as rows."""

from typing import cast
from uuid import UUID

from app.core.clock import Moment
from app.core.errors import RecordMissing
from app.core.ids import ClientId
from app.records.clients.record import Client, ClientDetails, Pronouns
from app.storage.transaction import Reader, Writer
from crypto.vault.connection import Row

COLUMNS = """
    id, name, pronouns, role, contact, goals, needs, prefers, avoid, if_not_working,
    since_ms, since_zone, archived_ms, archived_zone
"""
_GET = f"SELECT {COLUMNS} FROM clients WHERE id = ?"
_ALL = f"SELECT {COLUMNS} FROM clients ORDER BY name COLLATE NOCASE, id"
_ADD = f"INSERT INTO clients ({COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
_CHANGE = """
UPDATE clients SET
    name = ?2, pronouns = ?3, role = ?4, contact = ?5, goals = ?6, needs = ?7, prefers = ?8,
    avoid = ?9, if_not_working = ?10, since_ms = ?11, since_zone = ?12, archived_ms = ?13,
    archived_zone = ?14
WHERE id = ?1
"""


def get(reader: Reader, id: ClientId) -> Client:
    """The client; raises RecordMissing."""
    row = reader.row(_GET, (id.bytes,))
    if row is None:
        raise RecordMissing
    return from_row(row)


def all_by_name(reader: Reader) -> tuple[Client, ...]:
    """Every client, archived ones too, by name."""
    return tuple(from_row(row) for row in reader.rows(_ALL))


def add(writer: Writer, client: Client) -> None:
    """Puts a new client in."""
    writer.execute(_ADD, _row(client))


def change(writer: Writer, client: Client) -> None:
    """Keeps the client's new values."""
    writer.execute(_CHANGE, _row(client))


def from_row(row: Row) -> Client:
    """The client that a row of `COLUMNS` holds."""
    id, name, pronouns, *texts = cast(tuple[bytes, str, str, str], row[:10])
    since_ms, since_zone, archived_ms, archived_zone = row[10:]
    return Client(
        id=ClientId(UUID(bytes=id)),
        details=ClientDetails(name, Pronouns(pronouns), *texts),
        since=Moment.of(cast(int, since_ms), cast(str, since_zone)),
        archived_at=None
        if archived_ms is None
        else Moment.of(cast(int, archived_ms), cast(str, archived_zone)),
    )


def _row(client: Client) -> Row:
    details = client.details
    archived_at = client.archived_at
    return (
        client.id.bytes,
        details.name,
        details.pronouns.value,
        details.role,
        details.contact,
        details.goals,
        details.needs,
        details.prefers,
        details.avoid,
        details.if_not_working,
        client.since.milliseconds,
        client.since.zone,
        archived_at.milliseconds if archived_at else None,
        archived_at.zone if archived_at else None,
    )
