"""What the sidebar shows: the vault's name, and the clients of the last 60 days."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from app.core.changes import Kind
from app.core.clock import Clock, Moment
from app.core.ids import ClientId
from app.records.clients.record import Client
from ui.jobs import Jobs
from ui.view_model import ViewModel

if TYPE_CHECKING:  # its imports (ciphers, records) come after the first paint
    from app.workspace import Workspace

READS = (Kind.CLIENT, Kind.SESSION)
RECENT = timedelta(days=60)
AT_MOST = 8


@dataclass(frozen=True)
class Snapshot:
    """What was read from the vault."""

    vault_name: str
    clients: Sequence[Client]
    last_seen: Mapping[ClientId, date]
    made_up_in: str = ""


@dataclass(frozen=True)
class SidebarClient:
    """One client in the sidebar."""

    id: ClientId
    name: str
    initials: str


@dataclass(frozen=True)
class State:
    """Everything that the sidebar shows apart from its fixed places.

    `made_up_in` is the folder of a practice that nobody has, empty for a real one.
    """

    vault_name: str = ""
    clients: tuple[SidebarClient, ...] = ()
    active: int = 0  # clients who are not archived
    known: int = 0  # all of them
    made_up_in: str = ""
    unread: bool = False  # it couldn't be read who there is


def derive(snapshot: Snapshot, now: Moment) -> State:
    """Of the clients seen or added in the last 60 days the latest eight, by name."""
    clients, last_seen = snapshot.clients, snapshot.last_seen
    active = [client for client in clients if not client.is_archived]
    latest = {c.id: max(c.since.day, last_seen.get(c.id, c.since.day)) for c in active}
    recent = [client for client in active if latest[client.id] >= now.day - RECENT]
    shown = {c.id for c in sorted(recent, key=lambda c: latest[c.id], reverse=True)[:AT_MOST]}
    return State(
        snapshot.vault_name,
        tuple(SidebarClient(c.id, c.name, c.initials) for c in active if c.id in shown),
        len(active),
        len(clients),
        snapshot.made_up_in,
    )


def read(workspace: "Workspace") -> Snapshot:
    """Reads what the sidebar is derived from; runs on the vault worker."""
    facts = workspace.facts()
    return Snapshot(
        facts.name,
        workspace.clients.listed(),
        workspace.sessions.last_seen(),
        str(facts.folder) if facts.is_made_up else "",
    )


class SidebarViewModel(ViewModel[Snapshot, State]):
    """The vault's name and its clients."""

    def __init__(self, jobs: Jobs, clock: Clock, parent: QObject | None = None) -> None:
        """Nothing is read before `load`."""
        super().__init__(jobs, clock, READS, derive, State(), parent)

    def load(self) -> None:
        """Reads the vault."""
        self.watch(None, read)
