"""What the tab of sessions shows."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from PySide6.QtCore import QObject, Signal

from app.core.changes import Changes, Kind
from app.core.clock import Clock
from app.core.ids import ClientId, SessionId
from ui.jobs import Jobs
from ui.pages.client.glimpse import Glimpse, read_glimpses
from ui.translation import translate
from ui.words.dates import clock_time, length_words, week_day

READS = (Kind.SESSION, Kind.SESSION_NOTE)


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


def derive(glimpses: tuple[Glimpse, ...], today: date) -> tuple[Line, ...]:
    """The list on a given day, newest first."""
    return tuple(_line(glimpse, today) for glimpse in glimpses)


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


class SessionsModel(QObject):
    """Keeps the list of one client's sessions; re-reads after writes that touch it."""

    state_changed = Signal(object)  # tuple[Line, ...]

    def __init__(self, jobs: Jobs, clock: Clock, parent: QObject | None = None) -> None:
        """No client is read before `load`."""
        super().__init__(parent)
        self._jobs = jobs
        self._clock = clock
        self.client: ClientId | None = None
        jobs.changed.connect(self._after_write)

    def load(self, client: ClientId) -> None:
        """Reads a client's sessions."""
        self.client = client

        def take(glimpses: tuple[Glimpse, ...]) -> None:
            if client == self.client:
                self.state_changed.emit(derive(glimpses, self._clock.now().day))

        self._jobs.read(self, lambda workspace: read_glimpses(workspace, client), take)

    def _after_write(self, changes: Changes) -> None:
        if self.client is not None and changes.touches(*READS):
            self.load(self.client)
