"""Writes what the work database holds into a new vault, each record with an entry of its own."""

import json
from collections.abc import Callable, Iterable
from typing import Any, cast
from uuid import UUID

from app.core.clock import Clock
from app.ledger.entry import Actor, Entry
from app.ledger.log import Log
from app.ledger.verified import Content, Verified
from app.records.practice.record import Practice
from app.records.practice.service import PracticeService
from app.records.purposes.service import PurposeService
from app.records.purposes.templates import read_templates
from app.settings.declared import LASTING_SETTINGS
from app.storage import drafts, meta, migrate
from app.storage.database import Database
from app.storage.transaction import Writer
from app.storage.unsealed import Unsealed
from app.workflows.salvage import tables
from app.workflows.salvage.work import Work
from app.workflows.ways_in.kits import note_new_vault
from crypto.errors import VaultDamaged
from crypto.vault.connection import SqlValue
from resources import files

AT_ONCE = 200
_KEYS = "SELECT key FROM purposes"

Tell = Callable[[int, int], None]  # records written, records in all


def bring(
    work: Work,
    store: Unsealed,
    name: str,
    clock: Clock,
    event: Callable[[], Entry],
    tell: Tell,
) -> None:
    """Fills a new database in one transaction; `event` says where it all came from.

    Raises VaultDamaged, which would be a mistake of ours, when something refers to nothing.
    """
    database, log = Database(store), Log(clock)
    with database.write() as writer:
        migrate.migrate(store.connection)
        meta.create(writer, drafts.digest(writer))
        writer.execute("PRAGMA defer_foreign_keys = ON")
        for table in (*tables.of_records(), tables.DRAFTS):
            _copy(work, writer, table)
        _copy_settings(work, writer)
        log.append(writer, event())
        _write_entries(writer, log, tell)
        _complete(writer, database, log, name, clock)
        note_new_vault(writer)
        if writer.rows("PRAGMA foreign_key_check"):
            raise VaultDamaged


def _copy(work: Work, writer: Writer, table: str) -> None:
    names = work.names(table)
    listed = ", ".join(f'"{name}"' for name in names)
    places = ", ".join("?" * len(names))
    insert = f'INSERT INTO "{table}" ({listed}) VALUES ({places})'
    after: SqlValue = -(2**63)
    page = f'SELECT rowid, {listed} FROM "{table}" WHERE rowid > ? ORDER BY rowid LIMIT ?'
    while rows := work.rows(page, (after, AT_ONCE)):
        for row in rows:
            writer.execute(insert, row[1:])
        after = rows[-1][0]


def _copy_settings(work: Work, writer: Writer) -> None:
    for key, value in work.rows(f"SELECT key, value FROM {tables.SETTINGS}"):
        if key in LASTING_SETTINGS:
            writer.execute(
                f"INSERT INTO {tables.SETTINGS} (key, value) VALUES (?, ?)", (key, value)
            )


def _write_entries(writer: Writer, log: Log, tell: Tell) -> None:
    total, done = sum(kind.count(writer) for kind in tables.KINDS), 0
    for kind in tables.KINDS:
        after = b""
        while rows := kind.page(writer, after, AT_ONCE):
            for id, row in rows:
                log.append(writer, _entry(kind, id, kind.encoders[kind.newest](row)))
            after = rows[-1][0]
            done += len(rows)
            tell(done, total)


def _entry(kind: Verified, id: bytes, content: Content) -> Entry:
    plain = content if not isinstance(content, bytes) else cast(dict[str, Any], json.loads(content))
    return Entry(kind.newest, UUID(bytes=id), plain, Actor.APP)


def _complete(writer: Writer, database: Database, log: Log, name: str, clock: Clock) -> None:
    """Puts in what every vault has, where it is lost."""
    if not writer.rows("SELECT 1 FROM practice"):
        practice = Practice(practice_name=name, zone=clock.now().zone)
        PracticeService(database, log).put(writer, practice)
    there = {cast(str, key) for (key,) in writer.rows(_KEYS)}
    templates: Iterable[Any] = read_templates(files.read_bytes)
    missing = [each for each in templates if each[0].key not in there]
    PurposeService(database, log, clock).seed(writer, missing)
