"""Backups by themselves: once a day, when the drive is in, and never in a session's way."""

import threading
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import timedelta
from functools import partial
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.core import each_by_itself
from app.core.errors import BackupBrokenOff, BackupBrokenOffWithPassphrase
from app.records.backups.record import Backup
from app.workflows.backup import places
from app.workflows.backup.parts import held
from app.workflows.backup.places import Place
from app.workflows.backup.under_way import UnderWay
from app.workspace import Workspace
from crypto.errors import BackupInterrupted
from tests.support.desk import Desk, open_desk
from tests.support.fake_making import FakeMaking
from tests.support.recorded_backups import DRIVE, FOLDER, STICK, a_backup
from ui.backing_up import backup_schedule
from ui.backing_up.backup_run import BackupRun
from ui.backing_up.backup_schedule import BackupSchedule, PlacesHere, clear_left
from ui.theme.switcher import Theme


class Schedule:
    """A schedule, the places that are here, and whether a session runs."""

    def __init__(self, desk: Desk, qtbot: QtBot) -> None:
        self.desk, self.qtbot = desk, qtbot
        self.making = FakeMaking()
        self.here: list[Place] = [STICK]
        self.session = False
        self.looks = 0
        self.cleared: list[Place] = []
        self.clean = True
        self.came_in = 0
        self.run = BackupRun(desk.jobs, desk.jobs, calls=self.making.calls)
        self.schedule = BackupSchedule(
            desk.jobs,
            desk.clock,
            self.run,
            lambda: self.session,
            desk.jobs,  # outlives the window, and what is under way is stopped after that
            find_here=self._find,
            clear_left=self._clear,
        )
        self.schedule.came_in.connect(self._count)
        self.plan(STICK)

    def _find(self, places: Sequence[Place]) -> list[Place]:
        self.looks += 1
        return [place for place in places if place in self.here]

    def _clear(self, place: Place) -> bool:
        self.cleared.append(place)
        return self.clean

    def _count(self) -> None:
        self.came_in += 1

    def plan(self, *places: Place, automatic: bool = True) -> None:
        """Chooses these."""

        def put(workspace: Workspace) -> None:
            plan = workspace.backup_plan.get()
            workspace.backup_plan.put(replace(plan, places=places, automatic=automatic))

        self.desk.ask(put)

    def look(self) -> None:
        """Looks, and waits until that has led to something or not."""
        before = self.looks
        self.schedule.look()
        self.qtbot.waitUntil(lambda: self.looks > before)
        self.qtbot.waitUntil(lambda: not self.schedule._looking)

    def is_over(self) -> None:
        """Lets the one under way end."""
        self.making.gate.set()
        self.qtbot.waitUntil(lambda: not (self.run.runs or self.schedule._looking))


@pytest.fixture
def schedule(qtbot: QtBot, theme: Theme, tmp_path: Path) -> Iterator[Schedule]:
    with open_desk(qtbot, theme, tmp_path) as desk:
        schedule = Schedule(desk, qtbot)
        yield schedule
        schedule.here = []
        schedule.making.gate.set()  # for one that a look under way still begins
        schedule.schedule.stop()
        qtbot.waitUntil(lambda: not (schedule.schedule._looking or schedule.run.runs))


def test_one_is_made_when_none_was_made_today(schedule: Schedule) -> None:
    schedule.look()
    assert (schedule.run.runs, schedule.run.by_itself) == (True, True)
    schedule.is_over()
    assert schedule.making.carried == [(STICK, None)]
    schedule.look()
    assert not schedule.run.runs


def test_a_vault_that_is_known_to_be_damaged_makes_none_by_itself(schedule: Schedule) -> None:
    def damage(workspace: Workspace) -> None:
        workspace._vault.connection.execute("UPDATE practice SET zone = 'x'")
        for _ in workspace.integrity.check():
            pass
        assert workspace.make_backup.is_known_damaged()

    schedule.desk.ask(damage)
    schedule.look()
    assert not schedule.run.runs
    schedule.schedule.wait_for_drive(True)  # the coach asks for one, and the run says why not
    schedule.qtbot.waitUntil(lambda: schedule.run.runs)


