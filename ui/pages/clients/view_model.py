"""What the list of clients shows: who is coached, who was put aside, and what was looked for."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from app.core.changes import Kind
from app.core.clock import Clock, Moment
from app.core.ids import ClientId
from app.records.clients.record import Client
from ui.jobs import Jobs
from ui.view_model import ViewModel

if TYPE_CHECKING:  # the ciphers behind it come after the first paint
    from app.workspace import Workspace

READS = (Kind.CLIENT, Kind.SESSION)


@dataclass(frozen=True)
class Snapshot:
    """What was read from the vault."""

    clients: tuple[Client, ...]
    last_seen: Mapping[ClientId, date]


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


def derive(snapshot: Snapshot, wanted: str, now: Moment) -> State:
    """The clients whose name or role holds every word of `wanted`."""
    words = wanted.casefold().split()
    active = [client for client in snapshot.clients if not client.is_archived]
    archived = [client for client in snapshot.clients if client.is_archived]
    last_seen = snapshot.last_seen
    return State(
        today=now.day,
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


class ClientsModel(ViewModel[Snapshot, State]):
    """The list of all clients, and what is looked for in it."""

    def __init__(self, jobs: Jobs, clock: Clock, parent: QObject | None = None) -> None:
        """Nothing is read before `load`."""
        self._wanted = ""

        def found(snapshot: Snapshot, now: Moment) -> State:
            return derive(snapshot, self._wanted, now)

        super().__init__(jobs, clock, READS, found, State(clock.now().day), parent)

    def load(self) -> None:
        """Reads the vault."""
        self.watch(None, read)

    def look_for(self, wanted: str) -> None:
        """Shows only those whose name or role holds these words."""
        self._wanted = wanted
        self.refresh()

    def restore(self, client: ClientId) -> None:
        """Takes an archived client back."""
        self._jobs.write(self, lambda workspace: workspace.clients.restore(client))
