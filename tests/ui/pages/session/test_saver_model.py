"""A note saves itself: soon, one write at a time, the newest text, again after a failure."""

from collections.abc import Callable, Iterator
from datetime import timedelta
from typing import Any, cast

import pytest
from pytestqt.qtbot import QtBot

from app.core.changes import Changes
from app.core.ids import ClientId, SessionId, new_id
from app.records.session_notes.record import SessionNote
from app.workspace import Workspace
from crypto.errors import SaveNotDurable
from tests.support.fixed_clock import FixedClock
from ui.jobs import Jobs
from ui.pages.session import autosave
from ui.pages.session.autosave import Autosave
from ui.pages.session.lines import Line
from ui.pages.session.saver_model import NoteSaver, Saved

IDLE, LONGEST, RETRY = 30, 100, 60  # milliseconds


class Notes:
    """Stands in for the vault's session notes: remembers what was saved, or fails."""

    def __init__(self) -> None:
        self.saved: list[str] = []
        self.failure: Exception | None = None
        self.session_notes = self

    def autosave(self, note: SessionNote) -> Changes:
        if self.failure is not None:
            raise self.failure
        self.saved.append("\n".join(paragraph.text for paragraph in note.paragraphs))
        return Changes()


class HeldJobs:
    """Holds every write until the test lets it happen."""

    def __init__(self) -> None:
        self.notes = Notes()
        self.held: list[Callable[[], None]] = []

    def write(
        self,
        owner: object,
        call: Callable[[Any], Changes],
        done: Callable[[Changes], None],
        failed: Callable[[Exception], None],
    ) -> None:
        def happen() -> None:
            try:
                changes = call(self.notes)
            except Exception as error:  # noqa: BLE001 - as the worker does
                failed(error)
            else:
                done(changes)

        self.held.append(happen)

    def happen(self) -> None:
        self.held.pop(0)()


class Note:
    """A note that is being written, its saver and its vault."""

    def __init__(self, clock: FixedClock) -> None:
        self.jobs = HeldJobs()
        self.text = ""
        ids = SessionId(new_id()), ClientId(new_id())
        self.saver = NoteSaver(cast(Jobs, self.jobs), clock, Autosave(IDLE, LONGEST), *ids)
        self.saver.lines = lambda: (Line(self.text),)

    def type(self, text: str) -> None:
        self.text += text
        self.saver.edited()

    @property
    def saved(self) -> list[str]:
        return self.jobs.notes.saved


@pytest.fixture
def note(clock: FixedClock, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[Note]:
    monkeypatch.setattr(autosave, "RETRY", RETRY)
    note = Note(clock)
    yield note
    note.saver.stop()


def test_a_pause_saves_the_newest_text(note: Note, qtbot: QtBot) -> None:
    note.type("o")
    note.type("ne")
    assert note.jobs.held == []
    qtbot.waitUntil(lambda: bool(note.jobs.held))
    note.type(" more")
    note.jobs.happen()
    assert note.saved == ["one"]
    qtbot.waitUntil(lambda: bool(note.jobs.held))
    note.jobs.happen()
    assert note.saved == ["one", "one more"]
    assert not note.saver.has_unsaved


def test_saved_is_only_said_once_it_is(note: Note, qtbot: QtBot, clock: FixedClock) -> None:
    assert note.saver.standing.saved is Saved.UNTOUCHED
    note.type("one")
    qtbot.waitUntil(lambda: bool(note.jobs.held))
    assert note.saver.standing.saved is Saved.UNTOUCHED
    clock.move(timedelta(minutes=1))
    with qtbot.waitSignal(note.saver.changed):
        note.jobs.happen()
    assert note.saver.standing.saved is Saved.SAVED
    assert note.saver.standing.at == clock.now()


def test_two_writes_are_never_on_their_way(note: Note, qtbot: QtBot) -> None:
    note.type("one")
    qtbot.waitUntil(lambda: bool(note.jobs.held))
    note.type("two")
    note.saver.save_now()
    qtbot.wait(LONGEST + IDLE)
    assert len(note.jobs.held) == 1


def test_a_slow_write_is_said(note: Note, qtbot: QtBot) -> None:
    note.type("one")
    qtbot.waitUntil(lambda: bool(note.jobs.held))
    qtbot.waitUntil(lambda: note.saver.standing.saved is Saved.SLOW)
    note.jobs.happen()
    assert note.saver.standing.saved is Saved.SAVED


def test_a_failure_keeps_the_text_and_is_tried_again(
    note: Note, qtbot: QtBot, clock: FixedClock
) -> None:
    note.jobs.notes.failure = SaveNotDurable()
    note.type("one")
    qtbot.waitUntil(lambda: bool(note.jobs.held))
    note.jobs.happen()
    standing = note.saver.standing
    assert standing.saved is Saved.FAILED
    assert isinstance(standing.error, SaveNotDurable)
    assert standing.at is not None
    assert timedelta(0) <= clock.now().utc - standing.at.utc < timedelta(seconds=5)
    note.type(" two")
    note.saver.save_now()
    assert note.jobs.held == []
    qtbot.waitUntil(lambda: bool(note.jobs.held))
    assert note.saver.standing.saved is Saved.FAILED
    note.jobs.notes.failure = None
    note.jobs.happen()
    assert note.saver.standing.saved is Saved.SAVED
    assert note.saved == ["one two"]


def test_leaving_saves_without_waiting(note: Note) -> None:
    note.saver.save_now()
    assert note.jobs.held == []
    note.type("one")
    note.saver.save_now()
    assert len(note.jobs.held) == 1


def test_before_a_lock_everything_unsaved_can_be_saved(note: Note, qtbot: QtBot) -> None:
    assert note.saver.unsaved() is None
    note.type("one")
    qtbot.waitUntil(lambda: bool(note.jobs.held))
    note.type(" two")
    saving = note.saver.unsaved()
    assert saving is not None
    saving(cast(Workspace, note.jobs.notes))
    assert note.saved == ["one two"]


def test_a_note_that_is_left_keeps_its_own_text(note: Note, qtbot: QtBot) -> None:
    note.type("one")
    note.saver.keep()
    note.text = "another note"
    qtbot.waitUntil(lambda: bool(note.jobs.held))
    note.jobs.happen()
    assert note.saved == ["one"]
