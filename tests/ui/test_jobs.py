"""Jobs run on one worker, in order; their results arrive on the GUI thread, or nowhere."""

import gc
import threading
import weakref
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import shiboken6
from PySide6.QtCore import QObject, QThread
from pytestqt.qtbot import QtBot

from app.core.changes import Changes, Kind
from app.core.errors import RecordMissing
from app.core.ids import ClientId, new_id
from app.workspace import Workspace
from crypto.errors import SaveNotDurable
from tests.support.never import never
from tests.support.running_jobs import running_jobs
from tests.support.workspaces import a_workspace, add_client
from ui.jobs import Jobs


@pytest.fixture
def jobs(qtbot: QtBot) -> Iterator[Jobs]:
    with running_jobs(qtbot) as jobs:
        yield jobs


@pytest.fixture
def owner(qtbot: QtBot) -> Iterator[QObject]:
    owner = QObject()
    yield owner
    owner.deleteLater()


class Told:
    """Keeps what jobs told, and on which thread."""

    def __init__(self) -> None:
        self.values: list[Any] = []
        self.on_gui: list[bool] = []

    def __call__(self, value: Any = None) -> None:
        self.values.append(value)
        self.on_gui.append(threading.current_thread() is threading.main_thread())

    def something(self) -> bool:
        return bool(self.values)


@pytest.fixture
def open_jobs(jobs: Jobs, owner: QObject, qtbot: QtBot, tmp_path: Path) -> Jobs:
    opened = Told()
    jobs.open(owner, lambda: a_workspace(tmp_path), opened, never)
    qtbot.waitUntil(opened.something)
    return jobs


def test_that_a_vault_is_open_is_told_before_its_opener_hears_of_it(
    jobs: Jobs, owner: QObject, qtbot: QtBot, tmp_path: Path
) -> None:
    told, failed = Told(), Told()
    jobs.vault_opened.connect(lambda: told("open"))

    def fail() -> Workspace:
        raise SaveNotDurable

    jobs.open(owner, fail, never, failed)
    qtbot.waitUntil(failed.something)
    assert told.values == []
    jobs.create(owner, lambda: (a_workspace(tmp_path), "words"), told, never)
    qtbot.waitUntil(lambda: len(told.values) == 2)
    assert (told.values, told.on_gui) == (["open", "words"], [True, True])


def test_that_a_vault_is_open_is_told_though_its_opener_has_gone(
    jobs: Jobs, qtbot: QtBot, tmp_path: Path
) -> None:
    gone, told = QObject(), Told()
    jobs.vault_opened.connect(told)
    jobs.open(gone, lambda: a_workspace(tmp_path), never, never)
    shiboken6.delete(gone)
    qtbot.waitUntil(told.something)


def test_a_read_answers_on_the_gui_thread(open_jobs: Jobs, owner: QObject, qtbot: QtBot) -> None:
    told = Told()
    open_jobs.read(owner, lambda workspace: workspace.vault_name, told)
    qtbot.waitUntil(told.something)
    assert told.values == ["Whitlock Coaching"]
    assert told.on_gui == [True]


def test_every_call_on_the_vault_runs_on_the_same_worker(
    open_jobs: Jobs, owner: QObject, qtbot: QtBot
) -> None:
    told = Told()
    for _ in range(5):
        open_jobs.read(owner, lambda _: threading.get_ident(), told)
    qtbot.waitUntil(lambda: len(told.values) == 5)
    assert len(set(told.values)) == 1
    assert told.values[0] != threading.get_ident()


def test_jobs_run_in_the_order_in_which_they_were_asked(
    open_jobs: Jobs, owner: QObject, qtbot: QtBot
) -> None:
    told = Told()
    for number in range(50):
        open_jobs.read(owner, lambda _, number=number: number, told)
    qtbot.waitUntil(lambda: len(told.values) == 50)
    assert told.values == list(range(50))


