"""Has backups made by themselves: once a day at each place, whenever its drive is in."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from app.core.clock import Clock, Moment
from app.core.each_by_itself import EachByItself
from app.core.errors import BackupBrokenOff
from app.workflows.backup.places import Place
from app.workflows.backup.plan import Plan
from app.workflows.backup.under_way import UnderWay
from app.workflows.backup.which_place import best_place, due, last_used
from ui.backing_up.backup_run import BackupRun
from ui.jobs import Jobs

if TYPE_CHECKING:  # the ciphers behind it come after the first paint
    from app.workspace import Workspace

EVERY = 60_000  # milliseconds between two looks
WAITING = 2_000  # while somebody waits for a drive
SETTLED = 20_000  # after unlocking, what the coach does first comes before
AT_ONCE = 2_000  # unless a lock had broken one off: it is waited for
TRY_AGAIN = timedelta(hours=1)  # after one at a place, unless it failed and the drive was out

FindHere = Callable[[Sequence[Place]], list[Place]]


@dataclass(frozen=True)
class Wanted:
    """What was read from the vault; `last` is when each place, by folder, was last used.

    `broken_off` were under way when their process ended, each with its place.
    """

    plan: Plan
    may: bool
    last: Mapping[str, Moment] = field(default_factory=dict[str, Moment])
    broken_off: tuple[tuple[Place, UnderWay], ...] = ()


def read(workspace: "Workspace") -> Wanted:
    """Reads the plan and when each place was last used; runs on the vault worker."""
    make = workspace.make_backup
    made_up = workspace.facts().is_made_up
    may = workspace.takes_writes and not made_up and make.has_root()
    plan = workspace.backup_plan.get()
    if make.is_known_damaged():  # asked for by the coach, it says why there is none
        plan = replace(plan, automatic=False)
    broken_off = tuple(
        (place, one)
        for one in workspace.backups_under_way.get()
        if (place := plan.place_of(one.folder)) and (plan.automatic or not one.by_itself)
    )
    return Wanted(plan, may, last_used(workspace.backups.own()), broken_off)


class PlacesHere:
    """The places whose drive is in; one that doesn't answer isn't. On a thread of its own."""

    def __init__(self) -> None:
        self._each = EachByItself[Place, bool]()

    def __call__(self, places: Sequence[Place]) -> list[Place]:
        """Asks for all of them at once."""
        from app.workflows.backup.places import here  # asks the kernel

        answers = self._each.answers({place: partial(here, place) for place in places})
        return [place for place in places if answers.get(place)]


def clear_left(place: Place) -> bool:
    """Deletes what is half-made there, and returns whether that is gone; on a thread of its own.

    A process that was killed amid writing to a slow drive is there for as long as that takes.
    """
    from app.workflows.backup.parts import clear_left as clearing  # seldom needed
    from app.workflows.backup.parts import half_made

    clearing(place.path)
    return not half_made(place.path)


class BackupSchedule(QObject):
    """Looks every minute, never shows a dialog, and gives way to sessions.

    One that runs by itself when a session begins ends without a word, and is made afterwards. One
    that a lock broke off is begun again where that can be done, else it is told, once.
    """

    waiting_changed = Signal(bool)  # whether a backup that was asked for waits for its drive
    came_in = Signal()  # at the first look, and when a place is here that was not before
    stopped = Signal()  # by the coach, and what was written of it is gone
    taken_up = Signal()  # one that was asked for, and that a lock had broken off, begins again

    def __init__(
        self,
        jobs: Jobs,
        clock: Clock,
        run: BackupRun,
        session_runs: Callable[[], bool],
        parent: QObject | None = None,
        *,
        find_here: FindHere | None = None,
        clear_left: Callable[[Place], bool] = clear_left,
    ) -> None:
        """Nothing is looked at before `begin`."""
        super().__init__(parent)
        self.waits = False
        self._jobs, self._clock, self._run = jobs, clock, run
        self._session_runs = session_runs
        self._find_here, self._clear_left = find_here or PlacesHere(), clear_left
        self._passphrase: str | None = None  # for the backup that waits
        self._folder = ""  # where it goes, if that is here
        self._only = False  # and to no other
        self._looking = self._looked = self._stops = False
        self._here: tuple[Place, ...] = ()
        self._told: set[UnderWay] = set()  # of those that were broken off
        self._unclean: set[Place] = set()  # where such a one left something half-made
        self._failed: dict[str, Moment] = {}  # by folder, when one failed or was stopped
        self._made: dict[str, Moment] = {}  # likewise, when one was made
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.look)
        run.failed.connect(self._has_failed)
        run.ended.connect(self._has_ended)
        run.over.connect(self._is_over)

    @property
    def awaited(self) -> str:
        """The folder that the backup that waits goes to, when it is to go to no other."""
        return self._folder if self.waits and self._only else ""

    def begin(self) -> None:
        """Looks soon, and then every minute."""
        self._timer.start(SETTLED)
        self._jobs.read(self, read, self._hurry, self._give_up)

    def _hurry(self, wanted: Wanted) -> None:
        if wanted.broken_off:
            self._timer.start(AT_ONCE)

    def wait_for_drive(
        self,
        waits: bool,
        passphrase: str | None = None,
        folder: str = "",
        *,
        only: bool = False,
    ) -> None:
        """Whether a backup is to begin as soon as a place is here, be one due or not.

        It goes to the place at `folder` where that is among those that are here; with `only` to no
        other, as long as it is one of the places.
        """
        self._passphrase = passphrase if waits else None
        self._folder, self._only = folder, only
        if waits == self.waits:
            return
        self.waits = waits
        self._timer.start(WAITING if waits else EVERY)
        self.waiting_changed.emit(waits)
        if waits:
            self.look()

    def stop(self) -> None:
        """The coach wants no backup now: one by itself isn't begun again for a while."""
        self.wait_for_drive(False)
        now = self._clock.now()
        if self._run.progress is not None:  # nor one at another place in its stead
            self._failed |= {place.folder: now for place in self._here}
            self._failed[self._run.progress.place.folder] = now
        self._run.stop()
        self._stops = self._run.progress is not None and self._run.progress.stopping

    def session_changed(self, runs: bool) -> None:
        """A session begins or has ended."""
        if runs and self._run.runs and self._run.by_itself:
            self._run.stop()
        elif not runs:
            self.look()

    def look(self) -> None:
        """Begins a backup if one is due, unless that is being looked at."""
        self._timer.setInterval(WAITING if self.waits else EVERY)
        if self._looking or self._run.runs:
            return
        self._looking = True
        self._jobs.read(self, read, self._find, self._give_up)

    def _find(self, wanted: Wanted) -> None:
        find = partial(self._find_here, wanted.plan.places)
        self._jobs.away(self, find, partial(self._decide, wanted), self._give_up)

    def _decide(self, wanted: Wanted, here: list[Place]) -> None:
        self._looking = False
        before, self._here = self._here, tuple(here)
        if not self._looked or any(place not in before for place in here):
            self._looked = True
            self.came_in.emit()
        folders = {place.folder for place in here}
        self._failed = {at: when for at, when in self._failed.items() if at in folders}
        if not wanted.may or self._run.runs:
            return
        if self.waits:
            place = best_place(self._chosen(wanted.plan, here), wanted.last, self._failed)
            if place is not None:
                passphrase = self._passphrase
                self.wait_for_drive(False)
                self._run.start(place, passphrase)
            return
        self._unclean |= {place for place, _ in wanted.broken_off}
        if not self._session_runs():
            self._begin_one(wanted, here)

    def _begin_one(self, wanted: Wanted, here: list[Place]) -> None:
        """First what a lock broke off, then what is due; when there is neither, it is told."""
        now = self._clock.now()
        usable = [place for place in here if not self._was_at_lately(place, now)]
        for place, one in wanted.broken_off:
            if place in usable and not one.with_passphrase:
                self._run.start(place, by_itself=one.by_itself)
                if not one.by_itself:
                    self.taken_up.emit()
                return
        place = due(wanted.plan.only(usable), wanted.last, now, session_runs=False)
        if place is not None:
            self._run.start(place, by_itself=True)
            return
        for place, one in wanted.broken_off:
            if one not in self._told and (one.with_passphrase or place not in here):
                self._told.add(one)
                self._run.tell_broken_off(one, place)
        for place in self._unclean.intersection(here):
            clear = partial(self._clear_left, place)
            self._jobs.away(self, clear, partial(self._has_cleared, place), self._give_up)

    def _has_cleared(self, place: Place, is_clean: bool) -> None:
        if is_clean:
            self._unclean.discard(place)

    def _chosen(self, plan: Plan, here: list[Place]) -> list[Place]:
        """Those that the backup that waits may go to."""
        chosen = [place for place in here if place.folder == self._folder]
        only = self._only and plan.place_of(self._folder) is not None
        return chosen if chosen or only else here

    def _was_at_lately(self, place: Place, now: Moment) -> bool:
        """Whether one failed there, or was made: no clock can have it made over and over."""
        times = (self._failed.get(place.folder), self._made.get(place.folder))
        return any(at is not None and abs(now.utc - at.utc) < TRY_AGAIN for at in times)

    def _has_ended(self) -> None:
        if self._run.progress is not None:
            folder = self._run.progress.place.folder
            self._made[folder] = self._clock.now()
            self._failed.pop(folder, None)

    def _has_failed(self, error: Exception) -> None:
        self._stops = False
        if self._run.progress is not None and not isinstance(error, BackupBrokenOff):
            self._failed[self._run.progress.place.folder] = self._clock.now()

    def _is_over(self) -> None:
        if self._stops:
            self._stops = False
            self.stopped.emit()
        self.look()  # another place may want its own

    def _give_up(self, error: Exception) -> None:
        self._looking = False
        self._jobs.trouble.emit(error)