def test_the_next_day_it_is_made_again(schedule: Schedule) -> None:
    schedule.look()
    schedule.is_over()
    schedule.desk.clock.move(timedelta(days=1))
    schedule.look()
    schedule.is_over()
    assert len(schedule.making.carried) == 2


def test_a_drive_that_is_out_is_waited_for(schedule: Schedule) -> None:
    schedule.here = []
    schedule.look()
    assert not schedule.run.runs
    schedule.here = [STICK]
    schedule.look()
    assert schedule.run.runs


def test_what_is_switched_off_is_not_made(schedule: Schedule) -> None:
    schedule.plan(STICK, automatic=False)
    schedule.look()
    assert not schedule.run.runs


def test_never_while_a_session_runs_but_as_soon_as_it_has_ended(
    schedule: Schedule, qtbot: QtBot
) -> None:
    schedule.session = True
    schedule.look()
    assert not schedule.run.runs
    schedule.session = False
    schedule.schedule.session_changed(False)
    qtbot.waitUntil(lambda: schedule.run.runs)


def test_one_by_itself_gives_way_to_a_session_and_is_made_afterwards(
    schedule: Schedule, qtbot: QtBot
) -> None:
    schedule.look()
    qtbot.waitUntil(lambda: len(schedule.making.carried) == 1)
    failed: list[Exception] = []
    schedule.run.failed.connect(failed.append)
    schedule.session = True
    schedule.schedule.session_changed(True)
    qtbot.waitUntil(lambda: not schedule.run.runs)
    assert failed == []
    schedule.session = False
    schedule.schedule.session_changed(False)
    qtbot.waitUntil(lambda: len(schedule.making.carried) == 2)


def test_one_that_was_asked_for_goes_on_in_a_session(schedule: Schedule, qtbot: QtBot) -> None:
    schedule.schedule.wait_for_drive(True)
    qtbot.waitUntil(lambda: schedule.run.runs)
    schedule.schedule.session_changed(True)
    schedule.is_over()
    assert schedule.making.by_itself == [False]


def test_after_a_failure_it_is_tried_again_in_an_hour(schedule: Schedule) -> None:
    schedule.making.error = BackupInterrupted()
    schedule.look()
    schedule.is_over()
    schedule.look()
    assert not schedule.run.runs
    schedule.desk.clock.move(timedelta(minutes=61))
    schedule.look()
    schedule.is_over()
    assert len(schedule.making.carried) == 2


def test_after_a_failure_it_is_tried_again_once_the_drive_was_out(schedule: Schedule) -> None:
    schedule.making.error = BackupInterrupted()
    schedule.look()
    schedule.is_over()
    schedule.here = []
    schedule.look()
    schedule.here = [STICK]
    schedule.look()
    schedule.is_over()
    assert len(schedule.making.carried) == 2


def test_a_clock_that_is_put_back_does_not_put_it_off(schedule: Schedule) -> None:
    schedule.making.error = BackupInterrupted()
    schedule.look()
    schedule.is_over()
    schedule.desk.clock.move(-timedelta(days=3_000))
    schedule.look()
    schedule.is_over()
    assert len(schedule.making.carried) == 2


def test_one_that_the_coach_stopped_is_not_begun_again_at_once(
    schedule: Schedule, qtbot: QtBot
) -> None:
    schedule.look()
    schedule.schedule.stop()
    qtbot.waitUntil(lambda: not (schedule.run.runs or schedule.schedule._looking))
    schedule.look()
    assert not schedule.run.runs


def test_that_the_coach_stopped_it_is_told_once(schedule: Schedule, qtbot: QtBot) -> None:
    told: list[bool] = []
    schedule.schedule.stopped.connect(lambda: told.append(schedule.run.runs))
    schedule.look()
    schedule.schedule.stop()
    qtbot.waitUntil(lambda: told == [False])
    schedule.schedule.stop()  # nothing is under way
    schedule.desk.clock.move(timedelta(days=2))
    schedule.making.gate.set()
    schedule.look()
    schedule.is_over()
    assert told == [False]


