"""The guide takes steps, pictures of them, and keeps where the tour stands."""

import json
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QAction, QColor, QImage
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.tour.file import NAME, SUMMARY, Step, Tour, read_tour
from ui.tour.guide import Guide, Take
from ui.tour.walk import Until, Walk

COLOURS = {"theme.light": "#ffffff", "theme.dark": "#000000"}


class Stage(QWidget):
    """A window that can turn light and dark, and quit."""

    def __init__(self) -> None:
        super().__init__()
        self.resize(60, 40)
        self.has_quit = False
        self._act("app.quit").triggered.connect(self._quit)
        for name in COLOURS:
            self._act(name).triggered.connect(partial(self._turn, name))

    def _act(self, name: str) -> QAction:
        action = QAction(self)
        action.setObjectName(name)
        self.addAction(action)
        return action

    def _turn(self, name: str) -> None:
        self.setStyleSheet(f"background: {COLOURS[name]}")

    def _quit(self) -> None:
        self.has_quit = True


@pytest.fixture
def stage(qtbot: QtBot) -> Iterator[Stage]:
    window = Stage()
    with qtbot.waitExposed(window):
        window.show()
    yield window
    window.deleteLater()


def toured(qtbot: QtBot, stage: Stage, folder: Path, tour: Tour, *steps: tuple[str, Take]) -> Guide:
    guide = Guide(stage, folder, tour, steps, patience=0.5)
    guide.begin()
    qtbot.waitUntil(lambda: stage.has_quit)
    return guide


def look_around(_: Guide) -> Walk:
    yield None


def wait_in_vain(_: Guide) -> Walk:
    yield Until("rain", lambda: False)


def colour(picture: Path) -> str:
    return QColor(QImage(str(picture)).pixel(30, 20)).name()


def test_each_step_leaves_a_light_and_a_dark_picture(
    qtbot: QtBot, stage: Stage, tmp_path: Path
) -> None:
    toured(qtbot, stage, tmp_path, Tour(), ("arrive", look_around), ("leave", look_around))
    steps = json.loads((tmp_path / SUMMARY).read_text("utf-8"))["steps"]
    assert [(step["name"], step["screenshot"]) for step in steps] == [
        ("arrive", "01-arrive.png"),
        ("leave", "02-leave.png"),
    ]
    for step in steps:
        assert colour(tmp_path / step["screenshot"]) == COLOURS["theme.light"]
        assert colour(tmp_path / step["screenshot_dark"]) == COLOURS["theme.dark"]
        assert (tmp_path / step["screenshot"]).stat().st_mode & 0o777 == 0o600
    assert not (tmp_path / NAME).exists()


def test_a_picture_waits_for_what_moves(qtbot: QtBot, stage: Stage, tmp_path: Path) -> None:
    def move(_: Guide) -> Walk:
        for delay in (20, 40, 60, 80):
            QTimer.singleShot(delay, partial(stage.resize, 60 + delay, 40))
        yield None

    toured(qtbot, stage, tmp_path, Tour(), ("move", move))
    assert QImage(str(tmp_path / "01-move.png")).width() == 140


def test_steps_taken_before_the_lock_are_not_taken_again(
    qtbot: QtBot, stage: Stage, tmp_path: Path
) -> None:
    taken: list[str] = []

    def step(name: str) -> tuple[str, Take]:
        def take(_: Guide) -> Walk:
            taken.append(name)
            yield None

        return name, take

    behind = Tour(steps=(Step("one", "01-one.png", "01-one-dark.png", 0.1),))
    guide = toured(qtbot, stage, tmp_path, behind, step("one"), step("two"))
    assert taken == ["two"]
    assert [one.name for one in guide.tour.steps] == ["one", "two"]


def test_what_it_stopped_at_is_told_and_shown(qtbot: QtBot, stage: Stage, tmp_path: Path) -> None:
    toured(qtbot, stage, tmp_path, Tour(), ("arrive", look_around), ("wait", wait_in_vain))
    tour = read_tour(tmp_path)
    assert tour.failure == "The tour stopped at “wait”: waited in vain for rain."
    assert [step.name for step in tour.steps] == ["arrive"]
    assert (tmp_path / "failed.png").exists()
    assert not (tmp_path / SUMMARY).exists()


def test_an_error_is_told_by_its_class_alone(
    qtbot: QtBot, stage: Stage, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def fall(_: Guide) -> Walk:
        yield None
        raise LookupError("Amara's secret")

    toured(qtbot, stage, tmp_path, Tour(), ("fall", fall))
    assert read_tour(tmp_path).failure == "The tour stopped at “fall”: LookupError."
    assert "secret" not in capsys.readouterr().err
