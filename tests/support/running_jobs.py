"""The vault's worker for one test: started, and at its end closed and waited for."""

from collections.abc import Generator
from contextlib import contextmanager

from pytestqt.qtbot import QtBot

from tests.support.ending_threads import all_have_ended
from ui.jobs import Jobs


@contextmanager
def running_jobs(qtbot: QtBot) -> Generator[Jobs]:
    """Jobs that may begin at once; the vault that a test opened is closed again."""
    jobs = Jobs()
    jobs.go()
    yield jobs
    closed: list[Exception | None] = []
    jobs.close(jobs, [], lambda: closed.append(None), closed.append)
    qtbot.waitUntil(lambda: bool(closed))
    jobs.stop()
    qtbot.waitUntil(all_have_ended)
    jobs.deleteLater()
    assert closed == [None]
