"""A session from its first key to its final note, on a real vault."""

from collections.abc import Generator
from contextlib import contextmanager
from datetime import timedelta
from time import perf_counter

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from app.core.changes import Changes, Kind
from app.core.ids import SessionId
from app.records.session_notes.record import Mark, Paragraph, SessionNote
from app.records.session_notes.service import SessionNoteService
from crypto.errors import SaveNotDurable, VaultDamaged
from tests.support.accessible_names import nameless
from tests.support.desk import Desk, add_clients
from tests.support.find import find
from tests.support.workspaces import hold_session
from ui.pages.session import autosave
from ui.pages.session.editor import NoteEditor
from ui.pages.session.mark_button import MarkButton
from ui.pages.session.page import SessionPage
from ui.pages.session.view_model import SessionModel
from ui.places.navigation import PageId, Place
from ui.widgets.button import Button

CONTROL = Qt.KeyboardModifier.ControlModifier
BUSY = 2  # times as long as it may take, for a machine that does other things besides
AWKWARD = " \u00a0nbsp\u2028line\ttab  \nשלום 👩🏽‍🚀\n\ne\u0301 NUL\0 end "


@pytest.fixture
def page(desk: Desk) -> SessionPage:
    """The page, not shown yet."""
    model = SessionModel(desk.jobs, desk.clock, desk.theme.tokens)
    page = SessionPage(desk.theme, model, desk.navigation, desk.registry, desk.clock)
    model.setParent(page)
    desk.before_lock(model, model.unsaved)
    return page


@pytest.fixture
def running(desk: Desk, page: SessionPage) -> Place:
    """A session with Amara that has just begun, on screen."""
    place = begin(desk, "Amara Osei")
    desk.show(page, place)
    return place


def begin(desk: Desk, name: str) -> Place:
    """A session with a new client."""
    (client,) = add_clients(desk, name)
    changes = desk.ask(lambda workspace: workspace.start_session(client))
    return Place(PageId.SESSION, client=client, session=SessionId(changes.id_of(Kind.SESSION)))


def held(desk: Desk, note: str = "A draft.") -> Place:
    """A session that has ended."""
    (client,) = add_clients(desk, "Amara Osei")
    session = desk.ask(lambda workspace: hold_session(workspace, desk.clock, client, note))
    return Place(PageId.SESSION, client=client, session=session)


def stored(desk: Desk, place: Place) -> SessionNote:
    session, client = place.session, place.client
    assert session is not None
    assert client is not None
    return desk.ask(lambda workspace: workspace.session_notes.get(session, client))


def editor_of(desk: Desk) -> NoteEditor:
    return find(desk.window, NoteEditor, "session.editor")


def words(desk: Desk) -> list[str]:
    labels = desk.window.findChildren(QLabel)
    return [label.text() for label in labels if label.isVisible() and label.text()]


def wait_for_words(desk: Desk, qtbot: QtBot, text: str) -> None:
    qtbot.waitUntil(lambda: text in words(desk))


@contextmanager
def full_disk(monkeypatch: pytest.MonkeyPatch) -> Generator[None]:
    """No note reaches the disk meanwhile."""

    def fail(self: SessionNoteService, note: SessionNote) -> None:
        raise SaveNotDurable

    with monkeypatch.context() as patch:
        patch.setattr(autosave, "RETRY", 100)
        patch.setattr(SessionNoteService, "autosave", fail)
        yield


# Writing


def test_the_editor_has_the_focus_from_the_first_moment(desk: Desk, running: Place) -> None:
    assert desk.focus() is editor_of(desk)
    assert {"Amara Osei", "Session 1", "10:12", "0 min"} <= set(words(desk))
    assert "Saved 10:12" not in words(desk)


def test_text_is_in_the_vault_soon_after_a_pause(desk: Desk, running: Place, qtbot: QtBot) -> None:
    desk.type("She knows.")
    begun = perf_counter()
    with qtbot.waitSignal(desk.jobs.changed):
        pass
    assert perf_counter() - begun < 0.3 * BUSY
    assert "Saved 10:12" in words(desk)
    assert stored(desk, running).paragraphs == (Paragraph("She knows.", desk.clock.now()),)


