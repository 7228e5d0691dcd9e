"""One long call on the vault's thread breathes: whatever is asked meanwhile goes first."""

import gc
import threading
import time
import weakref
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import shiboken6
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from app.core.changes import Changes, Kind
from app.core.errors import RecordMissing, Stopped
from app.core.ids import ClientId, new_id
from app.workflows.backup.step import Stage, Step
from app.workspace import Workspace
from crypto.errors import SaveNotDurable, VaultDamaged
from tests.support.never import never
from tests.support.running_jobs import running_jobs
from tests.support.workspaces import a_workspace, add_client
from ui.jobs import Jobs

Tell = Callable[[Step], None]


@pytest.fixture
def jobs(qtbot: QtBot, tmp_path: Path) -> Iterator[Jobs]:
    """The vault's worker with a new vault."""
    with running_jobs(qtbot) as jobs:
        opened: list[bool] = []
        jobs.open(jobs, lambda: a_workspace(tmp_path), lambda: opened.append(True), never)
        qtbot.waitUntil(lambda: bool(opened))
        yield jobs


def _a_moment() -> None:
    time.sleep(0.001)


class Long:
    """A long call that counts its steps until it is let go, and what was told of it."""

    def __init__(
        self,
        jobs: Jobs,
        owner: QObject | None = None,
        steps: int = 10**9,
        pause: Callable[[], object] = _a_moment,
    ) -> None:
        self.steps = steps
        self.at = 0
        self.pause = pause
        self.stopped = False
        self.fails: Exception | None = None
        self.thread = 0
        self.ended_by: BaseException | None = None
        self.left = threading.Event()
        self.progress: list[int] = []
        self.answers: list[str] = []
        self.errors: list[Exception] = []
        jobs.at_length(owner or jobs, self.run, self.hear, self.answers.append, self.errors.append)

    def hear(self, step: Step) -> None:
        self.progress.append(step.done)

    def stop(self) -> None:
        self.stopped = True

    def run(self, workspace: Workspace, tell: Tell) -> str:
        self.thread = threading.get_ident()
        try:
            self.count(tell)
        except BaseException as error:
            self.ended_by = error.with_traceback(None)
            raise
        finally:
            self.left.set()
        return workspace.vault_name

    def count(self, tell: Tell) -> None:
        for step in range(self.steps):
            self.at = step
            self.pause()
            if self.stopped:
                raise Stopped
            tell(Step(Stage.STAGING, step + 1, self.steps))
        if self.fails is not None:
            raise self.fails


def begun(qtbot: QtBot, long: Long) -> Long:
    qtbot.waitUntil(lambda: bool(long.progress))
    return long


def asked(qtbot: QtBot, jobs: Jobs, call: Callable[[Workspace], Any]) -> Any:
    answers: list[Any] = []
    jobs.read(jobs, call, answers.append, never)
    qtbot.waitUntil(lambda: bool(answers), timeout=2_000)
    return answers[0]


def add_another(workspace: Workspace) -> Changes:
    return Changes.of(Kind.CLIENT, add_client(workspace, "Amara Osei"))


def test_the_first_and_the_last_step_are_told_and_then_the_answer(jobs: Jobs, qtbot: QtBot) -> None:
    long = Long(jobs, steps=1000)
    qtbot.waitUntil(lambda: bool(long.answers))
    assert (long.progress[0], long.progress[-1]) == (1, 1000)
    assert 2 < len(long.progress) < 200
    assert (long.answers, long.errors) == (["Whitlock Coaching"], [])
    assert jobs._waiting == {}


def test_a_call_that_fails_says_why(jobs: Jobs, qtbot: QtBot) -> None:
    long = Long(jobs, steps=3)
    long.fails = VaultDamaged()
    qtbot.waitUntil(lambda: bool(long.errors))
    assert isinstance(long.errors[0], VaultDamaged)
    assert long.answers == []


def test_what_is_asked_meanwhile_is_answered_on_the_same_thread(jobs: Jobs, qtbot: QtBot) -> None:
    long = begun(qtbot, Long(jobs))
    assert asked(qtbot, jobs, lambda _: threading.get_ident()) == long.thread
    assert not long.left.is_set()
    long.stop()
    qtbot.waitUntil(long.left.is_set)


def test_outcomes_come_in_the_order_in_which_they_were_asked_for(jobs: Jobs, qtbot: QtBot) -> None:
    long = begun(qtbot, Long(jobs))
    told: list[str] = []

    def everybody(_: Changes) -> None:
        told.append("changed")

    jobs.changed.connect(everybody)
    missing = ClientId(new_id())

    def fail(workspace: Workspace) -> object:
        return workspace.clients.get(missing)

    jobs.read(jobs, lambda _: "first", told.append, never)
    jobs.write(jobs, add_another, lambda _: told.append("written"), never)
    jobs.read(jobs, fail, never, lambda error: told.append(type(error).__name__))
    jobs.read(jobs, lambda workspace: workspace.clients.listed()[0].name, told.append, never)
    qtbot.waitUntil(lambda: len(told) == 5)
    assert told == ["first", "written", "changed", "RecordMissing", "Amara Osei"]
    assert not long.left.is_set()
    assert long.errors == []
    long.stop()
    qtbot.waitUntil(long.left.is_set)


def test_an_error_meanwhile_that_nobody_takes_is_trouble_and_not_the_calls(
    jobs: Jobs, qtbot: QtBot
) -> None:
    long = begun(qtbot, Long(jobs))
    trouble: list[Exception] = []
    jobs.trouble.connect(trouble.append)
    missing = ClientId(new_id())
    jobs.write(jobs, lambda workspace: workspace.clients.archive(missing))
    qtbot.waitUntil(lambda: bool(trouble))
    assert isinstance(trouble[0], RecordMissing)
    at = long.at
    qtbot.waitUntil(lambda: long.at > at + 2)
    long.stop()
    qtbot.waitUntil(long.left.is_set)