def test_a_write_tells_its_owner_and_then_everybody(
    open_jobs: Jobs, owner: QObject, qtbot: QtBot
) -> None:
    order: list[str] = []

    def everybody(_: Changes) -> None:
        order.append("everybody")

    open_jobs.changed.connect(everybody)

    def write(workspace: Workspace) -> Changes:
        return Changes.of(Kind.CLIENT, add_client(workspace, "Amara Osei"))

    open_jobs.write(owner, write, lambda _: order.append("owner"))
    qtbot.waitUntil(lambda: len(order) == 2)
    assert order == ["owner", "everybody"]


def test_a_failure_goes_to_whoever_takes_it(open_jobs: Jobs, owner: QObject, qtbot: QtBot) -> None:
    failed, trouble = Told(), Told()
    open_jobs.trouble.connect(trouble)
    missing = ClientId(new_id())
    open_jobs.read(owner, lambda workspace: workspace.clients.get(missing), never, failed)
    qtbot.waitUntil(failed.something)
    assert isinstance(failed.values[0], RecordMissing)
    assert failed.on_gui == [True]
    assert not trouble.values


def test_a_failure_that_nobody_takes_is_trouble(
    open_jobs: Jobs, owner: QObject, qtbot: QtBot
) -> None:
    trouble = Told()
    open_jobs.trouble.connect(trouble)
    missing = ClientId(new_id())
    open_jobs.write(owner, lambda workspace: workspace.clients.archive(missing))
    qtbot.waitUntil(trouble.something)
    assert isinstance(trouble.values[0], RecordMissing)


def test_an_error_arrives_without_the_frames_that_hold_secrets(
    open_jobs: Jobs, owner: QObject, qtbot: QtBot, capsys: pytest.CaptureFixture[str]
) -> None:
    failed = Told()

    def fail(_: Workspace) -> None:
        try:
            {}["Amara"]
        except KeyError as cause:
            raise ValueError("Amara Osei") from cause

    open_jobs.read(owner, fail, never, failed)
    qtbot.waitUntil(failed.something)
    error = failed.values[0]
    assert (error.__traceback__, error.__cause__, error.__context__) == (None, None, None)
    said = capsys.readouterr().err
    assert "ValueError at" in said
    assert "test_jobs.py" in said
    assert "Amara" not in said


def test_a_result_for_an_owner_that_is_gone_is_dropped(
    open_jobs: Jobs, owner: QObject, qtbot: QtBot
) -> None:
    go_on, told, changed = threading.Event(), Told(), Told()
    open_jobs.changed.connect(changed)
    short_lived = QObject()

    def write(_: Workspace) -> Changes:
        go_on.wait(5)
        return Changes()

    open_jobs.write(short_lived, write, told)
    with qtbot.waitSignal(short_lived.destroyed):
        short_lived.deleteLater()
    go_on.set()
    qtbot.waitUntil(changed.something)
    assert not told.values


def test_the_worker_never_drops_the_last_reference_to_a_call(
    open_jobs: Jobs, owner: QObject, qtbot: QtBot
) -> None:
    dropped_on: list[int] = []

    class Held:
        def __del__(self) -> None:
            dropped_on.append(threading.get_ident())

    told = Told()
    for _ in range(200):
        held = Held()
        open_jobs.read(owner, lambda _, held=held: bool(held), told)
        del held
    qtbot.waitUntil(lambda: len(told.values) == 200)
    gc.collect()
    assert set(dropped_on) == {threading.get_ident()}


def test_reading_without_an_open_vault_fails(jobs: Jobs, owner: QObject, qtbot: QtBot) -> None:
    failed = Told()
    jobs.read(owner, lambda workspace: workspace.vault_name, never, failed)
    qtbot.waitUntil(failed.something)
    assert isinstance(failed.values[0], RuntimeError)


def test_what_creates_a_vault_may_have_something_to_say(
    jobs: Jobs, owner: QObject, qtbot: QtBot, tmp_path: Path
) -> None:
    told = Told()
    jobs.create(owner, lambda: (a_workspace(tmp_path), ("saddle",)), told, never)
    qtbot.waitUntil(told.something)
    assert told.values == [("saddle",)]