def test_typing_without_a_pause_is_saved_every_second(
    desk: Desk, running: Place, qtbot: QtBot
) -> None:
    saves: list[float] = []

    def saved(_: Changes) -> None:
        saves.append(perf_counter())

    desk.jobs.changed.connect(saved)
    begun = perf_counter()
    while perf_counter() - begun < 2.2:
        desk.type("x")
        qtbot.wait(40)
    assert len(saves) in (1, 2)
    assert saves[0] - begun < 1.0 * BUSY


def test_a_note_opens_again_exactly_as_typed(desk: Desk, running: Place, qtbot: QtBot) -> None:
    desk.type("! first")
    desk.key(Qt.Key.Key_Return)
    data = QMimeData()
    data.setText(AWKWARD)
    editor_of(desk).insertFromMimeData(data)
    lines = editor_of(desk).lines()
    other = begin(desk, "Joel Pennington")
    desk.navigation.go(other)
    desk.rest()
    assert [line.text for line in editor_of(desk).lines()] == [""]
    desk.navigation.back()
    desk.rest()
    assert editor_of(desk).lines() == lines
    texts = [paragraph.text for paragraph in stored(desk, running).paragraphs]
    assert texts == ["first", *AWKWARD.split("\n")]
    assert stored(desk, running).paragraphs[0].mark is Mark.INSIGHT


def test_keys_mark_the_paragraph_and_buttons_show_it(desk: Desk, running: Place) -> None:
    desk.type("one")
    insight = find(desk.window, MarkButton, "session.mark.insight")
    quote = find(desk.window, MarkButton, "session.mark.quote")
    desk.key(Qt.Key.Key_1, CONTROL)
    assert insight.isChecked()
    QTest.mouseClick(quote, Qt.MouseButton.LeftButton)
    assert (insight.isChecked(), quote.isChecked()) == (False, True)
    assert desk.focus() is editor_of(desk)
    QTest.mouseClick(quote, Qt.MouseButton.LeftButton)
    assert not quote.isChecked()
    assert editor_of(desk).lines()[0].mark is Mark.NONE


def test_ctrl_t_puts_the_time_in(desk: Desk, running: Place) -> None:
    desk.key(Qt.Key.Key_T, CONTROL)
    assert editor_of(desk).lines()[0].text == "10:12 "


def test_the_time_line_goes_on_with_the_clock(desk: Desk, page: SessionPage) -> None:
    place = begin(desk, "Amara Osei")
    desk.clock.move(timedelta(minutes=65))
    desk.show(page, place)
    assert {"11:17", "1 h 5 min"} <= set(words(desk))
    assert find(desk.window, QLabel, "session.length").accessibleName() == "65 minutes"


# When saving fails


