"""Makes one backup at a time: staged in the vault, carried and proven in a child, then recorded."""

import threading
import time
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.core.errors import BackupBrokenOff, BackupBrokenOffWithPassphrase, Stopped
from app.records.backups.record import Backup
from app.workflows.backup.step import Stage, Step
from app.workflows.backup.under_way import UnderWay
from ui.backing_up.backup_calls import BackupCalls, Carried, Ready
from ui.backing_up.backup_progress import BackupProgress, Pace
from ui.jobs import Jobs

if TYPE_CHECKING:  # the ciphers behind it come after the first paint
    from app.workflows.backup.places import Place

Monotonic = Callable[[], float]


class BackupRun(QObject):
    """What is asked for while one is under way is dropped: nobody needs two at once."""

    progressed = Signal(object)  # BackupProgress; the first one says that it has begun
    ended = Signal()  # proven, recorded, and what is too much was removed
    failed = Signal(object)  # Exception; the older backups are untouched
    over = Signal()  # after either, and when it was stopped

    def __init__(
        self,
        jobs: Jobs,
        parent: QObject | None = None,
        *,
        calls: BackupCalls | None = None,
        clock: Monotonic = time.monotonic,
    ) -> None:
        """Nothing is made before `start`."""
        super().__init__(parent)
        self.progress: BackupProgress | None = None  # None while none is under way
        self.last = UnderWay("")  # the one under way, or the last one
        self.again: Callable[[], None] | None = None  # asks anew for the one under way
        self._jobs = jobs
        self._calls = calls or BackupCalls()
        self._clock = clock
        self._pace = Pace()
        self._stopped = threading.Event()
        self._made = False  # from here on it counts, and is not to be stopped any more
        self._leaving = False  # this process ends, and the next one is to know what it was at

    @property
    def by_itself(self) -> bool:
        """Whether nobody asked for it."""
        return self.last.by_itself

    @property
    def with_passphrase(self) -> bool:
        """Whether it opens by a passphrase of its own, too."""
        return self.last.with_passphrase

    @property
    def runs(self) -> bool:
        """Whether one is under way."""
        return self.progress is not None

    def start(
        self, place: "Place", passphrase: str | None = None, *, by_itself: bool = False
    ) -> None:
        """Begins one, unless one is under way. It opens by the kit, and by a `passphrase` too."""
        if self.runs:
            return
        under_way = UnderWay(place.folder, by_itself, with_passphrase=passphrase is not None)
        self.last = under_way
        self.again = partial(self.start, place, passphrase, by_itself=by_itself)
        self._stopped, self._pace, self._made = threading.Event(), Pace(), False
        self._show(BackupProgress(place, with_passphrase=under_way.with_passphrase))
        self._jobs.at_length(
            self,
            partial(self._calls.stage, under_way, self._stopped),
            self._take_step,
            partial(self._carry, place, passphrase),
            self._fail,
        )

    def stop(self) -> None:
        """Ends it without a word; what was written of it goes, which may take a moment."""
        if self.progress is not None and not self._made and not self._stopped.is_set():
            self._stopped.set()
            self._show(replace(self.progress, stopping=True, seconds_left=None))

    def break_off(self) -> None:
        """Ends it with this process; the vault goes on remembering that it was under way."""
        self._leaving = True
        self.stop()

    def tell_broken_off(self, one: UnderWay, place: "Place") -> None:
        """Tells of one that the process before this one was at, as of one that failed."""
        self.last = one
        self.progress = BackupProgress(place, with_passphrase=one.with_passphrase)
        broken_off = BackupBrokenOffWithPassphrase if one.with_passphrase else BackupBrokenOff
        self.failed.emit(broken_off())
        self.progress = None

    def let_go(self) -> None:
        """The last one failed, or nobody wants it: it isn't made again."""
        self._jobs.write(self, partial(self._calls.forget, self.last), failed=_nothing)

    def _carry(self, place: "Place", passphrase: str | None, ready: Ready) -> None:
        if self._stopped.is_set():
            self._jobs.away(self, ready.discard, self._has_stopped, self._has_stopped)
            return
        tell = self._jobs.teller(self, self._take_step)
        call = partial(self._calls.carry, ready, place, passphrase, tell, self._stopped)
        self._jobs.away(self, call, self._record, self._fail)

    def _take_step(self, step: Step) -> None:
        if self.runs and step.stage is not Stage.PLACED:  # it counts once it is recorded
            self._advance(step.stage, step.done, step.total)

    def _record(self, carried: Carried) -> None:
        self._made = True
        call = partial(self._calls.record, carried, self.last)
        self._jobs.write(self, call, lambda _: self._tidy_up(carried), self._fail)

    def _tidy_up(self, carried: Carried) -> None:
        """What there are enough newer ones of goes; whatever becomes of that, it is made."""
        call = partial(self._calls.too_many, carried)
        self._jobs.read(self, call, self._remove, self._finish)

    def _remove(self, backups: list[Backup]) -> None:
        if not backups or self.progress is None:
            self._finish()
            return
        call = partial(self._calls.remove, self.progress.place, backups)
        self._jobs.away(self, call, self._note_removed, self._finish)

    def _note_removed(self, removed: list[Backup]) -> None:
        if not removed:
            self._finish()
            return
        call = partial(self._calls.note_removed, removed)
        self._jobs.write(self, call, self._finish, self._finish)

    def _finish(self, _: object = None) -> None:
        if self.progress is not None:
            self._advance(Stage.PLACED, 1, 1)
            self.ended.emit()
        self._end()

    def _has_stopped(self, _: object) -> None:
        self._fail(Stopped())

    def _fail(self, error: Exception) -> None:
        if self.progress is not None and not self._leaving:
            self.let_go()
        if not isinstance(error, Stopped):
            self.failed.emit(error)
        self._end()

    def _advance(self, stage: Stage, done: int, total: int) -> None:
        if self.progress is None or self._stopped.is_set():
            return
        size = total if stage in (Stage.COPY, Stage.READ) else self.progress.size
        left = self._pace.seconds_left(stage, done, total, self._clock())
        shown = replace(
            self.progress, stage=stage, done=done, total=total, size=size, seconds_left=left
        )
        if shown != self.progress:
            self._show(shown)

    def _show(self, progress: BackupProgress) -> None:
        self.progress = progress
        self.progressed.emit(progress)

    def _end(self) -> None:
        self.progress = self.again = None
        self.over.emit()


def _nothing(_: object) -> None:
    """For what is a courtesy, and fails where a failure was told already."""
