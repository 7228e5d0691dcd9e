"""What became of a backup is said once, where it can be seen, and never in a session."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.settings.device import DeviceSettings
from app.workflows.backup.rewrap import Rewrapped
from app.workflows.backup.under_way import UnderWay
from crypto.errors import BackupInterrupted, BackupNoRoom
from tests.support.fixed_clock import FixedClock
from tests.support.recorded_backups import FOLDER, STICK, a_backup
from ui.backing_up import backups as module
from ui.backing_up.backup_progress import BackupProgress
from ui.backing_up.backups import BACKUPS, Backups
from ui.backing_up.giving_way import GivingWay
from ui.backing_up.mounts_watch import MountsWatch
from ui.jobs import Jobs
from ui.leaving.lock import Lock
from ui.opened.running_session import RunningSession
from ui.places.navigation import HOME, Navigation
from ui.shell.main_window import MainWindow
from ui.shell.notices import Notices
from ui.theme.switcher import Theme
from ui.ways_in.rewrap_model import RewrapModel
from ui.widgets.confirm import Confirm
from ui.widgets.notice_bar import NoticeBar


class Said:
    """What makes backups, with what it said."""

    def __init__(
        self, backups: Backups, session: RunningSession, navigation: Navigation, notices: Notices
    ) -> None:
        self.backups, self.session, self.navigation = backups, session, navigation
        self.notices, self.window = notices, backups._window
        self.announced: list[str] = []
        self.toasts: list[str] = []

    def fail(self, error: Exception, *, by_itself: bool = False, folder: bool = False) -> None:
        """One fails."""
        run = self.backups.run
        run.last = UnderWay(STICK.folder, by_itself)
        run.progress = BackupProgress(FOLDER if folder else STICK)
        run.failed.emit(error)
        run.progress = None

    def end(self, *, by_itself: bool = False) -> None:
        """One ends."""
        run = self.backups.run
        run.last = UnderWay(STICK.folder, by_itself)
        run.progress = BackupProgress(STICK)
        run.ended.emit()
        run.progress = None

    @property
    def notice(self) -> str:
        """What the bar says, "" without one."""
        bars = self.notices.findChildren(NoticeBar)
        return bars[-1].text() if bars and not self.notices.isHidden() else ""


@pytest.fixture
def said(
    theme: Theme, jobs: Jobs, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Said:
    window = MainWindow(DeviceSettings(tmp_path / "device.json"))
    qtbot.addWidget(window)
    notices = Notices(theme)
    window.put_above(notices)
    navigation = Navigation(window)
    navigation.go(HOME)
    session = RunningSession(jobs, window)
    lock = _lock(monkeypatch, jobs, window)
    backups = Backups(theme, jobs, FixedClock(), lock, window, session, notices, navigation)
    told = Said(backups, session, navigation, notices)
    monkeypatch.setattr(module, "announce", _second(told.announced))
    monkeypatch.setattr(module, "show_toast", _third(told.toasts))
    return told


def _lock(monkeypatch: pytest.MonkeyPatch, jobs: Jobs, window: QWidget) -> Lock:
    class Unasked(Lock):
        def __init__(self) -> None:
            QObject.__init__(self, window)

    return Unasked()


def _second(words: list[str]) -> Callable[[QWidget, str], None]:
    return lambda _, text: words.append(text)


def _third(words: list[str]) -> Callable[[QWidget, Theme, str], None]:
    return lambda _, __, text: words.append(text)


def test_its_end_is_announced_and_shown_where_it_was_asked_for(said: Said) -> None:
    said.end()
    assert said.announced == ["Backup finished"]
    assert said.toasts == ["Backup finished"]


def test_one_by_itself_shows_nothing(said: Said) -> None:
    said.end(by_itself=True)
    assert (said.announced, said.toasts) == (["Backup finished"], [])


def test_that_one_was_stopped_is_said_on_its_page_too_but_in_no_session(said: Said) -> None:
    said.navigation.go(BACKUPS)
    said.backups.schedule.stopped.emit()
    said.session.runs = True
    said.backups.schedule.stopped.emit()
    assert said.announced == ["Backup stopped. Nothing half-made stays."] * 2
    assert said.toasts == ["Backup stopped. Nothing half-made stays."]


def test_that_one_which_locking_broke_off_begins_again_is_said(said: Said) -> None:
    said.backups.schedule.taken_up.emit()
    said.navigation.go(BACKUPS)
    said.backups.schedule.taken_up.emit()
    assert said.announced == ["The backup that locking broke off begins again"] * 2
    assert said.toasts == ["The backup that locking broke off begins again"]


def test_one_that_locking_broke_off_for_good_is_a_notice(said: Said) -> None:
    said.backups.run.tell_broken_off(UnderWay(STICK.folder), STICK)
    assert said.notice == (
        "Underrose was locked or closed before the last backup was finished."
        " Put its drive in, and it begins again by itself."
    )


def test_in_a_session_and_on_its_page_nothing_pops_up(said: Said) -> None:
    said.session.runs = True
    said.end()
    said.session.runs = False
    said.navigation.go(BACKUPS)
    said.end()
    assert said.toasts == []


def test_a_failure_is_a_notice_that_leads_to_the_page(said: Said) -> None:
    said.fail(BackupInterrupted())
    assert said.notice == "The USB stick was taken out. The backup isn’t finished."
    bar = said.notices.findChildren(NoticeBar)[-1]
    bar.button.click()
    assert said.navigation.place == BACKUPS


def test_of_a_folder_it_speaks_as_of_a_folder(said: Said) -> None:
    said.fail(BackupNoRoom(False), folder=True)
    assert said.notice.startswith("The folder’s disk is full.")


def test_in_a_session_no_notice_comes(said: Said) -> None:
    said.session.runs = True
    said.fail(BackupInterrupted())
    assert said.notice == ""


def test_on_its_page_the_card_says_it(said: Said) -> None:
    said.navigation.go(BACKUPS)
    said.fail(BackupInterrupted())
    assert said.notice == ""


def test_the_same_failure_of_one_by_itself_is_said_once(said: Said) -> None:
    said.fail(BackupInterrupted(), by_itself=True)
    said.notices.clear()
    said.fail(BackupInterrupted(), by_itself=True)
    assert said.notice == ""
    said.fail(BackupNoRoom(False), by_itself=True)
    assert said.notice.startswith("The stick is full.")


def test_after_one_that_went_well_it_is_said_anew(said: Said) -> None:
    said.fail(BackupInterrupted(), by_itself=True)
    said.notices.clear()
    said.end(by_itself=True)
    said.fail(BackupInterrupted(), by_itself=True)
    assert said.notice != ""


def test_after_each_backup_it_is_looked_whether_a_new_kit_came_meanwhile(
    said: Said, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[object] = []

    def read(owner: object, *_: object) -> None:
        asked.append(owner)

    rewrap = said.backups.findChild(RewrapModel)
    assert rewrap is not None
    monkeypatch.setattr(rewrap._jobs, "read", read)
    said.backups.run.over.emit()
    assert rewrap in asked


def test_without_a_backup_nothing_has_to_give_way(said: Said) -> None:
    went_on: list[bool] = []
    said.backups.give_way(lambda: went_on.append(True), False)
    assert went_on == [True]
    assert said.backups.findChild(GivingWay) is None


def test_one_that_is_under_way_gives_way(said: Said) -> None:
    went_on: list[bool] = []
    said.backups.run.progress = BackupProgress(STICK)
    said.backups.give_way(lambda: went_on.append(True), False)
    assert said.backups.run.progress.stopping
    assert went_on == []
    said.backups.run._end()
    assert went_on == [True]


def test_who_quits_while_one_is_made_is_asked_once(said: Said) -> None:
    quits: list[bool] = []

    def ask() -> None:
        said.backups._before_quit(lambda: quits.append(True))

    ask()
    assert quits == [True]
    said.backups.run.progress = BackupProgress(STICK)
    ask()
    ask()
    (question,) = said.window.findChildren(Confirm)
    question.safe.click()
    assert quits == [True]
    ask()
    question = said.window.findChildren(Confirm)[-1]
    question.other.click()
    assert quits == [True, True]


def test_backups_that_were_brought_under_the_new_kit_are_told_of(said: Said) -> None:
    rewrap = said.backups.findChild(RewrapModel)
    assert rewrap is not None
    backup = a_backup()
    rewrap.ended.emit(Rewrapped(2, unreachable=(backup,)))
    assert said.notice == ""
    rewrap.ended.emit(Rewrapped(2, done=(backup,), unreachable=(backup,)))
    assert said.notice == "One backup now opens with the new kit, and not with the old."
    rewrap.ended.emit(Rewrapped(2, done=(backup, backup)))
    assert said.notice.startswith("2 backups now open with the new kit, and not with the old. Des")
    said.notices.clear()
    said.session.runs = True
    rewrap.ended.emit(Rewrapped(2, done=(backup,)))
    assert said.notice == ""


def test_a_drive_that_comes_in_is_looked_at(said: Said, monkeypatch: pytest.MonkeyPatch) -> None:
    looked: list[object] = []

    def read(owner: object, *_: object) -> None:
        looked.append(owner)

    monkeypatch.setattr(said.backups.schedule._jobs, "read", read)
    watch = said.backups.findChild(MountsWatch)
    assert watch is not None
    watch.changed.emit()
    assert looked == [said.backups.schedule]