def test_a_failure_is_said_and_made_good(
    desk: Desk, running: Place, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    sentence = (
        "Not saved since 10:12: the disk is full. Your text is still here."
        " Free some space; Underrose tries again every 5 seconds."
    )
    desk.clock.move(timedelta(seconds=30))
    with full_disk(monkeypatch):
        desk.type("Not lost.")
        wait_for_words(desk, qtbot, "Not saved")
        assert sentence in words(desk)
        desk.type(" Nor this.")
        desk.clock.move(timedelta(minutes=3))
        qtbot.wait(250)
        assert sentence in words(desk)
        assert desk.troubles == []
    wait_for_words(desk, qtbot, "Saved 10:15")
    assert sentence not in words(desk)
    assert stored(desk, running).paragraphs[0].text == "Not lost. Nor this."


def test_what_could_not_be_saved_is_kept_when_another_session_is_opened(
    desk: Desk, running: Place, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = begin(desk, "Joel Pennington")
    with full_disk(monkeypatch):
        desk.type("Amara's.")
        wait_for_words(desk, qtbot, "Not saved")
        desk.navigation.go(other)
        desk.rest()
        assert editor_of(desk).lines()[0].text == ""
        desk.navigation.back()
        desk.rest()
        assert editor_of(desk).lines()[0].text == "Amara's."
        desk.type(" More.")
        desk.navigation.forward()
        desk.rest()
    desk.lock()
    assert stored(desk, running).paragraphs[0].text == "Amara's. More."
    assert stored(desk, other).paragraphs == ()


def test_a_note_left_unsaved_is_saved_in_the_background(
    desk: Desk, running: Place, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = begin(desk, "Joel Pennington")
    with full_disk(monkeypatch):
        desk.type("Amara's.")
        wait_for_words(desk, qtbot, "Not saved")
        desk.navigation.go(other)
        desk.rest()
    qtbot.waitUntil(lambda: bool(stored(desk, running).paragraphs))
    desk.rest()


def test_a_paste_that_does_not_fit_is_refused_below_the_text(desk: Desk, running: Place) -> None:
    data = QMimeData()
    data.setText("x" * 5_000_000)
    editor_of(desk).insertFromMimeData(data)
    refusal = (
        "A note holds half a million characters in 20,000 paragraphs; this would be more."
        " Nothing was added. Take a shorter piece."
    )
    assert refusal in words(desk)
    desk.type("x")
    assert refusal not in words(desk)


def test_a_lock_saves_what_was_just_typed(desk: Desk, running: Place) -> None:
    desk.lock()
    desk.type("Just now.")
    desk.lock()
    assert stored(desk, running).paragraphs[0].text == "Just now."


# The end


def test_ctrl_enter_saves_ends_and_goes_to_the_sessions(desk: Desk, running: Place) -> None:
    desk.type("The end.")
    desk.key(Qt.Key.Key_Return, CONTROL)
    assert desk.places[-1] == Place(PageId.CLIENT, client=running.client, tab="sessions")
    assert desk.ask(lambda workspace: workspace.sessions.running()) == ()
    assert stored(desk, running).paragraphs[0].text == "The end."


def test_ending_twice_is_no_trouble(desk: Desk, running: Place) -> None:
    action = desk.registry.action("session.end")
    action.trigger()
    action.trigger()
    desk.rest()
    assert desk.troubles == []
    assert desk.places[-1].page is PageId.CLIENT


def test_a_session_does_not_end_while_its_note_cannot_be_saved(
    desk: Desk, running: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    with full_disk(monkeypatch):
        desk.type("Not lost.")
        desk.press("session.end")
        assert len(desk.ask(lambda workspace: workspace.sessions.running())) == 1
        assert desk.places[-1] == running
        assert [type(error) for error in desk.troubles] == [SaveNotDurable]
    desk.press("session.end")
    assert stored(desk, running).paragraphs[0].text == "Not lost."


def test_a_draft_can_be_written_on_after_the_end(desk: Desk, page: SessionPage) -> None:
    place = held(desk)
    desk.show(page, place)
    assert "10:12 to 11:12, today" in words(desk)
    assert not find(desk.window, Button, "session.end").isVisible()
    desk.type(" Written afterwards.")
    desk.key(Qt.Key.Key_Escape)
    assert desk.places[-1] == Place(PageId.CLIENT, client=place.client, tab="sessions")
    desk.lock()
    assert stored(desk, place).paragraphs[0].text == "A draft. Written afterwards."


def test_making_a_note_final_asks_first(desk: Desk, page: SessionPage) -> None:
    place = held(desk)
    desk.show(page, place)
    desk.type(" More.")
    desk.press("session.make_final")
    assert {"Make this note final?", "From then on it can be read, but no longer changed."} <= set(
        words(desk)
    )
    assert desk.focus() is find(desk.window, Button, "confirm.safe")
    desk.press("confirm.safe")
    assert stored(desk, place).final_at is None
    desk.press("session.make_final")
    desk.press("confirm.other")
    note = stored(desk, place)
    assert note.final_at == desk.clock.now()
    assert note.paragraphs[0].text == "A draft. More."
    assert "Final since today" in words(desk)


def test_a_note_that_could_not_be_made_final_can_be_written_on(
    desk: Desk, page: SessionPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = held(desk)
    desk.show(page, place)

    def refuse(*_: object) -> Changes:
        raise SaveNotDurable

    with monkeypatch.context() as failing:
        failing.setattr(SessionNoteService, "make_final", refuse)
        desk.press("session.make_final")
        desk.press("confirm.other")
    assert not editor_of(desk).isReadOnly()
    editor_of(desk).setFocus()
    desk.type(" More.")
    desk.press("session.make_final")
    desk.press("confirm.other")
    note = stored(desk, place)
    assert note.final_at is not None
    assert note.paragraphs[0].text == "A draft. More."


def test_a_final_note_can_only_be_read(desk: Desk, page: SessionPage) -> None:
    place = held(desk)
    session, client = place.session, place.client
    assert session is not None
    assert client is not None
    desk.ask(lambda workspace: workspace.session_notes.make_final(session, client))
    desk.show(page, place)
    assert editor_of(desk).isReadOnly()
    desk.type("x")
    assert editor_of(desk).lines()[0].text == "A draft."
    for name in ("session.end", "session.make_final"):
        assert not find(desk.window, Button, name).isVisible()
    assert not find(desk.window, MarkButton, "session.mark.quote").isVisible()
    assert page.view_state() == {"caret": 0, "scroll": 0}
    assert not desk.registry.is_enabled("session.time")


def test_an_empty_note_cannot_be_made_final(desk: Desk, page: SessionPage) -> None:
    desk.show(page, held(desk, note=""))
    button = find(desk.window, Button, "session.make_final")
    assert not button.isEnabled()
    assert button.toolTip() == "Nothing is written yet."
    desk.type("x")
    assert button.isEnabled()
    assert desk.registry.is_enabled("session.make_final")


# Coming and going


def test_nothing_can_be_written_before_the_note_is_there(
    desk: Desk, running: Place, page: SessionPage
) -> None:
    desk.type("Amara's.")
    other = begin(desk, "Joel Pennington")
    page.open_place(other)
    assert editor_of(desk).isReadOnly()
    assert [line.text for line in editor_of(desk).lines()] == [""]
    desk.rest()
    assert not editor_of(desk).isReadOnly()


def test_coming_back_to_the_same_session_leaves_everything_in_its_place(
    desk: Desk, running: Place, page: SessionPage
) -> None:
    desk.type("one two")
    editor_of(desk).place_caret(3)
    page.open_place(running)
    desk.rest()
    desk.type("x")
    assert editor_of(desk).lines()[0].text == "onex two"
    assert editor_of(desk).note.isUndoAvailable()


def test_esc_leaves_no_running_session_and_the_menu_does(desk: Desk, running: Place) -> None:
    """Beside its note there are other clients' names."""
    leave, step_out = (desk.registry.action(id) for id in ("session.leave", "session.step_out"))
    desk.key(Qt.Key.Key_Escape)
    assert desk.places == [running]
    assert (leave.isVisible(), step_out.isVisible()) == (False, True)
    step_out.trigger()
    desk.rest()
    assert desk.places[-1] == Place(PageId.CLIENT, client=running.client, tab="sessions")
    assert desk.ask(lambda workspace: len(workspace.sessions.running())) == 1


def test_esc_closes_the_note_of_a_session_that_ended(desk: Desk, page: SessionPage) -> None:
    desk.show(page, held(desk))
    leave, step_out = (desk.registry.action(id) for id in ("session.leave", "session.step_out"))
    assert (leave.isVisible(), step_out.isVisible()) == (True, False)
    desk.key(Qt.Key.Key_Escape)
    assert desk.places[-1].page is PageId.CLIENT


def test_caret_and_scroll_come_back(desk: Desk, page: SessionPage) -> None:
    desk.show(page, begin(desk, "Joel Pennington"))
    desk.navigation.go(held(desk, note="word " * 2_000))
    page.restore_view({"caret": 77, "scroll": 123})
    assert page.view_state() == {"caret": 77, "scroll": 123}
    desk.rest()
    assert page.view_state() == {"caret": 77, "scroll": 123}


def test_every_control_has_a_name(desk: Desk, running: Place) -> None:
    assert nameless(desk.window) == []
    assert editor_of(desk).accessibleName() == "Session notes, Amara Osei"
    insight = find(desk.window, MarkButton, "session.mark.insight")
    assert insight.accessibleName() == "Mark as insight"


def test_a_note_that_cannot_be_read_says_so_and_can_be_left(
    desk: Desk, page: SessionPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = held(desk)

    def damaged(_session: object, _client: object) -> None:
        raise VaultDamaged

    desk.ask(lambda w: monkeypatch.setattr(w.session_notes, "get", damaged))
    desk.show(page, place)
    assert "This can’t be read" in words(desk)
    assert not editor_of(desk).isVisible()
    desk.press("session.leave")
    assert desk.places[-1] == Place(PageId.CLIENT, client=place.client, tab="sessions")
