"""What Today shows: the day, the sessions that run, and the clients seen last."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from app.core.changes import Changes, Kind
from app.core.clock import Clock, Moment
from app.core.ids import ClientId
from app.records.clients.record import Client
from app.records.practice.record import Practice
from app.records.sessions.record import Session
from ui.jobs import Jobs

if TYPE_CHECKING:  # the ciphers behind it come after the first paint
    from app.workspace import Workspace

MINUTE = 60_000  # milliseconds
READS = (Kind.PRACTICE, Kind.CLIENT, Kind.SESSION)


@dataclass(frozen=True)
class Snapshot:
    """What was read from the vault."""

    practice: Practice
    clients: tuple[Client, ...]
    running: tuple[Session, ...]
    last_seen: Mapping[ClientId, date]


@dataclass(frozen=True)
class Running:
    """A session without an end."""

    client: ClientId
    name: str
    first_name: str
    initials: str
    number: int
    since: Moment


@dataclass(frozen=True)
class Person:
    """A client, and the day of their newest session."""

    client: ClientId
    name: str
    first_name: str
    initials: str
    last_seen: date | None


@dataclass(frozen=True)
class State:
    """Everything on the page. `people` are the active clients, the one seen last first."""

    today: date
    loaded: bool = False
    running: tuple[Running, ...] = ()
    people: tuple[Person, ...] = ()
    archived: int = 0
    practice_known: bool = False


def derive(snapshot: Snapshot, today: date) -> State:
    """The page on a given day."""
    by_id = {client.id: client for client in snapshot.clients}
    active = [client for client in snapshot.clients if not client.is_archived]
    order = {client: at for at, client in enumerate(snapshot.last_seen)}
    active.sort(key=lambda client: order.get(client.id, len(order)))
    return State(
        today=today,
        loaded=True,
        running=tuple(
            _running(session, by_id[session.client])
            for session in snapshot.running
            if session.client in by_id
        ),
        people=tuple(_person(client, snapshot.last_seen.get(client.id)) for client in active),
        archived=len(snapshot.clients) - len(active),
        practice_known=not snapshot.practice.missing_for_paper(),
    )


def _running(session: Session, client: Client) -> Running:
    return Running(
        client=client.id,
        name=client.name,
        first_name=client.first_name,
        initials=client.initials,
        number=session.number,
        since=session.started_at,
    )


def _person(client: Client, last_seen: date | None) -> Person:
    return Person(client.id, client.name, client.first_name, client.initials, last_seen)


def read(workspace: "Workspace") -> Snapshot:
    """Reads what the page is derived from; runs on the vault worker."""
    return Snapshot(
        practice=workspace.practice.get(),
        clients=workspace.clients.listed(),
        running=workspace.sessions.running(),
        last_seen=workspace.sessions.last_seen(),
    )


class TodayModel(QObject):
    """Keeps Today's state; re-reads after writes that touch it, and at midnight."""

    state_changed = Signal(object)  # State

    def __init__(self, jobs: Jobs, clock: Clock, parent: QObject | None = None) -> None:
        """Nothing is read before `load`."""
        super().__init__(parent)
        self._jobs = jobs
        self._clock = clock
        self._snapshot: Snapshot | None = None
        self.state = State(clock.now().day)
        jobs.changed.connect(self._after_write)
        self._minute = QTimer(self)
        self._minute.setInterval(MINUTE)
        self._minute.timeout.connect(self.tick)

    def load(self) -> None:
        """Reads the vault, and watches the clock from now on."""
        self._minute.start()
        self._jobs.read(self, read, self._take)

    def tick(self) -> None:
        """Looks whether it is another day."""
        if self._snapshot is not None and self._clock.now().day != self.state.today:
            self._take(self._snapshot)

    def _after_write(self, changes: Changes) -> None:
        if self._snapshot is not None and changes.touches(*READS):
            self._jobs.read(self, read, self._take)

    def _take(self, snapshot: Snapshot) -> None:
        self._snapshot = snapshot
        self.state = derive(snapshot, self._clock.now().day)
        self.state_changed.emit(self.state)
