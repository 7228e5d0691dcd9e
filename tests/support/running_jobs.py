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
    with qtbot.waitCallback() as closed:
        jobs.close(jobs, [], closed, closed)
    jobs.stop()
    qtbot.waitUntil(all_have_ended)
    jobs.deleteLater()
    closed.assert_called_with()  # without what went wrong