def test_one_that_failed_all_the_same_was_not_stopped(schedule: Schedule, qtbot: QtBot) -> None:
    told: list[None] = []
    schedule.schedule.stopped.connect(lambda: told.append(None))
    schedule.look()
    qtbot.waitUntil(lambda: bool(schedule.making.carried))
    schedule.schedule.stop()
    schedule.run.failed.emit(BackupInterrupted())
    schedule.is_over()
    assert told == []


def test_what_was_asked_for_waits_for_its_drive(
    schedule: Schedule, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(backup_schedule, "WAITING", 20)
    schedule.here = []
    waits: list[bool] = []
    schedule.schedule.waiting_changed.connect(waits.append)
    schedule.schedule.wait_for_drive(True, "lantern marmot velvet octave")
    qtbot.waitUntil(lambda: schedule.looks > 2)
    schedule.here = [STICK]
    qtbot.waitUntil(lambda: bool(schedule.making.carried))
    assert schedule.making.carried == [(STICK, "lantern marmot velvet octave")]
    assert waits == [True, False]
    schedule.is_over()


def test_what_waits_can_be_let_go(schedule: Schedule) -> None:
    schedule.here = []
    schedule.schedule.wait_for_drive(True)
    schedule.schedule.stop()
    schedule.here = [STICK]
    assert not schedule.schedule.waits


def test_each_place_gets_its_own(schedule: Schedule, qtbot: QtBot) -> None:
    schedule.plan(STICK, DRIVE)
    schedule.here = [STICK, DRIVE]
    schedule.desk.ask(lambda workspace: workspace.backups.record(a_backup(0, STICK)))
    schedule.look()
    qtbot.waitUntil(lambda: schedule.making.carried == [(DRIVE, None)])


def test_a_clock_years_off_is_another_day(schedule: Schedule) -> None:
    schedule.desk.ask(lambda workspace: workspace.backups.record(a_backup(-900, STICK)))
    schedule.look()
    assert schedule.run.runs


def test_a_place_that_comes_in_is_told_once(schedule: Schedule) -> None:
    schedule.plan(STICK, DRIVE, automatic=False)
    for here, told in (([STICK], 1), ([STICK], 1), ([], 1), ([STICK, DRIVE], 2), ([STICK], 2)):
        schedule.here = list(here)
        schedule.look()
        assert schedule.came_in == told


def test_what_is_asked_for_goes_to_the_place_that_was_chosen(
    schedule: Schedule, qtbot: QtBot
) -> None:
    schedule.plan(STICK, DRIVE, FOLDER)
    schedule.here = [STICK, DRIVE, FOLDER]
    schedule.schedule.wait_for_drive(True, folder=FOLDER.folder)
    qtbot.waitUntil(lambda: schedule.making.carried == [(FOLDER, None)])


def test_what_is_for_one_place_alone_waits_for_it(schedule: Schedule, qtbot: QtBot) -> None:
    schedule.plan(STICK, FOLDER, automatic=False)
    schedule.here = [FOLDER]
    schedule.schedule.wait_for_drive(True, folder=STICK.folder, only=True)
    qtbot.waitUntil(lambda: not schedule.schedule._looking)
    assert schedule.schedule.awaited == STICK.folder
    assert schedule.making.carried == []
    schedule.plan(FOLDER, automatic=False)  # nobody will put it in
    schedule.schedule.look()
    qtbot.waitUntil(lambda: schedule.making.carried == [(FOLDER, None)])
    assert schedule.schedule.awaited == ""


def test_without_a_choice_it_goes_to_the_drive_that_was_used_longest_ago(
    schedule: Schedule, qtbot: QtBot
) -> None:
    schedule.plan(STICK, DRIVE, FOLDER, automatic=False)
    schedule.here = [STICK, DRIVE, FOLDER]
    for backup in (a_backup(3, DRIVE), a_backup(1, STICK)):
        schedule.desk.ask(partial(_record, backup))
    schedule.schedule.wait_for_drive(True, folder="/media/hanna/Out")
    qtbot.waitUntil(lambda: schedule.making.carried == [(DRIVE, None)])


def test_one_that_failed_there_lately_goes_elsewhere(schedule: Schedule, qtbot: QtBot) -> None:
    schedule.plan(STICK, DRIVE, automatic=False)
    schedule.here = [STICK, DRIVE]
    schedule.making.error = BackupInterrupted()
    schedule.making.gate.set()
    schedule.schedule.wait_for_drive(True)
    qtbot.waitUntil(lambda: schedule.making.carried == [(STICK, None)])
    qtbot.waitUntil(lambda: not (schedule.run.runs or schedule.schedule._looking))
    schedule.schedule.wait_for_drive(True)
    qtbot.waitUntil(lambda: schedule.making.carried == [(STICK, None), (DRIVE, None)])


def test_the_next_place_gets_its_own_right_after_the_first(
    schedule: Schedule, qtbot: QtBot
) -> None:
    schedule.plan(STICK, DRIVE)
    schedule.here = [STICK, DRIVE]
    schedule.making.gate.set()
    schedule.look()
    qtbot.waitUntil(lambda: schedule.making.carried == [(STICK, None), (DRIVE, None)])


def test_one_that_the_coach_stopped_is_not_made_at_another_place_instead(
    schedule: Schedule, qtbot: QtBot
) -> None:
    schedule.plan(STICK, DRIVE)
    schedule.here = [STICK, DRIVE]
    schedule.look()
    qtbot.waitUntil(lambda: schedule.making.carried == [(STICK, None)])
    schedule.schedule.stop()
    qtbot.waitUntil(lambda: not (schedule.run.runs or schedule.schedule._looking))
    schedule.look()
    assert schedule.making.carried == [(STICK, None)]


def _record(backup: Backup, workspace: Workspace) -> None:
    workspace.backups.record(backup)


def broken_off(schedule: Schedule, one: UnderWay) -> None:
    """The process before this one ended while it was at that."""
    schedule.desk.ask(lambda workspace: workspace.backups_under_way.begins(one))


def under_way(schedule: Schedule) -> tuple[UnderWay, ...]:
    return schedule.desk.ask(lambda workspace: workspace.backups_under_way.get())


@pytest.mark.parametrize("by_itself", [True, False])
def test_one_that_a_lock_broke_off_is_begun_again_be_it_due_or_not(
    schedule: Schedule, by_itself: bool
) -> None:
    schedule.desk.ask(partial(_record, a_backup(0, STICK)))
    broken_off(schedule, UnderWay(STICK.folder, by_itself))
    taken_up: list[bool] = []
    schedule.schedule.taken_up.connect(lambda: taken_up.append(True))
    schedule.look()
    schedule.is_over()
    assert schedule.making.carried == [(STICK, None)]
    assert schedule.making.by_itself == [by_itself]
    assert taken_up == ([] if by_itself else [True])
    assert under_way(schedule) == ()


def test_one_that_was_by_itself_is_not_begun_again_once_that_is_switched_off(
    schedule: Schedule,
) -> None:
    schedule.plan(STICK, automatic=False)
    broken_off(schedule, UnderWay(STICK.folder, by_itself=True))
    schedule.look()
    assert not schedule.run.runs


def test_it_begins_again_at_its_own_place_and_not_in_a_session(schedule: Schedule) -> None:
    schedule.plan(STICK, DRIVE, automatic=False)
    schedule.here = [STICK, DRIVE]
    broken_off(schedule, UnderWay(DRIVE.folder))
    schedule.session = True
    schedule.look()
    assert not schedule.run.runs
    schedule.session = False
    schedule.look()
    schedule.is_over()
    assert schedule.making.carried == [(DRIVE, None)]


def test_one_whose_drive_is_out_is_told_once_and_begins_when_it_is_in(schedule: Schedule) -> None:
    schedule.plan(STICK, DRIVE, automatic=False)
    broken_off(schedule, UnderWay(DRIVE.folder))
    failed: list[Exception] = []
    schedule.run.failed.connect(failed.append)
    schedule.look()
    schedule.look()
    assert [type(error) for error in failed] == [BackupBrokenOff]
    assert schedule.cleared == []
    schedule.here = [STICK, DRIVE]
    schedule.look()
    schedule.is_over()
    assert schedule.making.carried == [(DRIVE, None)]


def test_one_with_a_passphrase_is_told_after_what_is_due_and_its_rest_is_cleared(
    schedule: Schedule,
) -> None:
    broken_off(schedule, UnderWay(STICK.folder, with_passphrase=True))
    failed: list[Exception] = []
    schedule.run.failed.connect(failed.append)
    schedule.look()
    assert (schedule.run.by_itself, failed) == (True, [])
    schedule.is_over()
    schedule.look()
    assert [type(error) for error in failed] == [BackupBrokenOffWithPassphrase]
    schedule.qtbot.waitUntil(lambda: STICK in schedule.cleared)
    assert schedule.making.carried == [(STICK, None)]
    assert under_way(schedule) == (UnderWay(STICK.folder, with_passphrase=True),)
    schedule.run.let_go()
    assert under_way(schedule) == ()


def test_what_cannot_be_forgotten_is_not_begun_over_and_over(
    schedule: Schedule, monkeypatch: pytest.MonkeyPatch
) -> None:
    schedule.plan(STICK, automatic=False)
    broken_off(schedule, UnderWay(STICK.folder))
    monkeypatch.setattr(schedule.run, "let_go", lambda: None)
    schedule.making.error = BackupInterrupted()
    schedule.making.gate.set()
    schedule.look()
    schedule.is_over()
    schedule.look()
    assert schedule.making.carried == [(STICK, None)]


def test_it_is_begun_again_at_once(
    schedule: Schedule, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(backup_schedule, "AT_ONCE", 10)
    schedule.plan(STICK, automatic=False)
    broken_off(schedule, UnderWay(STICK.folder))
    schedule.schedule.begin()
    qtbot.waitUntil(lambda: schedule.run.runs)


def test_what_is_half_made_is_cleared(tmp_path: Path) -> None:
    (tmp_path / ".2026-11-28-0badcafe.underrose-backup.part").write_bytes(b"half")
    assert clear_left(Place(str(tmp_path), "Backups"))
    assert list(tmp_path.iterdir()) == []


def test_what_somebody_is_still_at_is_not(tmp_path: Path) -> None:
    part = tmp_path / ".2026-11-28-0badcafe.underrose-backup.part"
    part.write_bytes(b"half")
    with held(part):
        assert not clear_left(Place(str(tmp_path), "Backups"))
    assert list(tmp_path.iterdir()) == [part]


def test_what_a_dying_process_still_writes_is_cleared_later(
    schedule: Schedule, qtbot: QtBot
) -> None:
    schedule.plan(STICK, automatic=False)
    broken_off(schedule, UnderWay(STICK.folder))
    schedule.look()
    schedule.clean = False
    schedule.is_over()
    for times in (1, 2):
        qtbot.waitUntil(lambda times=times: len(schedule.cleared) == times)
        schedule.clean = times == 1
        schedule.look()
    qtbot.waitUntil(lambda: not schedule.schedule._unclean)
    cleared = len(schedule.cleared)
    schedule.look()
    assert len(schedule.cleared) == cleared


def test_it_looks_by_itself(
    schedule: Schedule, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(backup_schedule, "SETTLED", 10)
    schedule.schedule.begin()
    qtbot.waitUntil(lambda: schedule.run.runs)


def test_a_vault_that_cannot_be_read_does_not_stop_the_looking(
    schedule: Schedule, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(backup_schedule, "read", partial(_fail))
        schedule.schedule.look()
        qtbot.waitUntil(lambda: bool(schedule.desk.troubles))
    schedule.look()
    assert schedule.run.runs


def _fail(_: Workspace) -> None:
    raise BackupInterrupted


def test_a_place_that_does_not_answer_keeps_none_of_the_others_waiting(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    answers = threading.Event()
    monkeypatch.setattr(each_by_itself, "PATIENCE", 0.5)

    def is_here(place: Place) -> bool:
        return place == STICK or answers.wait(20)

    monkeypatch.setattr(places, "here", is_here)
    here = PlacesHere()
    assert here([DRIVE, STICK]) == [STICK]
    answers.set()
