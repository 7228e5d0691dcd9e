"""Vaults of so many bytes, for what takes as long as they are large: notes of 2 to 20 KB."""

import random
from datetime import timedelta
from pathlib import Path

from app.core.changes import Kind
from app.core.ids import ClientId, SessionId
from app.demo.batches import BatchedDatabase
from app.ledger.log import Log
from app.records.clients.record import ClientDetails
from app.records.clients.service import ClientService
from app.records.session_notes.record import Paragraph, SessionNote
from app.records.session_notes.service import SessionNoteService
from app.records.sessions.service import SessionService
from app.storage.database import SealedStore
from app.workspace import Workspace, create_workspace
from crypto.primitives.kdf import TEST_ONLY_COST, TEST_ONLY_COSTS
from crypto.slots.passphrase import PassphraseWay
from tests.support.figures import SENTENCES
from tests.support.fixed_clock import FixedClock
from tests.support.workspaces import PASSPHRASE

MEGABYTE = 1_000_000
CLIENTS = 120
_SHORTEST, _LONGEST = 2_000, 20_000  # bytes of a note
_KEPT = 1.28  # the file's bytes for each byte of a note, its entries and pages included


def vault_of(folder: Path, megabytes: int) -> tuple[Workspace, tuple[str, ...]]:
    """A new vault of about this size and its words; whoever calls closes it, on its thread."""
    clock = FixedClock()

    def fill(store: SealedStore) -> None:
        _fill(BatchedDatabase(store), clock, megabytes * MEGABYTE)

    way = PassphraseWay(PASSPHRASE)
    return create_workspace(
        folder, "By its bytes", way, clock, TEST_ONLY_COST, TEST_ONLY_COSTS, fill
    )


def _fill(database: BatchedDatabase, clock: FixedClock, size: int) -> None:
    log, chance = Log(clock), random.Random(1)
    clients = ClientService(database, log, clock)
    sessions = SessionService(database, log, clock)
    notes = SessionNoteService(database, log, clock)
    people = [
        ClientId(clients.add(ClientDetails(f"Client {number}")).id_of(Kind.CLIENT))
        for number in range(CLIENTS)
    ]
    left = size / _KEPT
    while left > 0:
        client = chance.choice(people)
        session = SessionId(sessions.start(client).id_of(Kind.SESSION))
        paragraphs = _paragraphs(chance, min(chance.randint(_SHORTEST, _LONGEST), int(left) + 1))
        notes.autosave(SessionNote(session, client, paragraphs))
        clock.move(timedelta(minutes=50))
        sessions.end(session)
        notes.make_final(session, client)
        left -= sum(len(each.text) for each in paragraphs)
    database.finish()


def _paragraphs(chance: random.Random, size: int) -> tuple[Paragraph, ...]:
    paragraphs: list[Paragraph] = []
    while size > 0:
        text = " ".join(chance.choices(SENTENCES, k=6))[:size]
        paragraphs.append(Paragraph(text))
        size -= len(text)
    return tuple(paragraphs)
