"""What the page of backups shows: what the vault remembers, and what lies at its places."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject, QTimer, Signal

from app.core.changes import Changes, Kind
from app.core.clock import Clock, Moment
from app.records.backups.record import Backup
from app.workflows.backup.places import Place, describe, same_as
from app.workflows.backup.plan import BackupNeed, Plan, age, days_since
from ui.jobs import Jobs
from ui.opened.backup_schedule import drives_first
from ui.pages.backups.around import PlaceLook, Sought, is_here, look_around
from ui.pages.backups.backup_rows import BackupRow, RowState, made_words, rows
from ui.view_model import ViewModel
from ui.ways_in.choice_model import ChoiceModel

if TYPE_CHECKING:  # the ciphers behind it come after the first paint
    from app.workspace import Workspace

READS = (Kind.BACKUP, Kind.WAY_IN, Kind.CLIENT)
EVERY = 3_000  # milliseconds between two looks while the page is seen: a stick shows at once

LookAround = Callable[[Sought], Mapping[str, PlaceLook]]


@dataclass(frozen=True)
class Snapshot:
    """What was read from the vault."""

    backups: tuple[Backup, ...]  # as the vault lists them
    plan: Plan
    has_root: bool
    made_up: bool
    takes_writes: bool
    has_clients: bool
    vault_id: UUID
    vault_folder: Path


@dataclass(frozen=True)
class PlaceLine:
    """One place; `here` is None until somebody has looked, `last` when it was last used."""

    place: Place
    here: bool | None
    same_disk: bool
    last: str = ""


@dataclass(frozen=True)
class LastOne:
    """The last checked backup, `days` ago on the calendar."""

    made: str
    days: int
    place: Place | None
    folder: str
    records: int
    may_be_removed: bool = False  # its drive is in


@dataclass(frozen=True)
class State:
    """What is shown. `plan` is None until the vault was read."""

    plan: Plan | None = None
    need: BackupNeed = BackupNeed.NOTHING
    kit_unproven: bool = False
    made_up: bool = False
    takes_writes: bool = True
    last: LastOne | None = None
    places: tuple[PlaceLine, ...] = ()
    rows: tuple[BackupRow, ...] = ()

    @property
    def loaded(self) -> bool:
        """Whether the vault was read."""
        return self.plan is not None

    @property
    def to_use(self) -> Place | None:
        """Where a backup goes that is asked for now; None when no place is here."""
        there = [line.place for line in self.places if line.here]
        return drives_first(there)[0] if there else None

    @property
    def newest_here(self) -> BackupRow | None:
        """The newest backup that can be tried now: one that a record tells of."""
        return next((row for row in self.rows if row.is_here and row.backup is not None), None)

    @property
    def may_try(self) -> bool:
        """Whether backups can be made of this vault, if need be after its kit was proven."""
        return self.loaded and not self.made_up

    @property
    def may_back_up(self) -> bool:
        """Whether one can be made now."""
        return self.may_try and self.takes_writes and not self.kit_unproven


def derive(snapshot: Snapshot, looks: Mapping[str, PlaceLook], now: Moment) -> State:
    """Everything that the page shows but what is under way."""
    plan, backups = snapshot.plan, snapshot.backups
    to_lose = snapshot.has_clients and not snapshot.made_up
    places = {place.folder: place for place in plan.places}
    last = backups[0] if backups else None
    return State(
        plan=plan,
        need=age(last.made if last else None, now, plan.remind_days, something_to_lose=to_lose),
        kit_unproven=not snapshot.has_root,
        made_up=snapshot.made_up,
        takes_writes=snapshot.takes_writes,
        last=_last(last, places, looks, now) if last else None,
        places=tuple(_line(place, backups, looks, now) for place in plan.places),
        rows=rows(backups, places, looks, now),
    )


def _line(
    place: Place, backups: tuple[Backup, ...], looks: Mapping[str, PlaceLook], now: Moment
) -> PlaceLine:
    look = looks.get(place.folder)
    used = next((backup for backup in backups if backup.folder == place.folder), None)
    return PlaceLine(
        place,
        is_here(looks, place.folder),
        look is not None and look.same_disk,
        made_words(used.made, now) if used else "",
    )


def _last(
    last: Backup, places: Mapping[str, Place], looks: Mapping[str, PlaceLook], now: Moment
) -> LastOne:
    look = looks.get(last.folder)
    place = places.get(last.folder) or (look.place if look else None)
    return LastOne(
        made_words(last.made, now),
        days_since(last.made, now),
        place,
        last.folder,
        last.entries + last.rows,
        may_be_removed=look is not None and look.here and look.place.is_drive,
    )


def read(workspace: "Workspace") -> Snapshot:
    """Reads what the page is derived from; runs on the vault worker."""
    facts = workspace.facts()
    return Snapshot(
        tuple(workspace.backups.listed()),
        workspace.backup_plan.get(),
        workspace.make_backup.has_root(),
        facts.is_made_up,
        workspace.takes_writes,
        bool(workspace.clients.listed()),
        facts.vault_id,
        facts.folder,
    )


class BackupsModel(ViewModel[Snapshot, State]):
    """Follows the vault, and looks at the places as often as it is told to."""

    due_changed = Signal(bool)  # whether the coach has to think of backups
    place_added = Signal(object)  # Place
    place_refused = Signal()  # it lies inside the vault's own folder

    def __init__(
        self,
        jobs: Jobs,
        clock: Clock,
        parent: QObject | None = None,
        *,
        around: LookAround = look_around,
    ) -> None:
        """Nothing is read before `load`; `around` runs on a thread of its own."""
        self._looks: Mapping[str, PlaceLook] = {}
        self._around = around
        self._looking = False
        self._seen: Snapshot | None = None  # the one that the places were looked at for

        def shown(snapshot: Snapshot, now: Moment) -> State:
            return derive(snapshot, self._looks, now)

        super().__init__(jobs, clock, READS, shown, State(), parent)
        self._every = QTimer(self)
        self._every.setInterval(EVERY)
        self._every.timeout.connect(self.look)
        self.state_changed.connect(self._look_after)

    def load(self) -> None:
        """Reads the vault, and looks at the places."""
        self.watch(None, read)

    def keep_looking(self, looking: bool) -> None:
        """Whether the places are looked at again and again: while somebody sees them."""
        if looking:
            self._every.start()
            self.look()
        else:
            self._every.stop()

    def look(self) -> None:
        """Looks at the places, unless that is under way."""
        snapshot = self._snapshot
        if self._looking or snapshot is None:
            return
        self._looking = True
        recorded = tuple((one.id, one.folder, one.file_name) for one in snapshot.backups)
        sought = Sought(snapshot.plan.places, recorded, snapshot.vault_id, snapshot.vault_folder)
        self._seen = snapshot
        self._jobs.away(self, partial(self._around, sought), self._has_looked, self._give_up)

    def choice(self) -> ChoiceModel:
        """What judges a passphrase, for a dialog that asks for one."""
        return ChoiceModel(self._jobs)

    def add_place(self, folder: Path) -> None:
        """Remembers a folder that is there now."""
        if self._snapshot is None:
            return
        snapshot = self._snapshot
        call = partial(_describe, folder, snapshot.vault_folder, snapshot.plan.places)
        self._jobs.away(self, call, self._add, self._jobs.trouble.emit)

    def remove_place(self, folder: str) -> None:
        """Forgets a place; what lies there stays there."""
        self._change(lambda plan: plan.without(folder))

    def set_automatic(self, on: bool) -> None:
        """Whether backups are made by themselves."""
        self._change(lambda plan: replace(plan, automatic=on))

    def set_keep_yearly(self, on: bool) -> None:
        """Whether one of each year is kept."""
        self._change(lambda plan: replace(plan, keep_yearly=on))

    def set_remind_days(self, days: int) -> None:
        """After how many days the coach is reminded."""
        self._change(lambda plan: replace(plan, remind_days=days))

    def forget(self, id: UUID) -> None:
        """Takes a backup whose file is gone off the list."""
        row = next((row for row in self.state.rows if row.id == id), None)
        if row is not None and row.state is RowState.GONE:
            self._jobs.write(self, lambda workspace: workspace.backups.was_removed(id))

    def _add(self, place: Place | None) -> None:
        if place is None:
            self.place_refused.emit()
            return
        self._change(lambda plan: plan.with_place(place), lambda _: self.place_added.emit(place))

    def _change(
        self, change: Callable[[Plan], Plan], done: Callable[[Changes], None] | None = None
    ) -> None:
        def put(workspace: "Workspace") -> Changes:
            return workspace.backup_plan.put(change(workspace.backup_plan.get()))

        self._jobs.write(self, put, done)

    def _look_after(self, state: State) -> None:
        self.due_changed.emit(state.need is not BackupNeed.NOTHING)
        if self._snapshot is not None and self._snapshot is not self._seen:
            self.look()

    def _has_looked(self, looks: Mapping[str, PlaceLook]) -> None:
        self._looking, self._looks = False, looks
        self.refresh()
        self._look_after(self.state)

    def _give_up(self, error: Exception) -> None:
        self._looking = False
        self._jobs.trouble.emit(error)


def _describe(folder: Path, vault_folder: Path, places: Sequence[Place]) -> Place | None:
    """What is to be remembered of a folder; None for one inside the vault itself."""
    if folder.resolve().is_relative_to(vault_folder.resolve()):
        return None
    return same_as(folder, places) or describe(folder)
