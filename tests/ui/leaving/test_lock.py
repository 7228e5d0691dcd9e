"""A lock asks nothing: it tells the supervisor, hides, saves what isn't saved, and ends."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.process.verbs import Verb
from app.workspace import Workspace
from crypto.errors import SaveNotDurable
from tests.support.verb_pipes import SupervisorSide
from ui.jobs import Jobs
from ui.leaving import lock as lock_module
from ui.leaving.lock import Lock, Saving, optional
from ui.process.link import SupervisorLink


class Ending:
    """Stands for the end of the process, that a test must not come to."""

    def __init__(self) -> None:
        self.times = 0

    def __call__(self) -> None:
        self.times += 1


@pytest.fixture
def ending() -> Ending:
    return Ending()


@pytest.fixture
def lock(
    open_jobs: Jobs,
    link: SupervisorLink,
    ending: Ending,
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[Lock]:
    monkeypatch.setattr(lock_module, "TRY_AGAIN", 20)
    lock = Lock(open_jobs, link, ending)
    yield lock
    lock.deleteLater()


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    return window


def ended(ending: Ending) -> Callable[[], bool]:
    return lambda: ending.times > 0


def test_a_person_may_be_asked_before_quitting_but_never_before_a_lock(
    lock: Lock, qtbot: QtBot, ending: Ending
) -> None:
    asked: list[Callable[[], None]] = []
    lock.ask_before_quit(asked.append)
    lock.ask_to_quit()
    assert (len(asked), ending.times) == (1, 0)
    lock.lock()
    qtbot.waitUntil(ended(ending))
    assert len(asked) == 1


def test_with_nothing_to_ask_a_person_quits_at_once(
    lock: Lock, qtbot: QtBot, ending: Ending
) -> None:
    lock.ask_to_quit()
    qtbot.waitUntil(ended(ending))


def test_the_supervisor_is_told_before_anything_else(
    lock: Lock, supervisor: SupervisorSide, ending: Ending, qtbot: QtBot
) -> None:
    told: list[list[Verb | None]] = []

    def unsaved() -> None:
        told.append(supervisor.heard())

    lock.before_lock(lock, unsaved)
    lock.lock()
    assert told == [[Verb.LOCK]]
    qtbot.waitUntil(ended(ending))


def test_windows_are_hidden_at_once(
    lock: Lock, window: QWidget, ending: Ending, qtbot: QtBot
) -> None:
    lock.lock()
    assert not window.isVisible()
    assert not ending.times
    qtbot.waitUntil(ended(ending))


def test_what_is_not_saved_is_saved_before_the_end(
    lock: Lock, ending: Ending, qtbot: QtBot
) -> None:
    saved: list[tuple[str, int]] = []

    def unsaved() -> Saving:
        return lambda workspace: saved.append((workspace.vault_name, ending.times))

    lock.before_lock(lock, unsaved)
    lock.before_lock(lock, lambda: None)
    lock.lock()
    qtbot.waitUntil(ended(ending))
    assert saved == [("Whitlock Coaching", 0)]


def test_while_saving_fails_the_process_stays_and_says_so(
    lock: Lock,
    supervisor: SupervisorSide,
    ending: Ending,
    qtbot: QtBot,
) -> None:
    tries: list[int] = []

    def save(_: Workspace) -> None:
        tries.append(ending.times)
        if len(tries) < 4:  # the second try has the reserve's room
            raise SaveNotDurable

    lock.before_lock(lock, lambda: save)
    lock.lock()
    qtbot.waitUntil(ended(ending))
    assert tries == [0, 0, 0, 0]
    assert supervisor.heard() == [Verb.LOCK, Verb.CANNOT_SAVE, Verb.CANNOT_SAVE]


def test_nobody_who_errs_can_stand_in_the_way(
    lock: Lock, ending: Ending, qtbot: QtBot, capsys: pytest.CaptureFixture[str]
) -> None:
    def unsaved() -> Saving:
        raise ValueError("Amara Osei")

    lock.before_lock(lock, unsaved)
    lock.lock()
    qtbot.waitUntil(ended(ending))
    said = capsys.readouterr().err
    assert "ValueError" in said
    assert "Amara" not in said


@pytest.mark.parametrize("error", [SaveNotDurable, ZeroDivisionError])
def test_what_is_optional_fails_no_close(
    lock: Lock, supervisor: SupervisorSide, ending: Ending, qtbot: QtBot, error: type[Exception]
) -> None:
    saved: list[str] = []

    def fail(_: Workspace) -> None:
        raise error

    def save(_: Workspace) -> None:
        saved.append("note")

    lock.before_lock(lock, lambda: optional(fail))
    lock.before_lock(lock, lambda: save)
    lock.lock()
    qtbot.waitUntil(ended(ending))
    assert saved == ["note"]
    assert supervisor.heard() == [Verb.LOCK]


def test_whoever_is_gone_is_not_asked(lock: Lock, ending: Ending, qtbot: QtBot) -> None:
    gone = QObject()
    lock.before_lock(gone, lambda: pytest.fail("asked"))
    with qtbot.waitSignal(gone.destroyed):
        gone.deleteLater()
    lock.lock()
    qtbot.waitUntil(ended(ending))


def test_a_second_lock_does_nothing(
    lock: Lock, supervisor: SupervisorSide, ending: Ending, qtbot: QtBot
) -> None:
    lock.lock()
    lock.quit()
    lock.lock()
    qtbot.waitUntil(ended(ending))
    qtbot.wait(30)
    assert supervisor.heard() == [Verb.LOCK]
    assert ending.times == 1


def test_quitting_is_the_same_with_another_verb(
    lock: Lock, supervisor: SupervisorSide, ending: Ending, qtbot: QtBot
) -> None:
    lock.quit()
    qtbot.waitUntil(ended(ending))
    assert supervisor.heard() == [Verb.QUIT]


def test_the_supervisor_may_ask_for_a_lock_and_for_an_end(
    lock: Lock, link: SupervisorLink, supervisor: SupervisorSide, ending: Ending, qtbot: QtBot
) -> None:
    link.lock_asked.emit()
    link.quit_asked.emit()
    qtbot.waitUntil(ended(ending))
    assert supervisor.heard() == [Verb.LOCK]


@pytest.mark.parametrize("active", [True, False])
def test_it_tells_whether_it_was_in_front_once_nothing_is_seen_any_more(
    lock: Lock, window: QWidget, ending: Ending, qtbot: QtBot, active: bool
) -> None:
    with qtbot.waitActive(window):
        window.show()
    if not active:
        window.hide()
    told: list[tuple[bool, bool]] = []

    def tell(in_front: bool) -> None:
        told.append((in_front, window.isVisible()))

    lock.leaving.connect(tell)
    lock.lock()
    assert told == [(active, False)]
    qtbot.waitUntil(ended(ending))
