"""Proves what is in a backup: every byte, the schema, every table, entry and record."""

import threading
from collections.abc import Generator
from contextlib import closing
from functools import partial

from app.core.errors import Stopped, VaultFormatUnknown
from app.ledger.verified import Verified
from app.ledger.verify import Findings, verify
from app.records.clients.verified import CLIENTS
from app.records.session_notes.verified import SESSION_NOTES
from app.records.sessions.verified import SESSIONS
from app.storage import drafts, guards, meta, schema
from app.storage.database import Database
from app.storage.transaction import Reader
from app.storage.unsealed import Unsealed
from app.workflows.backup.beside import Beside
from app.workflows.backup.step import Proof, Stage, Step
from app.workflows.every_kind import VERIFIED
from crypto.backup.disk_errors import as_backup_errors
from crypto.backup.opened import OpenBackup
from crypto.errors import BackupDamaged, BackupTooNew
from crypto.vault.copy_database import has_sound_rows


def prove(opened: OpenBackup) -> Generator[Step]:
    """Reads all of it, of whatever version it is; the last step holds what was counted.

    The drive is asked for its bytes once, from the first to the last; what they say is read from
    the system's memory after that. Nothing of it is believed before the schema is known to be the
    app's own. Raises BackupDamaged at the first thing that is wrong, BackupTooNew, and
    BackupInterrupted when the drive goes away.
    """
    refuse_other_schema(opened)
    with as_backup_errors(opened.path):
        for read in opened.check_bytes():
            yield Step(Stage.READ, read, opened.header.db_bytes)
        yield from _contents(opened)


def refuse_other_schema(opened: OpenBackup) -> None:
    """Raises BackupTooNew for a newer app's database, BackupDamaged for a schema of nobody's."""
    with as_backup_errors(opened.path):
        try:
            if schema.is_as_migrated(opened.connection) and guards.are_in_force(opened.connection):
                return
        except VaultFormatUnknown:
            raise BackupTooNew from None
        raise BackupDamaged


def _contents(opened: OpenBackup) -> Generator[Step]:
    """The records, and beside them the tables: a statement that asks nothing of Python meanwhile.

    SQLCipher checks each page that they read, which are all but those that hold nothing.
    """
    with Beside(partial(_check_tables, opened), "backup-tables") as tables:
        last = Step(Stage.PROVE, 0, 0)
        for last in _records(opened):
            tables.has_ended()
            yield last._replace(proof=None)
        while not tables.has_ended(within=0.1):
            yield last._replace(proof=None)
    yield last


def _check_tables(opened: OpenBackup, left: threading.Event) -> None:
    """Raises BackupDamaged for a page that is not what its table needs, whoever's hash it bears.

    One that failed its check in the vault is full of zeros in a copy, which is no page of a table.
    """

    def stop_when_left() -> None:
        if left.is_set():
            raise Stopped

    with closing(opened.connect_again()) as connection:
        if not has_sound_rows(connection, stop_when_left):
            raise BackupDamaged


def _records(opened: OpenBackup) -> Generator[Step]:
    """Every entry of the ledger, then every record that they vouch for; both are counted."""
    database = Database(Unsealed(opened.connection), read_only=True)
    findings = Findings()
    with database.read() as reader:
        records = sum(_count(reader, kind) for kind in VERIFIED)
        total = meta.state(reader).generation + records
    for _ in verify(database, VERIFIED, findings):
        if findings.faults:
            raise BackupDamaged
        yield Step(Stage.PROVE, findings.done, total)
    if findings.faults:
        raise BackupDamaged
    with database.read() as reader:
        proof = _counted(reader, findings, opened.face.file_bytes)
    yield Step(Stage.PROVE, findings.done, findings.done, proof)


def _counted(reader: Reader, findings: Findings, file_bytes: int) -> Proof:
    return Proof(
        bytes=file_bytes,
        entries=findings.entries,
        rows=findings.rows,
        clients=_count(reader, CLIENTS),
        sessions=_count(reader, SESSIONS),
        notes=_count(reader, SESSION_NOTES) + len(drafts.ids(reader)),
        generation=meta.state(reader).generation,
        last_entry_ms=findings.last_entry_ms,
    )


def _count(reader: Reader, kind: Verified) -> int:
    return kind.count(reader) if kind.has_table(reader) else 0
