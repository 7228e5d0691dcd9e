"""What stands at the top of a client's page, and the clients before and after."""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.core.changes import Changes, Kind
from app.core.clock import Clock
from app.core.errors import RecordMissing
from app.core.ids import ClientId
from app.records.clients.record import Client
from app.records.sessions.record import Session
from ui.jobs import Jobs
from ui.pages.client.words import about

if TYPE_CHECKING:  # the ciphers behind it come after the first paint
    from app.workspace import Workspace

READS = (Kind.CLIENT, Kind.SESSION)


@dataclass(frozen=True)
class Snapshot:
    """What was read from the vault."""

    client: Client
    clients: tuple[Client, ...]
    running: tuple[Session, ...]


@dataclass(frozen=True)
class State:
    """The head of the page; `next` and `previous` are active clients, by name."""

    client: ClientId | None = None
    name: str = ""
    initials: str = ""
    about: str = ""
    archived: bool = False
    running: bool = False
    previous: ClientId | None = None
    next: ClientId | None = None


def derive(snapshot: Snapshot, today: date) -> State:
    """The head of the page on a given day."""
    client = snapshot.client
    ring = [other.id for other in snapshot.clients if not other.is_archived]
    before, after = _neighbours(ring, client.id)
    return State(
        client=client.id,
        name=client.name,
        initials=client.initials,
        about=about(client, today),
        archived=client.is_archived,
        running=any(session.client == client.id for session in snapshot.running),
        previous=before,
        next=after,
    )


def _neighbours(ring: list[ClientId], client: ClientId) -> tuple[ClientId | None, ClientId | None]:
    """The clients before and after; past the last one comes the first."""
    others = [other for other in ring if other != client]
    if not others:
        return None, None
    if client not in ring:
        return ring[-1], ring[0]
    at = ring.index(client)
    return ring[at - 1], ring[(at + 1) % len(ring)]


class ClientModel(QObject):
    """Keeps the state of one client's page; re-reads after writes that touch it."""

    state_changed = Signal(object)  # State
    archived = Signal(object)  # State, of the client that was put aside just now

    def __init__(self, jobs: Jobs, clock: Clock, parent: QObject | None = None) -> None:
        """No client is read before `load`."""
        super().__init__(parent)
        self._jobs = jobs
        self._clock = clock
        self._client: ClientId | None = None
        self.state = State()
        jobs.changed.connect(self._after_write)

    def load(self, client: ClientId) -> None:
        """Reads a client; until it is there, nothing is known of another one either."""
        if client != self._client:
            self._client = client
            self.state = State()
            self.state_changed.emit(self.state)

        def read(workspace: "Workspace") -> Snapshot:
            clients = workspace.clients.listed()
            found = next((one for one in clients if one.id == client), None)
            if found is None:
                raise RecordMissing
            return Snapshot(found, clients, workspace.sessions.running())

        self._jobs.read(self, read, self._take)

    def archive(self) -> None:
        """Puts the client aside; `archived` tells when it is done."""
        state, client = self.state, self.state.client
        if client is not None:
            self._jobs.write(
                self,
                lambda workspace: workspace.clients.archive(client),
                lambda _: self.archived.emit(state),
            )

    def restore(self, client: ClientId | None = None) -> None:
        """Takes a client back among the active ones, by default the one shown."""
        wanted = client or self.state.client
        if wanted is not None:
            self._jobs.write(self, lambda workspace: workspace.clients.restore(wanted))

    def _after_write(self, changes: Changes) -> None:
        if self._client is not None and changes.touches(*READS):
            self.load(self._client)

    def _take(self, snapshot: Snapshot) -> None:
        if snapshot.client.id == self._client:
            self.state = derive(snapshot, self._clock.now().day)
            self.state_changed.emit(self.state)
