"""Use cases of session notes: autosave a draft, make it final, read it."""

from dataclasses import replace

from app.core.changes import Changes, Kind
from app.core.clock import Clock
from app.core.errors import NoteIsFinal
from app.core.ids import ClientId, SessionId
from app.ledger.entry import Entry
from app.ledger.log import Log
from app.records.session_notes import repository
from app.records.session_notes.record import SessionNote, content
from app.storage.database import Database


class SessionNoteService:
    """The session notes of one vault."""

    def __init__(self, database: Database, log: Log, clock: Clock) -> None:
        self._database = database
        self._log = log
        self._clock = clock

    def get(self, session: SessionId, client: ClientId) -> SessionNote:
        """The session's note, without paragraphs when nothing was written."""
        with self._database.read() as reader:
            return repository.get(reader, SessionNote(session, client))

    def beginning(self, session: SessionId) -> tuple[str, bool]:
        """The first paragraph that isn't blank, "" for none, and whether the note is final."""
        with self._database.read() as reader:
            return repository.beginning(reader, session)

    def autosave(self, note: SessionNote) -> Changes:
        """Keeps what was typed so far; raises NoteIsFinal. When it returns, it is on disk."""
        with self._database.write() as writer:
            if repository.is_final(writer, note.session):
                raise NoteIsFinal
            repository.put_draft(writer, note, self._clock.now())
        return Changes.of(Kind.DRAFT, note.session, note.client)

    def make_final(self, session: SessionId, client: ClientId) -> Changes:
        """Turns the draft into a final note, an entry of the ledger; raises NoteIsFinal."""
        with self._database.write() as writer:
            if repository.is_final(writer, session):
                raise NoteIsFinal
            at = self._clock.now()
            note = replace(repository.get(writer, SessionNote(session, client)), final_at=at)
            repository.add_final(writer, note, at)
            entry = content(note.paragraphs) | {
                "client": str(client),
                "final_ms": at.milliseconds,
                "final_zone": at.zone,
            }
            self._log.append(writer, Entry("session_note/1", session, entry))
        return Changes.of(Kind.SESSION_NOTE, session, client)
