"""A long job goes on by short steps, and whatever else is asked of the vault goes first."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from app.workspace import Workspace
from crypto.errors import VaultDamaged
from tests.support.never import never
from tests.support.running_jobs import running_jobs
from tests.support.workspaces import a_workspace
from ui.jobs import Jobs
from ui.slices import Slices


@pytest.fixture
def jobs(qtbot: QtBot, tmp_path: Path) -> Iterator[Jobs]:
    """The vault's worker with a new vault."""
    with running_jobs(qtbot) as jobs:
        opened: list[bool] = []
        jobs.open(jobs, lambda: a_workspace(tmp_path), lambda: opened.append(True), never)
        qtbot.waitUntil(lambda: bool(opened))
        yield jobs


class Job:
    """A job that counts, and what was told of it."""

    def __init__(self, steps: int = 10, fails: bool = False) -> None:
        self.steps = steps
        self.fails = fails
        self.done_steps = 0
        self.let_go = False
        self.progress: list[int] = []
        self.ended: list[bool] = []
        self.errors: list[Exception] = []

    def begin(self, _workspace: Workspace) -> Iterator[int]:
        """The steps."""
        try:
            for number in range(self.steps):
                self.done_steps = number
                yield number
            if self.fails:
                raise VaultDamaged
        finally:
            self.let_go = True

    def done(self) -> None:
        """It came to its end."""
        self.ended.append(True)


def start(jobs: Jobs, job: Job, owner: QObject | None = None) -> Slices:
    return jobs.in_slices(
        owner or jobs, job.begin, job.progress.append, job.done, job.errors.append
    )


def test_every_step_is_told_and_then_the_end(jobs: Jobs, qtbot: QtBot) -> None:
    job = Job(10)
    start(jobs, job)
    qtbot.waitUntil(lambda: bool(job.ended))
    assert job.progress == list(range(10))
    assert job.errors == []


def test_what_is_asked_meanwhile_goes_first(jobs: Jobs, qtbot: QtBot) -> None:
    job = Job(10**9)
    slices = start(jobs, job)
    qtbot.waitUntil(lambda: bool(job.progress))
    for _ in range(20):
        answers: list[str] = []
        jobs.read(jobs, lambda workspace: workspace.vault_name, answers.append)
        qtbot.waitUntil(lambda: bool(answers), timeout=1_000)  # noqa: B023
    assert not job.ended
    slices.cancel()
    qtbot.waitUntil(lambda: job.let_go)


def test_two_long_jobs_take_turns(jobs: Jobs, qtbot: QtBot) -> None:
    endless, short = Job(10**9), Job(5)
    slices = start(jobs, endless)
    start(jobs, short)
    qtbot.waitUntil(lambda: bool(short.ended))
    assert endless.progress
    slices.cancel()
    qtbot.waitUntil(lambda: endless.let_go)


def test_a_job_that_is_cancelled_says_no_more(jobs: Jobs, qtbot: QtBot) -> None:
    job = Job(10**9)
    slices = start(jobs, job)
    qtbot.waitUntil(lambda: bool(job.progress))
    slices.cancel()
    told = len(job.progress)
    qtbot.waitUntil(lambda: job.let_go)
    qtbot.wait(20)
    assert len(job.progress) == told
    assert job.ended == []


def test_a_job_that_fails_says_why(jobs: Jobs, qtbot: QtBot) -> None:
    job = Job(3, fails=True)
    start(jobs, job)
    qtbot.waitUntil(lambda: bool(job.errors))
    assert isinstance(job.errors[0], VaultDamaged)
    assert job.ended == []


def test_closing_the_vault_ends_a_job_without_a_word(jobs: Jobs, qtbot: QtBot) -> None:
    job = Job(10**9)
    start(jobs, job)
    qtbot.waitUntil(lambda: bool(job.progress))
    closed: list[bool] = []
    jobs.close(jobs, [], lambda: closed.append(True), never)
    qtbot.waitUntil(lambda: bool(closed))
    assert job.let_go
    assert (job.ended, job.errors) == ([], [])
    assert jobs._waiting == {}


def test_a_job_whose_owner_is_gone_tells_nobody(jobs: Jobs, qtbot: QtBot) -> None:
    job, owner = Job(200), QObject()
    start(jobs, job, owner)
    owner.deleteLater()
    qtbot.waitUntil(lambda: job.let_go)
    qtbot.wait(20)
    assert job.ended == []


def test_without_a_vault_a_job_fails_at_once(qtbot: QtBot) -> None:
    with running_jobs(qtbot) as jobs:
        job = Job()
        start(jobs, job)
        qtbot.waitUntil(lambda: bool(job.errors))
        assert isinstance(job.errors[0], RuntimeError)
