"""All that makes backups of an open vault: the run, the schedule, and what is said of them."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from app.core.clock import Clock
from ui.backing_up.backup_run import BackupRun
from ui.backing_up.backup_schedule import BackupSchedule
from ui.backing_up.giving_way import GivingWay
from ui.backing_up.mounts_watch import MountsWatch
from ui.jobs import Jobs
from ui.leaving.lock import Lock
from ui.opened.running_session import RunningSession
from ui.places.navigation import Navigation, PageId, Place
from ui.shell.main_window import MainWindow
from ui.shell.notices import Notices
from ui.theme.switcher import Theme
from ui.translation import translate
from ui.ways_in.rewrap_model import RewrapModel
from ui.ways_in.rewrap_words import old_sheet, what_opens_now
from ui.widgets.announce import announce
from ui.widgets.confirm import Confirm
from ui.widgets.toast import show_toast

if TYPE_CHECKING:  # the ciphers behind it come after the first paint
    from app.workflows.backup.rewrap import Rewrapped

BACKUPS = Place(PageId.BACKUPS)
QUITTING = "backups.quitting"


class Backups(QObject):
    """Says what became of a backup, though never in a session: there the page has to do."""

    def __init__(
        self,
        theme: Theme,
        jobs: Jobs,
        clock: Clock,
        lock: Lock,
        window: MainWindow,
        session: RunningSession,
        notices: Notices,
        navigation: Navigation,
    ) -> None:
        """Where the page of backups is in front, it says everything itself."""
        super().__init__(window)
        self._theme, self._window, self._notices = theme, window, notices
        self._session, self._navigation = session, navigation
        self._told: dict[str, type[Exception]] = {}  # by folder, of those by themselves
        self.run = BackupRun(jobs, self)
        self.schedule = BackupSchedule(jobs, clock, self.run, lambda: session.runs, self)
        session.changed.connect(self.schedule.session_changed)
        lock.leaving.connect(self.run.break_off)
        lock.ask_before_quit(self._before_quit)
        self._rewrap = RewrapModel(jobs, self)
        self.schedule.came_in.connect(self._rewrap.catch_up)
        self._mounts = MountsWatch(self)
        self._mounts.changed.connect(self.schedule.look)
        self._rewrap.ended.connect(self._has_rewrapped)
        self.run.over.connect(self._rewrap.catch_up)  # a new kit may have come meanwhile
        self.run.ended.connect(self._has_ended)
        self.run.failed.connect(self._has_failed)
        self.schedule.stopped.connect(self._has_stopped)
        self.schedule.taken_up.connect(self._was_taken_up)

    def give_way(self, then: Callable[[], None], again: bool) -> None:
        """Calls `then` when no backup is under way: one that is, is stopped.

        With `again` that one is begun anew afterwards.
        """
        if self.run.runs:
            GivingWay(self.run, then, self, again=again)
        else:
            then()

    def _before_quit(self, quit_now: Callable[[], None]) -> None:
        """A backup is worth the wait: whoever quits pulls its drive out next."""
        if not self.run.runs:
            quit_now()
        elif self._window.findChild(Confirm, QUITTING) is None:
            asking = Confirm(
                self._window,
                self._theme,
                translate("BackupNotices", "A backup is being made"),
                translate(
                    "BackupNotices",
                    "Quitting ends it. Underrose tells you about it after the next unlocking, and "
                    "begins it again if it can.",
                ),
                safe=translate("BackupNotices", "Wait"),
                other=translate("BackupNotices", "Quit all the same"),
                then=quit_now,
            )
            asking.setObjectName(QUITTING)
            asking.open()

    def _has_ended(self) -> None:
        if self.run.progress is not None:
            self._told.pop(self.run.progress.place.folder, None)
        said = translate("BackupNotices", "Backup finished")
        announce(self._window, said)
        if not (self.run.by_itself or self._session.runs or self._sees):
            show_toast(self._window, self._theme, said)

    def _has_stopped(self) -> None:
        said = translate("BackupNotices", "Backup stopped. Nothing half-made stays.")
        announce(self._window, said)
        if not self._session.runs:
            show_toast(self._window, self._theme, said)

    def _was_taken_up(self) -> None:
        said = translate("BackupNotices", "The backup that locking broke off begins again")
        announce(self._window, said)
        if not (self._session.runs or self._sees):
            show_toast(self._window, self._theme, said)

    def _has_rewrapped(self, rewrapped: "Rewrapped") -> None:
        said = " ".join(part for part in (what_opens_now(rewrapped), old_sheet(rewrapped)) if part)
        if rewrapped.done and not self._session.runs:
            self._notices.show_done(said)

    def _has_failed(self, error: Exception) -> None:
        progress = self.run.progress
        if self._session.runs or self._sees or progress is None:
            return
        folder = progress.place.folder
        if self.run.by_itself and self._told.get(folder) is type(error):
            return  # it was said before, and tried again by itself
        self._told[folder] = type(error)
        look = partial(self._navigation.go, BACKUPS)
        self._notices.show_backup_failure(error, look, on_drive=progress.place.is_drive)

    @property
    def _sees(self) -> bool:
        place = self._navigation.place
        return place is not None and place.page is PageId.BACKUPS
