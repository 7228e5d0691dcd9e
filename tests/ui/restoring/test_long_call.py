"""A long call tells how far it is, ends when that is asked, and is forgotten without a word."""

import threading

import pytest
from pytestqt.qtbot import QtBot

from app.core.errors import Stopped
from app.workflows.restore.step import Stage, Step, Tell
from tests.support.ending_threads import all_have_ended
from ui.jobs import Jobs
from ui.restoring.long_call import LongCall

STEP = Step(Stage.BYTES, 1, 2)


class Work:
    """A call that tells one step, waits to be let go on, and tells another."""

    def __init__(self, jobs: Jobs) -> None:
        self.told: list[object] = []
        self.goes_on = threading.Event()
        self.call = LongCall(jobs, self.told.append, jobs)

    def begin(self) -> None:
        self.call.begin(self._work, self.told.append, lambda error: self.told.append(type(error)))

    def _work(self, tell: Tell) -> str:
        tell(STEP)
        self.goes_on.wait(20)
        tell(STEP._replace(done=2))
        return "done"


@pytest.fixture
def work(jobs: Jobs, qtbot: QtBot) -> Work:
    work = Work(jobs)
    assert not work.call.stop()
    work.begin()
    qtbot.waitUntil(lambda: work.told == [STEP])
    return work


def test_it_tells_its_steps_and_what_came_of_it(work: Work, qtbot: QtBot) -> None:
    work.goes_on.set()
    qtbot.waitUntil(lambda: work.told == [STEP, STEP._replace(done=2), "done"])
    assert not work.call.stop()


def test_stopped_it_fails_with_that(work: Work, qtbot: QtBot) -> None:
    assert work.call.stop()
    work.goes_on.set()
    qtbot.waitUntil(lambda: work.told == [STEP, Stopped])


def test_forgotten_it_says_nothing_more(work: Work, qtbot: QtBot) -> None:
    work.call.forget()
    work.goes_on.set()
    qtbot.waitUntil(all_have_ended)
    qtbot.wait(20)
    assert work.told == [STEP]


def test_what_begins_after_it_was_forgotten_is_another(work: Work, qtbot: QtBot) -> None:
    work.call.forget()
    work.begin()
    work.goes_on.set()
    qtbot.waitUntil(lambda: work.told[-1] == "done")
    assert work.told.count("done") == 1
