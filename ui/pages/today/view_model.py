"""What Today shows: the day, the sessions that run, and the clients seen last."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from app.core.changes import Kind
from app.core.clock import Clock, Moment
from app.core.ids import ClientId
from app.records.clients.record import Client
from app.records.practice.record import Practice
from app.records.sessions.record import Session
from app.workflows.backup.need import BackupNeed, age, days_since
from app.workflows.ways_in.way_in import KitFacts, KitNeed, kit_need
from ui.jobs import Jobs
from ui.view_model import ViewModel

if TYPE_CHECKING:  # the ciphers behind it come after the first paint
    from app.workspace import Workspace

READS = (Kind.PRACTICE, Kind.CLIENT, Kind.SESSION, Kind.WAY_IN, Kind.BACKUP)


@dataclass(frozen=True)
class Backups:
    """When the last checked backup was made, and how old the coach lets it become, in days."""

    last: Moment | None
    remind_days: int


@dataclass(frozen=True)
class Snapshot:
    """What was read from the vault."""

    practice: Practice
    clients: tuple[Client, ...]
    running: tuple[Session, ...]
    last_seen: Mapping[ClientId, date]
    kit: KitFacts | None = None  # None where nobody needs one: everything here is made up
    backups: Backups | None = None  # likewise, and where none could be made


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
    kit_need: KitNeed = KitNeed.NOTHING
    backup_need: BackupNeed = BackupNeed.NOTHING
    backup_days: int = 0  # since the last one

    @property
    def needs_coach(self) -> bool:
        """Whether there is anything to do beside sessions."""
        nothing = self.kit_need is KitNeed.NOTHING and self.backup_need is BackupNeed.NOTHING
        return not self.practice_known or not nothing


def derive(snapshot: Snapshot, now: Moment) -> State:
    """The page at a given moment."""
    by_id = {client.id: client for client in snapshot.clients}
    active = [client for client in snapshot.clients if not client.is_archived]
    order = {client: at for at, client in enumerate(snapshot.last_seen)}
    active.sort(key=lambda client: order.get(client.id, len(order)))
    return State(
        today=now.day,
        loaded=True,
        running=tuple(
            _running(session, by_id[session.client])
            for session in snapshot.running
            if session.client in by_id
        ),
        people=tuple(_person(client, snapshot.last_seen.get(client.id)) for client in active),
        archived=len(snapshot.clients) - len(active),
        practice_known=not snapshot.practice.missing_for_paper(),
        kit_need=KitNeed.NOTHING if snapshot.kit is None else kit_need(snapshot.kit, now.day),
        backup_need=_backup_need(snapshot, now),
        backup_days=_backup_days(snapshot, now),
    )


def _backup_need(snapshot: Snapshot, now: Moment) -> BackupNeed:
    known = snapshot.backups
    if known is None:
        return BackupNeed.NOTHING
    lose = bool(snapshot.clients)
    return age(known.last, now, known.remind_days, something_to_lose=lose)


def _backup_days(snapshot: Snapshot, now: Moment) -> int:
    last = snapshot.backups.last if snapshot.backups is not None else None
    return 0 if last is None else days_since(last, now)


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
        kit=None if workspace.made_up.get() else workspace.ways_in.kits.facts(),
        backups=_backups(workspace),
    )


def _backups(workspace: "Workspace") -> Backups | None:
    if workspace.made_up.get() or not workspace.takes_writes:
        return None
    last = workspace.backups.last_checked()
    remind_days = workspace.backup_plan.get().remind_days
    return Backups(None if last is None else last.made, remind_days)


class TodayModel(ViewModel[Snapshot, State]):
    """Today, as long as it is today."""

    def __init__(self, jobs: Jobs, clock: Clock, parent: QObject | None = None) -> None:
        """Nothing is read before `load`."""
        self._found: tuple[BackupNeed, int] | None = None

        def shown(snapshot: Snapshot, now: Moment) -> State:
            state = derive(snapshot, now)
            if self._found is None or snapshot.backups is None:
                return state
            need, days = self._found
            return replace(state, backup_need=need, backup_days=days)

        super().__init__(jobs, clock, READS, shown, State(clock.now().day), parent)

    def know_backups(self, need: BackupNeed, days: int) -> None:
        """Takes what somebody found who looked at the drives, too."""
        self._found = (need, days)
        self.refresh()

    def load(self) -> None:
        """Reads the vault."""
        self.watch(None, read)
