"""What the page of backups shows: what the vault remembers, and what lies at its places."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject, QTimer, Signal

from app.core.changes import Changes, Kind
from app.core.clock import Clock, Moment
from app.records.backups.record import Backup
from app.workflows.backup.need import (
    BackupNeed,
    behind,
    goes_nowhere,
    is_under_older_kit,
    need_of,
)
from app.workflows.backup.places import Place, describe, same_as
from app.workflows.backup.plan import Plan
from app.workflows.backup.which_place import best_place, last_used
from ui.jobs import Jobs
from ui.pages.backups.around import Each, PlaceLook, Sought, is_here, look_around
from ui.pages.backups.backup_rows import rows
from ui.pages.backups.lines import is_full, last_one, own_disk, place_line
from ui.pages.backups.refusals import Refusals
from ui.pages.backups.removal_model import RemovalModel
from ui.pages.backups.state import State
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
    kit_number: int
    own: frozenset[UUID]  # those that are brought along when there is a new kit


def derive(
    snapshot: Snapshot,
    looks: Mapping[str, PlaceLook],
    now: Moment,
    gone: Collection[UUID] = (),
    refused: Collection[str] = (),
) -> State:
    """Everything that the page shows but what is under way.

    `gone` were missing when their place was last looked at, `refused` took no backup when asked.
    """
    plan, backups = snapshot.plan, snapshot.backups
    places = {place.folder: place for place in plan.places}
    there = [one for one in backups if one.id not in gone]
    own = [one for one in backups if one.id in snapshot.own]
    left = behind(there, snapshot.own, snapshot.kit_number)
    last = there[0] if there else None
    here = [place for place in plan.places if is_here(looks, place.folder)]
    full = {place.folder for place in here if is_full(place, backups, looks)} | set(refused)
    need = need_of(
        there,
        plan,
        now,
        own_disk(plan, looks),
        under_older_kit=is_under_older_kit(there, snapshot.own, snapshot.kit_number),
        nowhere=goes_nowhere(there, snapshot.own, plan),
        something_to_lose=snapshot.has_clients and not snapshot.made_up,
    )
    return State(
        plan=plan,
        need=need,
        kit_unproven=not snapshot.has_root,
        made_up=snapshot.made_up,
        takes_writes=snapshot.takes_writes,
        last=last_one(last, places, looks, now, left) if last else None,
        places=tuple(
            replace(
                place_line(place, backups, looks, now),
                full=place.folder in full,
                can_be_chosen=place in here and len(here) > 1,
            )
            for place in plan.places
        ),
        rows=rows(
            backups,
            places,
            looks,
            now,
            snapshot.kit_number,
            gone,
            snapshot.own,
            may_remove=snapshot.takes_writes,
        ),
        to_use=best_place(here, last_used(own), full),
        behind=len(left),
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
        workspace.ways_in.kits.facts().number,
        frozenset(one.id for one in workspace.backups.own()),
    )


class BackupsModel(ViewModel[Snapshot, State]):
    """Follows the vault, and looks at the places as often as it is told to."""

    due_changed = Signal(bool)  # whether the coach has to think of backups
    need_changed = Signal(object, int)  # BackupNeed, and how many days old the last one is
    came_in = Signal()  # a place is here that was out before
    place_added = Signal(object)  # Place
    place_removed = Signal(object)  # Place
    place_refused = Signal()  # it lies inside the vault's own folder

    def __init__(
        self,
        jobs: Jobs,
        clock: Clock,
        parent: QObject | None = None,
        *,
        around: LookAround | None = None,
    ) -> None:
        """Nothing is read before `load`; `around` runs on a thread of its own."""
        self._looks: Mapping[str, PlaceLook] = {}
        self._gone: set[UUID] = set()  # as of when their place was last looked at
        self._refusals = Refusals()
        self._around = around or partial(look_around, each=Each())
        self._looking = False
        self._seen: Snapshot | None = None  # the one that the places were looked at for

        def shown(snapshot: Snapshot, now: Moment) -> State:
            return derive(snapshot, self._looks, now, self._gone, self._refusals.folders)

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

    def removing(self, parent: QObject) -> RemovalModel:
        """What has backups leave the list."""
        return RemovalModel(self._jobs, parent)

    def add_place(self, folder: Path) -> None:
        """Remembers a folder that is there now."""
        if self._snapshot is None:
            return
        snapshot = self._snapshot
        call = partial(_describe, folder, snapshot.vault_folder, snapshot.plan.places)
        self._jobs.away(self, call, self._add, self._jobs.trouble.emit)

    def remove_place(self, folder: str) -> None:
        """Forgets a place; what lies there stays there."""
        place = self._snapshot.plan.place_of(folder) if self._snapshot is not None else None
        if place is not None:
            told = partial(self.place_removed.emit, place)
            self._change(lambda plan: plan.without(folder), lambda _: told())

    def put_place(self, place: Place) -> None:
        """Remembers a place again."""
        self._change(lambda plan: plan.with_place(place))

    def set_automatic(self, on: bool) -> None:
        """Whether backups are made by themselves."""
        self._change(lambda plan: replace(plan, automatic=on))

    def set_keep_yearly(self, on: bool) -> None:
        """Whether one of each year is kept."""
        self._change(lambda plan: replace(plan, keep_yearly=on))

    def set_remind_days(self, days: int) -> None:
        """After how many days the coach is reminded."""
        self._change(lambda plan: replace(plan, remind_days=days))

    def refuse_place(self, folder: str) -> None:
        """Passes over a place that took no backup, as long as it looks no better."""
        self._refusals.add(folder)
        self.refresh()
        self.look()

    def trust_place(self, folder: str) -> None:
        """It has taken one."""
        self._refusals.forget(folder)
        self.refresh()

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
        if not state.loaded:
            return
        self.due_changed.emit(state.need is not BackupNeed.NOTHING)
        self.need_changed.emit(state.need, state.last.days if state.last else 0)
        if self._snapshot is not None and self._snapshot is not self._seen:
            self.look()

    def _has_looked(self, looks: Mapping[str, PlaceLook]) -> None:
        before, self._looks, self._looking = self._looks, looks, False
        self._remember(looks)
        self.refresh()
        self._look_after(self.state)

        if any(look.here and is_here(before, at) is False for at, look in looks.items()):
            self.came_in.emit()

    def _remember(self, looks: Mapping[str, PlaceLook]) -> None:
        """What can't be looked at now is as it was."""
        here = {folder: look for folder, look in looks.items() if look.here or look.missing}
        self._refusals.compare(looks)
        for backup in self._seen.backups if self._seen is not None else ():
            look = here.get(backup.folder)
            if look is not None and backup.id in look.found:
                self._gone.discard(backup.id)
            elif look is not None:
                self._gone.add(backup.id)

    def _give_up(self, error: Exception) -> None:
        self._looking = False
        self._jobs.trouble.emit(error)


def _describe(folder: Path, vault_folder: Path, places: Sequence[Place]) -> Place | None:
    """What is to be remembered of a folder; None for one inside the vault itself."""
    if folder.resolve().is_relative_to(vault_folder.resolve()):
        return None
    return same_as(folder, places) or describe(folder)
