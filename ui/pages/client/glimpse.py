"""A session with the first words of its note: what lists show of it."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.core.ids import ClientId
from app.records.session_notes.record import SessionNote
from app.records.sessions.record import Session

if TYPE_CHECKING:  # the ciphers behind it come after the first paint
    from app.workspace import Workspace

LONGEST = 160  # characters: more than any row has room for


@dataclass(frozen=True)
class Glimpse:
    """A session, how its note begins, and whether the note is final."""

    session: Session
    words: str
    is_final: bool


def first_words(note: SessionNote) -> str:
    """How the note begins: its first paragraph that isn't blank, on one line."""
    for paragraph in note.paragraphs:
        words = " ".join(paragraph.text.split())
        if words:
            return words[:LONGEST]
    return ""


def read_glimpses(
    workspace: "Workspace", client: ClientId, newest: int | None = None
) -> tuple[Glimpse, ...]:
    """A client's sessions, all or so many of the newest, newest first; on the vault worker."""
    found: list[Glimpse] = []
    for session in workspace.sessions.of_client(client)[:newest]:
        note = workspace.session_notes.get(session.id, client)
        found.append(Glimpse(session, first_words(note), note.final_at is not None))
    return tuple(found)
