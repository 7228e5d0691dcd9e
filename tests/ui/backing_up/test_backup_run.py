"""One backup at a time: what it tells, how it ends, and that it leaves nothing behind."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.core.errors import BackupBrokenOff, BackupBrokenOffWithPassphrase
from app.workflows.backup.step import Stage
from app.workflows.backup.under_way import UnderWay
from crypto.errors import BackupInterrupted, BackupRootMissing, SaveNotDurable, VaultDamaged
from tests.support.desk import Desk, open_desk
from tests.support.fake_making import FakeMaking
from tests.support.recorded_backups import FOLDER, STICK, a_backup
from ui.backing_up.backup_calls import Carried
from ui.backing_up.backup_progress import BackupProgress
from ui.backing_up.backup_run import BackupRun
from ui.theme.switcher import Theme


class Run:
    """A run, what makes backups in it, and what it said."""

    def __init__(self, desk: Desk, qtbot: QtBot) -> None:
        self.making = FakeMaking()
        self.desk = desk
        self.run = BackupRun(desk.jobs, desk.window, calls=self.making.calls)
        self.qtbot = qtbot
        self.told: list[BackupProgress] = []
        self.ended: list[object] = []
        self.failed: list[Exception] = []
        self.over = 0
        self.run.progressed.connect(self.told.append)
        self.run.ended.connect(lambda: self.ended.append(self.run.progress))
        self.run.failed.connect(self.failed.append)
        self.run.over.connect(self._count)

    def _count(self) -> None:
        self.over += 1

    @property
    def remembered(self) -> tuple[UnderWay, ...]:
        """What the vault takes to be under way."""
        return self.desk.ask(lambda workspace: workspace.backups_under_way.get())

    def carries(self) -> None:
        """Waits until it is on its way to the drive."""
        self.qtbot.waitUntil(lambda: self.told[-1].stage is Stage.COPY)

    def wait(self) -> None:
        """Waits until it is over."""
        self.qtbot.waitUntil(lambda: self.over == 1)


@pytest.fixture
def run(qtbot: QtBot, theme: Theme, tmp_path: Path) -> Iterator[Run]:
    with open_desk(qtbot, theme, tmp_path) as desk:
        yield Run(desk, qtbot)


def test_it_tells_each_phase_and_what_was_made(run: Run) -> None:
    run.making.gate.set()
    run.run.start(STICK)
    assert run.told == [BackupProgress(STICK)]
    run.wait()
    stages = [progress.stage for progress in run.told]
    assert stages == sorted(stages)
    assert stages[-1] is Stage.PLACED
    assert run.told[-1].size == 41_600_000
    assert (len(run.ended), run.failed, run.run.runs) == (1, [], False)
    assert run.making.staged.discarded == 1


def test_safe_to_remove_is_said_only_after_it_was_recorded_and_tidied_up(run: Run) -> None:
    old = a_backup(400)
    run.making.to_remove = (old,)
    run.making.gate.set()
    placed_before: list[bool] = []

    def look(progress: BackupProgress) -> None:
        if progress.stage is Stage.PLACED:
            placed_before.append(run.making.noted == [old])

    run.run.progressed.connect(look)
    run.run.start(STICK)
    run.wait()
    assert placed_before == [True]
    assert run.making.removed == [old]


def test_a_second_one_meanwhile_is_dropped(run: Run) -> None:
    run.run.start(STICK, "lantern marmot velvet octave")
    run.run.start(FOLDER)
    run.carries()
    run.making.gate.set()
    run.wait()
    assert run.making.carried == [(STICK, "lantern marmot velvet octave")]
    assert run.run.with_passphrase


def test_one_that_is_stopped_on_its_way_says_nothing(run: Run) -> None:
    run.run.start(STICK)
    run.carries()
    run.run.stop()
    assert run.told[-1].stopping
    run.wait()
    assert (run.ended, run.failed) == ([], [])
    assert run.making.staged.discarded == 1


def test_one_that_is_stopped_at_once_is_not_carried(run: Run) -> None:
    run.run.start(STICK)
    run.run.stop()
    run.wait()
    assert run.making.carried == []
    assert (run.ended, run.failed) == ([], [])


def test_stopping_nothing_is_nothing(run: Run) -> None:
    run.run.stop()
    assert (run.told, run.over) == ([], 0)


@pytest.mark.parametrize("error", [BackupInterrupted(), BackupRootMissing()])
def test_a_failure_is_told_with_its_class(run: Run, error: Exception) -> None:
    if isinstance(error, BackupInterrupted):
        run.making.error = error
    else:
        run.making.at_stage = error
    run.making.gate.set()
    run.run.start(STICK)
    run.wait()
    assert run.failed == [error]
    assert (run.ended, run.run.runs) == ([], False)


def test_one_that_cannot_be_recorded_is_told(run: Run) -> None:
    run.making.at_record = SaveNotDurable()
    run.making.gate.set()
    run.run.start(STICK)
    run.wait()
    assert [type(error) for error in run.failed] == [SaveNotDurable]


def test_one_that_is_made_counts_whatever_becomes_of_older_ones(run: Run) -> None:
    run.making.at_tidying = VaultDamaged()
    run.making.gate.set()
    run.run.start(STICK)
    run.wait()
    assert (len(run.ended), run.failed) == (1, [])
    assert run.told[-1].stage is Stage.PLACED


def test_one_that_is_made_is_not_stopped_any_more(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    record = run.run._record

    def record_and_stop(carried: Carried) -> None:
        record(carried)
        run.run.stop()

    monkeypatch.setattr(run.run, "_record", record_and_stop)
    run.making.gate.set()
    run.run.start(STICK)
    run.wait()
    assert (len(run.ended), run.failed) == (1, [])
    assert not any(progress.stopping for progress in run.told)


def test_after_a_failure_another_one_can_be_made(run: Run) -> None:
    run.making.error = BackupInterrupted()
    run.making.gate.set()
    run.run.start(STICK)
    run.wait()
    run.making.error, run.over = None, 0
    run.run.start(STICK, by_itself=True)
    run.wait()
    assert len(run.ended) == 1
    assert run.making.by_itself == [True]


@pytest.mark.parametrize("ends", ["made", "failed", "stopped"])
def test_the_vault_remembers_it_until_its_end(run: Run, ends: str) -> None:
    run.run.start(STICK, "lantern marmot velvet octave")
    run.carries()
    assert run.remembered == (UnderWay(STICK.folder, with_passphrase=True),)
    if ends == "stopped":
        run.run.stop()
    elif ends == "failed":
        run.making.error = BackupInterrupted()
    run.making.gate.set()
    run.wait()
    assert run.remembered == ()


@pytest.mark.parametrize("at_once", [True, False])
def test_one_that_ends_with_its_process_stays_remembered(run: Run, at_once: bool) -> None:
    run.run.start(STICK, by_itself=True)
    if not at_once:
        run.carries()
    run.run.break_off()
    run.wait()
    assert run.remembered == (UnderWay(STICK.folder, by_itself=True),)
    assert (run.ended, run.failed) == ([], [])


@pytest.mark.parametrize(
    ("with_passphrase", "told"),
    [(False, BackupBrokenOff), (True, BackupBrokenOffWithPassphrase)],
)
def test_one_that_was_broken_off_is_told_as_a_failure(
    run: Run, with_passphrase: bool, told: type[Exception]
) -> None:
    seen: list[BackupProgress | None] = []
    run.run.failed.connect(lambda: seen.append(run.run.progress))
    run.run.tell_broken_off(UnderWay(STICK.folder, with_passphrase=with_passphrase), STICK)
    assert [type(error) for error in run.failed] == [told]
    assert seen == [BackupProgress(STICK, with_passphrase=with_passphrase)]
    assert run.run.with_passphrase is with_passphrase
    assert (run.run.runs, run.over) == (False, 0)
