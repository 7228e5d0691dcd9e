"""What stands at the top of a client's page, and the clients before and after."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.core.changes import Kind
from app.core.clock import Clock, Moment
from app.core.errors import RecordMissing
from app.core.ids import ClientId
from app.records.clients.record import Client
from app.records.sessions.record import Session
from ui.jobs import Jobs
from ui.pages.client.words import about
from ui.view_model import ViewModel

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


def derive(snapshot: Snapshot, now: Moment) -> State:
    """The head of the page at a given moment."""
    client = snapshot.client
    ring = [other.id for other in snapshot.clients if not other.is_archived]
    before, after = _neighbours(ring, client.id)
    return State(
        client=client.id,
        name=client.name,
        initials=client.initials,
        about=about(client, now.day),
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


def read(workspace: "Workspace", client: ClientId) -> Snapshot:
    """Reads what the head is derived from; runs on the vault worker."""
    clients = workspace.clients.listed()
    found = next((one for one in clients if one.id == client), None)
    if found is None:
        raise RecordMissing
    return Snapshot(found, clients, workspace.sessions.running())


class ClientModel(ViewModel[Snapshot, State]):
    """The head of the page of one client, and what is done with the client as a whole."""

    archived = Signal(object)  # State, of the client that was put aside just now

    def __init__(self, jobs: Jobs, clock: Clock, parent: QObject | None = None) -> None:
        """No client is read before `load`."""
        super().__init__(jobs, clock, READS, derive, State(), parent)

    def load(self, client: ClientId) -> None:
        """Reads a client."""
        self.watch(client, lambda workspace: read(workspace, client))

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
