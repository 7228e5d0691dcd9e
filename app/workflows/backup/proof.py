"""Proves a backup where it lies: every byte, every page, the schema, every entry and record."""

import threading
from collections.abc import Generator, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import closing
from typing import Self

from app.core.errors import VaultFormatUnknown
from app.ledger.verified import Verified
from app.ledger.verify import Findings, verify
from app.records.clients.verified import CLIENTS
from app.records.session_notes.verified import SESSION_NOTES
from app.records.sessions.verified import SESSIONS
from app.storage import drafts, meta, schema
from app.storage.database import Database
from app.storage.transaction import Reader
from app.storage.unsealed import Unsealed
from app.workflows.backup.step import Proof, Stage, Step
from app.workflows.every_kind import VERIFIED
from crypto.backup.disk_errors import as_backup_errors
from crypto.backup.opened import OpenBackup
from crypto.errors import BackupDamaged, BackupTooNew

_PAGES = 200  # at once


def prove(opened: OpenBackup) -> Generator[Step]:
    """Reads all of it, of whatever version it is; the last step holds what was counted.

    Nothing of it is believed before the schema is known to be the app's own. Raises BackupDamaged
    at the first thing that is wrong, BackupTooNew, and BackupInterrupted when the drive goes away.
    """
    refuse_other_schema(opened)
    with as_backup_errors(opened.path):
        yield from _read_back(opened)
        yield from _verified(opened)


def refuse_other_schema(opened: OpenBackup) -> None:
    """Raises BackupTooNew for a newer app's database, BackupDamaged for a schema of nobody's."""
    try:
        with as_backup_errors(opened.path):
            if schema.is_as_migrated(opened.connection):
                return
    except VaultFormatUnknown:
        raise BackupTooNew from None
    raise BackupDamaged


def _read_back(opened: OpenBackup) -> Iterator[Step]:
    """The bytes on a thread of their own, the pages on this one: the disk is read once."""
    total = opened.header.db_bytes
    with _Hashing(opened) as hashing, closing(opened.pages()) as pages:
        count = pages.count()
        for first in range(1, count + 1, _PAGES):
            hashing.raise_what_it_found()
            if pages.damaged(first, _PAGES):
                raise BackupDamaged
            read = total * min(first + _PAGES, count) // count
            yield Step(Stage.READ, min(read, hashing.bytes_done), total)
        while not hashing.wait(seconds=0.1):
            yield Step(Stage.READ, hashing.bytes_done, total)
        hashing.raise_what_it_found()
    yield Step(Stage.READ, total, total)


class _Hashing:
    """Hashes the bytes of a backup on a thread that ends with the block."""

    def __init__(self, opened: OpenBackup) -> None:
        self.bytes_done = 0
        self._opened = opened
        self._enough = threading.Event()
        self._thread = ThreadPoolExecutor(1, "backup-bytes")

    def __enter__(self) -> Self:
        self._found: Future[None] = self._thread.submit(self._hash)
        return self

    def __exit__(self, *_: object) -> None:
        self._enough.set()
        self._thread.shutdown()

    def wait(self, seconds: float) -> bool:
        """Whether it came to its end within this time."""
        try:
            self._found.exception(timeout=seconds)
        except TimeoutError:
            return False
        return True

    def raise_what_it_found(self) -> None:
        """Raises BackupDamaged or BackupInterrupted, if it has come upon that."""
        if self._found.done():
            self._found.result()

    def _hash(self) -> None:
        for done in self._opened.check_bytes():
            self.bytes_done = done
            if self._enough.is_set():
                return


def _verified(opened: OpenBackup) -> Iterator[Step]:
    database = Database(Unsealed(opened.connection), read_only=True)
    findings = Findings()
    for progress in verify(database, VERIFIED, findings):
        if findings.faults:
            raise BackupDamaged
        yield Step(Stage.PROVE, progress.done, progress.total)
    if findings.faults:
        raise BackupDamaged
    yield Step(Stage.PROVE, findings.done, findings.done, _counted(opened, database, findings))


def _counted(opened: OpenBackup, database: Database, findings: Findings) -> Proof:
    with database.read() as reader:
        return Proof(
            bytes=opened.face.file_bytes,
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
