"""Backups as rows."""

from typing import cast
from uuid import UUID

from app.core.clock import Moment
from app.core.errors import RecordMissing
from app.ledger.entry import Actor
from app.records.backups.record import Backup, BackupState
from app.storage.transaction import Reader, Writer
from crypto.vault.connection import Row

COLUMNS = (
    "id, folder, file_name, made_ms, made_zone, bytes, entries, row_count, generation, kit_number,"
    " with_passphrase, state, removed_ms, removed_zone"
)
_GET = f"SELECT {COLUMNS} FROM backups WHERE id = ?"
# By the ledger's count, which no clock that is years off can turn round.
_THERE = f"""
SELECT {COLUMNS} FROM backups WHERE removed_ms IS NULL
ORDER BY generation DESC, made_ms DESC, id DESC
"""
_IDS = "SELECT id FROM backups"
# Nothing becomes of a removed one, so its last entry is that of its removal.
_REMOVED_BY = f"""
SELECT {COLUMNS} FROM backups AS b WHERE removed_ms IS NOT NULL AND ? =
    (SELECT actor FROM ledger_rows WHERE subject_id = b.id ORDER BY generation DESC LIMIT 1)
"""
_LAST = f"{_THERE} LIMIT 1"
_ADD = f"INSERT INTO backups ({COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
_CHANGE = """
UPDATE backups
SET folder = ?, file_name = ?, kit_number = ?, state = ?, removed_ms = ?, removed_zone = ?
WHERE id = ?
"""


def get(reader: Reader, id: UUID) -> Backup:
    """The backup, removed or not; raises RecordMissing."""
    row = reader.row(_GET, (id.bytes,))
    if row is None:
        raise RecordMissing
    return from_row(row)


def there(reader: Reader) -> list[Backup]:
    """Those that were not removed, the one with the newest content first."""
    return [from_row(row) for row in reader.rows(_THERE)]


def last(reader: Reader) -> Backup | None:
    """The first of `there`."""
    row = reader.row(_LAST)
    return None if row is None else from_row(row)


def ids(reader: Reader) -> frozenset[UUID]:
    """Those of all, removed or not."""
    return frozenset(UUID(bytes=cast(bytes, id)) for (id,) in reader.rows(_IDS))


def removed_by(reader: Reader, actor: Actor) -> list[Backup]:
    """Those whose removal was noted for `actor`."""
    return [from_row(row) for row in reader.rows(_REMOVED_BY, (actor.value,))]


def add(writer: Writer, backup: Backup) -> None:
    """Puts a new backup in."""
    writer.execute(_ADD, _row(backup))


def change(writer: Writer, backup: Backup) -> None:
    """Keeps what may change of a backup."""
    gone = backup.removed
    writer.execute(
        _CHANGE,
        (
            backup.folder,
            backup.file_name,
            backup.kit_number,
            backup.state.value,
            gone.milliseconds if gone else None,
            gone.zone if gone else None,
            backup.id.bytes,
        ),
    )


def from_row(row: Row) -> Backup:
    """The backup that a row of `COLUMNS` holds."""
    id, folder, file_name, made_ms, made_zone, size, entries, rows, generation, *rest = row
    kit_number, with_passphrase, state, removed_ms, removed_zone = rest
    return Backup(
        id=UUID(bytes=cast(bytes, id)),
        folder=cast(str, folder),
        file_name=cast(str, file_name),
        made=Moment.of(cast(int, made_ms), cast(str, made_zone)),
        bytes=cast(int, size),
        entries=cast(int, entries),
        rows=cast(int, rows),
        generation=cast(int, generation),
        kit_number=cast(int, kit_number),
        with_passphrase=bool(with_passphrase),
        state=BackupState(cast(str, state)),
        removed=None
        if removed_ms is None
        else Moment.of(cast(int, removed_ms), cast(str, removed_zone)),
    )


def _row(backup: Backup) -> Row:
    gone = backup.removed
    return (
        backup.id.bytes,
        backup.folder,
        backup.file_name,
        backup.made.milliseconds,
        backup.made.zone,
        backup.bytes,
        backup.entries,
        backup.rows,
        backup.generation,
        backup.kit_number,
        int(backup.with_passphrase),
        backup.state.value,
        gone.milliseconds if gone else None,
        gone.zone if gone else None,
    )
