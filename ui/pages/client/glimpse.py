"""A session with the first words of its note: what lists show of it."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.core.ids import ClientId
from app.records.sessions.record import Session

if TYPE_CHECKING:  # the ciphers behind it come after the first paint
    from app.workspace import Workspace

LONGEST = 160  # characters: more than any row has room for
READ = 1_000  # characters of the paragraph that are looked at


@dataclass(frozen=True)
class Glimpse:
    """A session, how its note begins, and whether the note is final."""

    session: Session
    words: str
    is_final: bool


def first_words(text: str) -> str:
    """How a paragraph begins, on one line."""
    return " ".join(text.lstrip()[:READ].split())[:LONGEST]


def read_glimpses(
    workspace: "Workspace", client: ClientId, newest: int | None = None
) -> tuple[Glimpse, ...]:
    """A client's sessions, all or so many of the newest, newest first; on the vault worker."""
    found: list[Glimpse] = []
    for session in workspace.sessions.of_client(client)[:newest]:
        text, is_final = workspace.session_notes.beginning(session.id)
        found.append(Glimpse(session, first_words(text), is_final))
    return tuple(found)
