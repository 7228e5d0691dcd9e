"""What the sidebar shows: the vault's name, and the clients of the last 60 days."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.core.changes import Changes, Kind
from app.core.clock import Clock
from app.core.ids import ClientId
from app.records.clients.record import Client
from ui.jobs import Jobs

if TYPE_CHECKING:  # its imports (ciphers, records) come after the first paint
    from app.workspace import Workspace

RECENT = timedelta(days=60)
AT_MOST = 8


@dataclass(frozen=True)
class SidebarClient:
    """One client in the sidebar."""

    id: ClientId
    name: str
    initials: str


@dataclass(frozen=True)
class SidebarState:
    """Everything that the sidebar shows apart from its fixed places."""

    vault_name: str = ""
    clients: tuple[SidebarClient, ...] = ()
    active: int = 0  # clients who are not archived
    known: int = 0  # all of them


@dataclass(frozen=True)
class _Read:
    vault_name: str
    clients: Sequence[Client]
    last_seen: Mapping[ClientId, date]


def derive(
    vault_name: str, clients: Sequence[Client], last_seen: Mapping[ClientId, date], today: date
) -> SidebarState:
    """Of the clients seen or added in the last 60 days the latest eight, by name."""
    active = [client for client in clients if not client.is_archived]
    latest = {c.id: max(c.since.day, last_seen.get(c.id, c.since.day)) for c in active}
    recent = [client for client in active if latest[client.id] >= today - RECENT]
    shown = {c.id for c in sorted(recent, key=lambda c: latest[c.id], reverse=True)[:AT_MOST]}
    return SidebarState(
        vault_name,
        tuple(SidebarClient(c.id, c.name, c.initials) for c in active if c.id in shown),
        len(active),
        len(clients),
    )


class SidebarViewModel(QObject):
    """Reads once the vault is open, and after each change of a client or session."""

    state_changed = Signal(object)  # SidebarState

    def __init__(self, jobs: Jobs, clock: Clock, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._clock = clock
        self.state = SidebarState()
        jobs.changed.connect(self._follow)

    def load(self) -> None:
        """Reads the vault."""
        self._jobs.read(self, _read, self._show)

    def _follow(self, changes: Changes) -> None:
        if changes.touches(Kind.CLIENT, Kind.SESSION):
            self.load()

    def _show(self, read: _Read) -> None:
        today = self._clock.now().day
        state = derive(read.vault_name, read.clients, read.last_seen, today)
        if state != self.state:
            self.state = state
            self.state_changed.emit(state)


def _read(workspace: "Workspace") -> _Read:
    return _Read(workspace.vault_name, workspace.clients.listed(), workspace.sessions.last_seen())
