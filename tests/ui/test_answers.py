"""How far a call on another thread is, is told on the GUI thread to whoever still wants it."""

import threading
from collections.abc import Callable, Iterator

import pytest
import shiboken6
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from app.core.errors import Stopped
from app.workflows.restore.step import Stage, Step
from tests.support.never import never
from tests.support.running_jobs import running_jobs
from ui.jobs import Jobs

STEPS = [Step(stage, done, 9) for stage in Stage for done in (0, 9)]
Tell = Callable[[Step], None]


@pytest.fixture
def jobs(qtbot: QtBot) -> Iterator[Jobs]:
    with running_jobs(qtbot) as jobs:
        yield jobs


def tell_all(tell: Tell) -> int:
    for step in STEPS:
        tell(step)
    return threading.get_ident()


def test_steps_are_told_on_the_gui_thread_before_the_answer(jobs: Jobs, qtbot: QtBot) -> None:
    told: list[object] = []

    def hear(step: Step) -> None:
        told.append((step, threading.current_thread() is threading.main_thread()))

    tell = jobs.teller(jobs, hear)
    jobs.away(jobs, lambda: tell_all(tell), told.append, never)
    qtbot.waitUntil(lambda: len(told) > len(STEPS))
    assert told[:-1] == [(step, True) for step in STEPS]
    assert told[-1] != threading.get_ident()


def test_once_it_is_stopped_telling_ends_the_call(jobs: Jobs, qtbot: QtBot) -> None:
    stopped, told, ended = threading.Event(), list[Step](), list[Exception]()
    stopped.set()
    tell = jobs.teller(jobs, told.append, stopped)
    jobs.away(jobs, lambda: tell_all(tell), never, ended.append)
    qtbot.waitUntil(lambda: bool(ended))
    assert [type(error) for error in ended] == [Stopped]
    assert told == []


def test_what_is_told_for_an_owner_that_is_gone_nobody_hears(jobs: Jobs, qtbot: QtBot) -> None:
    owner, told, done = QObject(), list[Step](), list[int]()
    tell = jobs.teller(owner, told.append)
    shiboken6.delete(owner)
    jobs.away(jobs, lambda: tell_all(tell), done.append, never)
    qtbot.waitUntil(lambda: bool(done))
    assert told == []
