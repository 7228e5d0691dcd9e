"""Backups are brought under the kit in use off the GUI thread, and what failed is tried again."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.workflows.backup.places import Place
from app.workflows.backup.plan import Plan
from app.workflows.backup.rewrap import Rewrapped
from app.workspace import Workspace
from tests.support.backed_up import back_up, place_unnoted
from tests.support.desk import Desk, open_desk
from ui.theme.switcher import Theme
from ui.ways_in.rewrap_model import RewrapModel, begin_rewrapping


@dataclass
class Rewraps:
    """A vault with one backup on a stick, and the model."""

    desk: Desk
    stick: Path
    model: RewrapModel
    ended: list[Rewrapped]
    qtbot: QtBot

    def wait_for(self, count: int) -> None:
        """Waits until it has ended so often, and all that it asked of the vault is done."""
        self.qtbot.waitUntil(lambda: len(self.ended) == count)
        self.desk.rest()

    def new_kit(self) -> None:
        def make(workspace: Workspace) -> None:
            workspace.ways_in.kits.finish(workspace.ways_in.kits.begin())

        self.desk.ask(make)

    def kits(self) -> list[int]:
        return self.desk.ask(lambda w: [one.kit_number for one in w.backups.listed()])


@pytest.fixture
def rewraps(qtbot: QtBot, theme: Theme, tmp_path: Path) -> Iterator[Rewraps]:
    stick = tmp_path / "stick"
    stick.mkdir()
    with open_desk(qtbot, theme, tmp_path) as desk:
        desk.ask(lambda workspace: back_up(workspace, stick))
        place = Place(str(stick), "Whitlock", stick=True)
        desk.ask(lambda workspace: workspace.backup_plan.put(Plan((place,))))
        model, ended = RewrapModel(desk.jobs, desk.window), list[Rewrapped]()
        model.ended.connect(ended.append)
        yield Rewraps(desk, stick, model, ended, qtbot)


def test_nothing_is_behind_at_first(rewraps: Rewraps) -> None:
    rewraps.model.catch_up()
    rewraps.desk.rest()
    assert rewraps.ended == []
    rewraps.model.catch_up()  # and it can be asked again
    rewraps.desk.rest()


def test_what_is_behind_is_brought_along_and_noted(rewraps: Rewraps) -> None:
    rewraps.new_kit()
    rewraps.model.catch_up()
    rewraps.wait_for(1)
    assert [len(each.done) for each in rewraps.ended] == [1]
    assert rewraps.kits() == [2]


def test_one_that_a_kill_left_without_a_note_is_noted_and_brought_along(rewraps: Rewraps) -> None:
    rewraps.desk.ask(lambda workspace: place_unnoted(workspace, rewraps.stick))
    rewraps.new_kit()
    rewraps.model.catch_up()
    rewraps.wait_for(1)
    assert [len(each.done) for each in rewraps.ended] == [2]
    assert rewraps.kits() == [2, 2]


def test_what_is_away_is_told_and_tried_again(rewraps: Rewraps) -> None:
    rewraps.new_kit()
    rewraps.stick.rename(rewraps.stick.with_name("pocket"))
    rewraps.model.catch_up()
    rewraps.wait_for(1)
    assert [len(each.unreachable) for each in rewraps.ended] == [1]
    assert rewraps.kits() == [1]
    rewraps.stick.with_name("pocket").rename(rewraps.stick)
    rewraps.model.catch_up()
    rewraps.wait_for(2)
    assert rewraps.kits() == [2]


def test_the_places_are_known_by_which_they_are_named(rewraps: Rewraps) -> None:
    rewraps.new_kit()
    rewrapping = rewraps.desk.ask(begin_rewrapping)
    assert rewrapping is not None
    assert [place.label for place in rewrapping.places] == ["Whitlock"]


def test_for_a_vault_that_is_closed_the_files_alone_are_done(rewraps: Rewraps) -> None:
    rewraps.new_kit()
    rewrapping = rewraps.desk.ask(begin_rewrapping)
    assert rewrapping is not None
    rewraps.model.carry_out_alone(rewrapping)
    rewraps.wait_for(1)
    assert [len(each.done) for each in rewraps.ended] == [1]
    assert rewraps.kits() == [1]
    rewraps.model.catch_up()
    rewraps.wait_for(2)
    assert rewraps.kits() == [2]


def test_what_nobody_foresaw_is_told_and_the_next_time_it_is_tried_again(
    rewraps: Rewraps, monkeypatch: pytest.MonkeyPatch
) -> None:
    rewraps.new_kit()
    troubles: list[Exception] = []
    rewraps.desk.jobs.trouble.connect(troubles.append)

    def broken(*_: object) -> Rewrapped:
        raise ZeroDivisionError

    with monkeypatch.context() as patch:
        patch.setattr("app.workflows.backup.rewrap.bring_along", broken)
        rewraps.model.catch_up()
        rewraps.qtbot.waitUntil(lambda: bool(troubles))
    assert [type(trouble) for trouble in troubles] == [ZeroDivisionError]
    rewraps.model.catch_up()
    rewraps.wait_for(1)
    assert rewraps.kits() == [2]
