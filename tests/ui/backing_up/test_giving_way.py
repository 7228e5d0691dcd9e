"""A backup gives way to a new kit or a new key, and neither waits for ever."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.workflows.backup.step import Stage
from tests.support.desk import Desk, open_desk
from tests.support.fake_making import FakeMaking
from tests.support.recorded_backups import STICK
from ui.backing_up import giving_way
from ui.backing_up.backup_run import BackupRun
from ui.backing_up.giving_way import GivingWay
from ui.theme.switcher import Theme

OWN = "lantern marmot velvet octave"


class Giving:
    """A run, and what came after it gave way."""

    def __init__(self, desk: Desk, qtbot: QtBot) -> None:
        self.making, self.qtbot = FakeMaking(), qtbot
        self.run = BackupRun(desk.jobs, desk.window, calls=self.making.calls)
        self.desk = desk
        self.order: list[str] = []
        self.run.over.connect(partial(self.order.append, "over"))
        self.run.ended.connect(self._has_ended)

    def _has_ended(self) -> None:
        self.order.append("ended")

    def begin(self) -> None:
        """Begins one that the coach asked for, and waits until it is on its way."""
        self.run.start(STICK, OWN)
        self.qtbot.waitUntil(lambda: bool(self.making.carried))
        self.qtbot.waitUntil(lambda: self.stage is Stage.COPY)

    @property
    def stage(self) -> Stage | None:
        return None if self.run.progress is None else self.run.progress.stage

    def give_way(self, *, again: bool) -> None:
        """Asks it to."""
        GivingWay(self.run, partial(self.order.append, "then"), self.desk.window, again=again)

    def wait(self, *order: str) -> None:
        """Waits until these came, in this order, and nothing else."""
        self.qtbot.waitUntil(lambda: len(self.order) >= len(order))
        self.desk.rest()
        assert self.order == list(order)


@pytest.fixture
def giving(qtbot: QtBot, theme: Theme, tmp_path: Path) -> Iterator[Giving]:
    with open_desk(qtbot, theme, tmp_path) as desk:
        giving = Giving(desk, qtbot)
        yield giving
        giving.making.gate.set()
        qtbot.waitUntil(lambda: not giving.run.runs)


def test_what_comes_next_waits_until_the_backup_is_over(giving: Giving) -> None:
    giving.begin()
    giving.give_way(again=False)
    assert giving.order == []
    giving.wait("over", "then")
    assert not giving.run.runs
    assert giving.making.staged.discarded == 1


def test_it_is_begun_anew_as_it_had_been_asked_for(giving: Giving) -> None:
    giving.begin()
    giving.give_way(again=True)
    giving.wait("over", "then")
    giving.making.gate.set()
    giving.wait("over", "then", "ended", "over")
    assert giving.making.carried == [(STICK, OWN), (STICK, OWN)]
    assert giving.making.by_itself == [False]


def test_one_that_could_not_be_stopped_any_more_is_not_made_twice(giving: Giving) -> None:
    giving.begin()
    giving.making.gate.set()
    giving.give_way(again=True)
    giving.wait("ended", "over", "then")
    assert giving.making.carried == [(STICK, OWN)]
    assert not giving.run.runs


def test_a_drive_that_does_not_answer_is_waited_for_only_so_long(
    giving: Giving, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(giving_way, "PATIENCE", 50)
    monkeypatch.setattr(giving.run, "stop", list)  # whatever it does, the drive keeps it
    giving.begin()
    giving.give_way(again=True)
    giving.wait("then")
    assert giving.run.runs
    giving.making.gate.set()
    giving.wait("then", "ended", "over")
