"""What the tab of sessions shows."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from app.core.changes import Kind
from app.core.clock import Clock, Moment
from app.core.ids import ClientId, SessionId
from ui.jobs import Jobs
from ui.pages.client.glimpse import Glimpse, read_glimpses
from ui.translation import translate
from ui.view_model import ViewModel
from ui.words.dates import clock_time, length_words, week_day

if TYPE_CHECKING:  # the ciphers behind it come after the first paint
    from app.workspace import Workspace

READS = (Kind.SESSION, Kind.SESSION_NOTE)


@dataclass(frozen=True)
class Snapshot:
    """What was read from the vault."""

    client: ClientId
    glimpses: tuple[Glimpse, ...]


class Standing(StrEnum):
    """How far a session and its note are."""

    RUNNING = "running"
    DRAFT = "draft"
    FINAL = "final"


@dataclass(frozen=True)
class Line:
    """One session in the list, in words."""

    session: SessionId
    number: str
    day: str
    times: str
    length: str
    standing: Standing
    words: str


@dataclass(frozen=True)
class State:
    """The list, newest first."""

    client: ClientId | None = None
    lines: tuple[Line, ...] = ()


def derive(snapshot: Snapshot, now: Moment) -> State:
    """The list at a given moment."""
    lines = tuple(_line(glimpse, now.day) for glimpse in snapshot.glimpses)
    return State(snapshot.client, lines)


def _line(glimpse: Glimpse, today: date) -> Line:
    session = glimpse.session
    started_on = session.started_at.day
    start = clock_time(session.started_at)
    if session.ended_at is None:
        times = translate("Sessions", "since {start}").format(start=start)
        standing = Standing.RUNNING
    else:
        end = clock_time(session.ended_at)
        times = translate("Sessions", "{start} to {end}").format(start=start, end=end)
        standing = Standing.FINAL if glimpse.is_final else Standing.DRAFT
    return Line(
        session=session.id,
        number=str(session.number),
        day=translate("Sessions", "Today") if started_on == today else week_day(started_on, today),
        times=times,
        length="" if session.length is None else length_words(session.length),
        standing=standing,
        words=glimpse.words,
    )


def read(workspace: "Workspace", client: ClientId) -> Snapshot:
    """Reads what the list is derived from; runs on the vault worker."""
    return Snapshot(client, read_glimpses(workspace, client))


class SessionsModel(ViewModel[Snapshot, State]):
    """The list of one client's sessions."""

    def __init__(self, jobs: Jobs, clock: Clock, parent: QObject | None = None) -> None:
        """No client is read before `load`."""
        super().__init__(jobs, clock, READS, derive, State(), parent)

    def load(self, client: ClientId) -> None:
        """Reads a client's sessions."""
        self.watch(client, lambda workspace: read(workspace, client))