def test_closing_runs_the_last_saves_and_closes_the_vault(
    open_jobs: Jobs, owner: QObject, qtbot: QtBot
) -> None:
    saved, closed = Told(), Told()
    held: list[weakref.ref[Workspace]] = []

    def save(workspace: Workspace) -> None:
        held.append(weakref.ref(workspace))
        saved(workspace.vault_name)

    open_jobs.close(owner, [save], closed, never)
    qtbot.waitUntil(closed.something)
    assert saved.values == ["Whitlock Coaching"]
    gc.collect()
    assert held[0]() is None


def test_a_vault_whose_last_save_fails_stays_open(
    open_jobs: Jobs, owner: QObject, qtbot: QtBot
) -> None:
    failed, told = Told(), Told()

    def save(_: Workspace) -> None:
        raise RecordMissing

    open_jobs.close(owner, [save], never, failed)
    open_jobs.read(owner, lambda workspace: workspace.vault_name, told)
    qtbot.waitUntil(told.something)
    assert isinstance(failed.values[0], RecordMissing)


def test_on_a_full_disk_the_reserve_makes_room_for_the_last_saves(
    open_jobs: Jobs, owner: QObject, qtbot: QtBot, tmp_path: Path
) -> None:
    reserve = tmp_path / "vault" / "reserve"
    closed, tries, fitted = Told(), Told(), Told()

    def save(_: Workspace) -> None:
        tries(reserve.exists())
        if reserve.exists():
            raise SaveNotDurable

    open_jobs.close(owner, [lambda _: fitted(True), save], closed, never)
    qtbot.waitUntil(closed.something)
    assert tries.values == [True, False]
    assert fitted.values == [True]  # and is not saved a second time


def test_calls_away_from_the_vault_do_not_wait_for_it(
    open_jobs: Jobs, owner: QObject, qtbot: QtBot
) -> None:
    busy, told = threading.Event(), Told()
    open_jobs.read(owner, lambda _: busy.wait(5), Told())
    open_jobs.away(owner, lambda: "strong", told, never)
    qtbot.waitUntil(told.something)
    busy.set()
    assert told.values == ["strong"]
    assert told.on_gui == [True]


def test_a_failure_away_from_the_vault_is_told(jobs: Jobs, owner: QObject, qtbot: QtBot) -> None:
    failed = Told()

    def fail() -> None:
        raise RecordMissing

    jobs.away(owner, fail, never, failed)
    qtbot.waitUntil(failed.something)
    assert isinstance(failed.values[0], RecordMissing)


def test_before_go_only_what_may_be_read_while_locked_runs(owner: QObject, qtbot: QtBot) -> None:
    jobs, early, late = Jobs(), Told(), Told()
    jobs.away(owner, lambda: "keyring", late, never)
    jobs.away(owner, lambda: "header", early, never, before_go=True)
    qtbot.waitUntil(early.something)
    QThread.msleep(50)
    qtbot.wait(1)
    assert not late.values
    jobs.go()
    jobs.go()
    qtbot.waitUntil(late.something)
    jobs.stop()
    jobs.deleteLater()


def test_before_go_there_is_nothing_to_close(owner: QObject, qtbot: QtBot) -> None:
    jobs, closed = Jobs(), Told()
    jobs.close(owner, [], closed, never)
    assert closed.something()
    jobs.stop()
    jobs.deleteLater()


def test_who_still_asks_when_the_vault_was_closed_gets_no_answer(
    open_jobs: Jobs, owner: QObject, qtbot: QtBot
) -> None:
    closed, away = Told(), Told()
    open_jobs.close(owner, [], closed, never)
    open_jobs.read(owner, lambda workspace: workspace.vault_name, never, never)
    open_jobs.write(owner, lambda workspace: Changes(), never, never)
    open_jobs.close(owner, [], away, never)
    qtbot.waitUntil(away.something)
    qtbot.wait(1)
