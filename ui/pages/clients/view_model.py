"""What the list of clients shows: who is coached, who was put aside, and what was looked for."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.core.changes import Changes, Kind
from app.core.clock import Clock
from app.core.ids import ClientId
from app.records.clients.record import Client
from ui.jobs import Jobs

if TYPE_CHECKING:  # the ciphers behind it come after the first paint
    from app.workspace import Workspace

READS = (Kind.CLIENT, Kind.SESSION)


@dataclass(frozen=True)
class Snapshot:
    """What was read from the vault."""

    clients: tuple[Client, ...] = ()
    last_seen: Mapping[ClientId, date] | None = None


@dataclass(frozen=True)
class Person:
    """One client in the list."""

    client: ClientId
    name: str
    initials: str
    role: str
    last_seen: date | None


@dataclass(frozen=True)
class State:
    """Who was found. `active_count` and `archived_count` are of all clients."""

    today: date
    loaded: bool = False
    wanted: str = ""
    active: tuple[Person, ...] = ()
    archived: tuple[Person, ...] = ()
    active_count: int = 0
    archived_count: int = 0


def derive(snapshot: Snapshot, wanted: str, today: date) -> State:
    """The clients whose name or role holds every word of `wanted`."""
    words = wanted.casefold().split()
    active = [client for client in snapshot.clients if not client.is_archived]
    archived = [client for client in snapshot.clients if client.is_archived]
    last_seen = snapshot.last_seen or {}
    return State(
        today=today,
        loaded=True,
        wanted=wanted.strip(),
        active=tuple(_person(c, last_seen) for c in active if _matches(c, words)),
        archived=tuple(_person(c, last_seen) for c in archived if _matches(c, words)),
        active_count=len(active),
        archived_count=len(archived),
    )


def _matches(client: Client, words: list[str]) -> bool:
    text = f"{client.name} {client.details.role}".casefold()
    return all(word in text for word in words)


def _person(client: Client, last_seen: Mapping[ClientId, date]) -> Person:
    role = client.details.role
    return Person(client.id, client.name, client.initials, role, last_seen.get(client.id))


def read(workspace: "Workspace") -> Snapshot:
    """Reads what the list is derived from; runs on the vault worker."""
    return Snapshot(workspace.clients.listed(), workspace.sessions.last_seen())


class ClientsModel(QObject):
    """Keeps the list's state; re-reads after writes that touch it."""

    state_changed = Signal(object)  # State

    def __init__(self, jobs: Jobs, clock: Clock, parent: QObject | None = None) -> None:
        """Nothing is read before `load`."""
        super().__init__(parent)
        self._jobs = jobs
        self._clock = clock
        self._snapshot: Snapshot | None = None
        self._wanted = ""
        self.state = State(clock.now().day)
        jobs.changed.connect(self._after_write)

    def load(self) -> None:
        """Reads the vault."""
        self._jobs.read(self, read, self._take)

    def look_for(self, wanted: str) -> None:
        """Shows only those whose name or role holds these words."""
        self._wanted = wanted
        self._derive()

    def restore(self, client: ClientId) -> None:
        """Takes an archived client back."""
        self._jobs.write(self, lambda workspace: workspace.clients.restore(client))

    def _after_write(self, changes: Changes) -> None:
        if self._snapshot is not None and changes.touches(*READS):
            self.load()

    def _take(self, snapshot: Snapshot) -> None:
        self._snapshot = snapshot
        self._derive()

    def _derive(self) -> None:
        if self._snapshot is not None:
            self.state = derive(self._snapshot, self._wanted, self._clock.now().day)
            self.state_changed.emit(self.state)
