"""Proves what is in a backup: every byte, every page, the schema, every entry and record."""

import threading
from collections.abc import Callable, Generator
from contextlib import closing, contextmanager
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
from app.workflows.backup.errand import Errand
from app.workflows.backup.step import Proof, Stage, Step
from app.workflows.every_kind import VERIFIED
from crypto.backup.disk_errors import as_backup_errors
from crypto.backup.opened import OpenBackup
from crypto.backup.subkeys import BackupPurpose, backup_subkey
from crypto.errors import BackupDamaged, BackupTooNew
from crypto.secret import SecretBytes
from crypto.vault.connection import VaultConnection, open_from_outside
from crypto.vault.copy_database import has_sound_rows
from crypto.vault.pages import PAGE_BYTES, Pages

_PAGES = 200  # at once


def prove(opened: OpenBackup) -> Generator[Step]:
    """Reads all of it, of whatever version it is; the last step holds what was counted.

    Nothing of it is believed before the schema is known to be the app's own. Raises BackupDamaged
    at the first thing that is wrong, BackupTooNew, and BackupInterrupted when the drive goes away.
    """
    refuse_other_schema(opened)
    total = opened.header.db_bytes
    with as_backup_errors(opened.path):
        # The bytes on a thread of their own, the pages on this one: the drive is read once.
        with Beside(opened.check_bytes, "backup-bytes") as hashed, closing(opened.pages()) as pages:
            for read in _sound_pages(pages):
                hashed.has_ended()
                yield Step(Stage.READ, min(read, hashed.last or 0), total)
            while not hashed.has_ended(within=0.1):
                yield Step(Stage.READ, hashed.last or 0, total)
        yield Step(Stage.READ, total, total)
        _refuse_broken_tables(opened.connection)
        yield from _records(opened.connection, opened.face.file_bytes)


def prove_staged(errand: Errand) -> Generator[Step]:
    """The same for a copy that waits to be carried, whose bytes are hashed on their way.

    Runs on the thread that takes the steps. Raises BackupDamaged and BackupTooNew.
    """
    header = errand.header
    with (
        as_backup_errors(errand.staged),
        backup_subkey(errand.key, BackupPurpose.DATABASE, header.backup_id) as key,
        closing(open_from_outside(errand.staged, key)) as connection,
        closing(Pages(errand.staged, key)) as pages,
    ):
        _refuse_other_schema(connection)
        # One statement that asks nothing of Python meanwhile, on a connection of its own.
        last, left = Step(Stage.PROVE, 0, 0), threading.Event()
        with (
            Beside(partial(_sound_tables, errand, key, left), "backup-tables") as tables,
            _set_after(left),
        ):
            for read in _sound_pages(pages):
                yield Step(Stage.READ, read, header.db_bytes)
            for step in _records(connection, header.db_bytes):
                last = step
                yield step._replace(proof=None)
            while not tables.has_ended(within=0.1):
                yield last._replace(proof=None)
        yield last


def refuse_other_schema(opened: OpenBackup) -> None:
    """Raises BackupTooNew for a newer app's database, BackupDamaged for a schema of nobody's."""
    with as_backup_errors(opened.path):
        _refuse_other_schema(opened.connection)


def _refuse_other_schema(connection: VaultConnection) -> None:
    try:
        if schema.is_as_migrated(connection) and guards.are_in_force(connection):
            return
    except VaultFormatUnknown:
        raise BackupTooNew from None
    raise BackupDamaged


def _sound_tables(errand: Errand, key: SecretBytes, left: threading.Event) -> Generator[None]:
    def stop_when_left() -> None:
        if left.is_set():
            raise Stopped

    with (
        as_backup_errors(errand.staged),
        closing(open_from_outside(errand.staged, key)) as connection,
    ):
        _refuse_broken_tables(connection, stop_when_left)
    yield


@contextmanager
def _set_after(left: threading.Event) -> Generator[None]:
    try:
        yield
    finally:
        left.set()


def _refuse_broken_tables(
    connection: VaultConnection, watch: Callable[[], None] | None = None
) -> None:
    """Raises BackupDamaged for a page that is not what its table needs, whoever's hash it bears.

    One that failed its check in the vault is full of zeros in a copy, which is no page of a table.
    """
    if not has_sound_rows(connection, watch):
        raise BackupDamaged


def _sound_pages(pages: Pages) -> Generator[int]:
    """How many bytes of them were looked at; raises BackupDamaged."""
    count = pages.count()
    for first in range(1, count + 1, _PAGES):
        if pages.damaged(first, _PAGES):
            raise BackupDamaged
        yield min(first + _PAGES - 1, count) * PAGE_BYTES


def _records(connection: VaultConnection, file_bytes: int) -> Generator[Step]:
    database = Database(Unsealed(connection), read_only=True)
    findings = Findings()
    for progress in verify(database, VERIFIED, findings):
        if findings.faults:
            raise BackupDamaged
        yield Step(Stage.PROVE, progress.done, progress.total)
    if findings.faults:
        raise BackupDamaged
    with database.read() as reader:
        proof = _counted(reader, findings, file_bytes)
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
