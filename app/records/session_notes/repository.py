"""Session notes: a draft until final, then a row that never changes."""

from typing import cast

from app.core.clock import Moment
from app.core.ids import SessionId
from app.records.session_notes.record import (
    DRAFT_KIND,
    SessionNote,
    first_text,
    from_bytes,
    to_bytes,
)
from app.storage import drafts
from app.storage.drafts import Draft
from app.storage.transaction import Reader, Writer

_GET = "SELECT content, final_ms, final_zone FROM session_notes WHERE session_id = ?"
_ADD = """
INSERT INTO session_notes (session_id, client_id, content, final_ms, final_zone)
VALUES (?, ?, ?, ?, ?)
"""
_CONTENT = "SELECT content FROM session_notes WHERE session_id = ?"
_FINAL = "SELECT 1 FROM session_notes WHERE session_id = ?"


def get(reader: Reader, empty: SessionNote) -> SessionNote:
    """The session's note, final or draft; `empty` when nothing was written yet."""
    row = reader.row(_GET, (empty.session.bytes,))
    if row is not None:
        content, final_ms, final_zone = row
        final_at = Moment.of(cast(int, final_ms), cast(str, final_zone))
        paragraphs = from_bytes(cast(bytes, content))
        return SessionNote(empty.session, empty.client, paragraphs, final_at)
    draft = drafts.get(reader, empty.session, DRAFT_KIND)
    if draft is None:
        return empty
    return SessionNote(empty.session, empty.client, from_bytes(draft))


def beginning(reader: Reader, session: SessionId) -> tuple[str, bool]:
    """How the session's note begins, "" for none, and whether it is final."""
    row = reader.row(_CONTENT, (session.bytes,))
    if row is not None:
        return first_text(cast(bytes, row[0])), True
    draft = drafts.get(reader, session, DRAFT_KIND)
    return "" if draft is None else first_text(draft), False


def is_final(reader: Reader, session: SessionId) -> bool:
    """Whether the session's note can no longer change."""
    return reader.row(_FINAL, (session.bytes,)) is not None


def put_draft(writer: Writer, note: SessionNote, at: Moment) -> None:
    """Keeps the note as a draft."""
    content = to_bytes(note.paragraphs)
    drafts.put(writer, Draft(note.session, DRAFT_KIND, note.client, content), at)


def add_final(writer: Writer, note: SessionNote, at: Moment) -> None:
    """Keeps the note for good, and lets its draft go."""
    content = to_bytes(note.paragraphs)
    writer.execute(_ADD, (note.session.bytes, note.client.bytes, content, at.milliseconds, at.zone))
    drafts.discard(writer, note.session, DRAFT_KIND)
