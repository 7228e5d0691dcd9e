"""What the session page shows: who, which session, how long, and how saving stands."""

from dataclasses import dataclass
from enum import Enum, auto

from app.core.clock import Moment
from app.records.clients.record import Client
from app.records.session_notes.record import SessionNote
from app.records.sessions.record import Session
from ui.pages.session.saver_model import Standing

MINUTE = 60_000  # milliseconds


class Stage(Enum):
    """What can be done with the note."""

    RUNNING = auto()
    DRAFT = auto()  # the session has ended; its note can still be written
    FINAL = auto()
    CLOSED = auto()  # the vault can only be read


@dataclass(frozen=True)
class Opened:
    """A session with its client and note, as read from the vault."""

    client: Client
    session: Session
    note: SessionNote
    takes_writes: bool = True


@dataclass(frozen=True)
class State:
    """Everything around the text; `minutes` is the length so far, as the clock shows it."""

    stage: Stage
    name: str
    number: int
    started: Moment
    now: Moment
    minutes: int
    ended: Moment | None
    final: Moment | None
    standing: Standing


def derive(opened: Opened, now: Moment, standing: Standing) -> State:
    """The page at a given moment."""
    session, final_at = opened.session, opened.note.final_at
    stage = Stage.RUNNING if session.is_running else Stage.DRAFT
    stage = stage if opened.takes_writes else Stage.CLOSED
    until = session.ended_at or now
    minutes = until.milliseconds // MINUTE - session.started_at.milliseconds // MINUTE
    return State(
        stage=Stage.FINAL if final_at else stage,
        name=opened.client.name,
        number=session.number,
        started=session.started_at,
        now=now,
        minutes=max(0, minutes),
        ended=session.ended_at,
        final=final_at,
        standing=standing,
    )