def test_no_save_waits_for_more_than_the_step_that_is_under_way(jobs: Jobs, qtbot: QtBot) -> None:
    steps = threading.Semaphore(0)
    long = Long(jobs, pause=steps.acquire)
    saved: list[int] = []  # the step in which each was asked for
    for step in range(5):
        for _ in range(3):
            jobs.write(jobs, add_another, lambda _, step=step: saved.append(step), never)
        steps.release()
        qtbot.waitUntil(lambda step=step: saved.count(step) == 3, timeout=2_000)
    assert not long.left.is_set()
    long.stop()
    steps.release()
    qtbot.waitUntil(long.left.is_set)


def test_closing_ends_the_call_first_and_then_closes(jobs: Jobs, qtbot: QtBot) -> None:
    long = begun(qtbot, Long(jobs))
    order: list[str] = []

    def save(_: Workspace) -> None:
        order.append("saved" if long.left.is_set() else "saved within the call")

    jobs.read(jobs, lambda _: order.append("read"), lambda _: None, never)
    jobs.close(jobs, [save], lambda: order.append("closed"), never)
    qtbot.waitUntil(lambda: order[-1:] == ["closed"])
    assert order == ["read", "saved", "closed"]
    assert [type(error) for error in long.errors] == [Stopped]
    assert long.answers == []


def test_a_vault_whose_last_save_fails_takes_another_call(jobs: Jobs, qtbot: QtBot) -> None:
    long = begun(qtbot, Long(jobs))
    failed: list[Exception] = []

    def save(workspace: Workspace) -> None:
        workspace.give_up_reserve()
        raise SaveNotDurable

    jobs.close(jobs, [save], never, failed.append)
    qtbot.waitUntil(lambda: bool(failed))
    assert [type(error) for error in long.errors] == [Stopped]
    again = Long(jobs, steps=3)
    qtbot.waitUntil(lambda: bool(again.answers))


def test_a_call_that_waits_behind_another_is_ended_by_a_closing_too(
    jobs: Jobs, qtbot: QtBot
) -> None:
    first = begun(qtbot, Long(jobs))
    second = Long(jobs)
    closed: list[bool] = []
    jobs.close(jobs, [], lambda: closed.append(True), never)
    qtbot.waitUntil(lambda: bool(closed))
    assert first.left.is_set()
    assert second.left.is_set()
    assert second.at == 0


def test_stopping_the_worker_ends_the_call(qtbot: QtBot, tmp_path: Path) -> None:
    jobs = Jobs()
    jobs.go()
    opened: list[Workspace] = []

    def opening() -> Workspace:
        opened.append(a_workspace(tmp_path))
        return opened[0]

    jobs.open(jobs, opening, lambda: None, never)
    long = begun(qtbot, Long(jobs))
    jobs.stop()
    assert isinstance(long.ended_by, Stopped)
    jobs.deleteLater()


def test_two_long_calls_run_one_after_the_other(jobs: Jobs, qtbot: QtBot) -> None:
    first, second = Long(jobs, steps=20), Long(jobs, steps=20)
    qtbot.waitUntil(lambda: bool(second.progress))
    assert first.left.is_set()
    qtbot.waitUntil(lambda: bool(second.answers))


def test_a_job_in_slices_waits_for_the_call_and_then_goes_on(jobs: Jobs, qtbot: QtBot) -> None:
    long = begun(qtbot, Long(jobs))
    steps: list[int] = []
    ended: list[bool] = []
    jobs.in_slices(jobs, lambda _: iter(range(5)), steps.append, lambda: ended.append(True), never)
    asked(qtbot, jobs, lambda _: None)
    assert steps == []
    long.stop()
    qtbot.waitUntil(lambda: bool(ended))
    assert steps == [0, 1, 2, 3, 4]


def test_a_call_whose_owner_is_gone_tells_nobody(jobs: Jobs, qtbot: QtBot) -> None:
    owner = QObject()
    long = begun(qtbot, Long(jobs, owner, steps=50))
    shiboken6.delete(owner)
    told = len(long.progress)
    qtbot.waitUntil(long.left.is_set)
    asked(qtbot, jobs, lambda _: None)
    assert (len(long.progress), long.answers) == (told, [])


def test_without_a_vault_a_call_fails_and_after_closing_it_ends_without_a_word(
    qtbot: QtBot, tmp_path: Path
) -> None:
    with running_jobs(qtbot) as jobs:
        early = Long(jobs)
        qtbot.waitUntil(lambda: bool(early.errors))
        assert isinstance(early.errors[0], RuntimeError)
        closed: list[bool] = []
        jobs.open(jobs, lambda: a_workspace(tmp_path), lambda: None, never)
        jobs.close(jobs, [], lambda: closed.append(True), never)
        late = Long(jobs)
        qtbot.waitUntil(lambda: bool(closed))
        qtbot.waitUntil(lambda: jobs._waiting == {})
        assert (late.thread, late.errors) == (0, [])


def test_the_workspace_is_let_go_when_the_vault_closes_amid_a_call(
    jobs: Jobs, qtbot: QtBot
) -> None:
    held: list[weakref.ref[Workspace]] = []
    asked(qtbot, jobs, lambda workspace: held.append(weakref.ref(workspace)))
    begun(qtbot, Long(jobs))
    closed: list[bool] = []
    jobs.close(jobs, [], lambda: closed.append(True), never)
    qtbot.waitUntil(lambda: bool(closed))
    gc.collect()
    assert held[0]() is None
