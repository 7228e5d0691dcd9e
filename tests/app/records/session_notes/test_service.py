"""A note is a draft until it is final, and final means final."""

import pytest

from app.core.errors import NoteIsFinal
from app.core.ids import ClientId
from app.records.session_notes.record import Mark, Paragraph, SessionNote
from app.storage.database import Database
from app.workspace import Workspace
from crypto.errors import ConstraintRefused
from tests.support.fixed_clock import FixedClock
from tests.support.workspaces import hold_session


def a_note(workspace: Workspace, clock: FixedClock, client: ClientId) -> SessionNote:
    session = hold_session(workspace, clock, client)
    paragraphs = (
        Paragraph("Two quiet minutes first.", clock.now()),
        Paragraph("\u00a0“I hadn’t decided”\u2028anything. \t", clock.now(), Mark.QUOTE),
        Paragraph(""),
    )
    note = SessionNote(session, client, paragraphs)
    workspace.session_notes.autosave(note)
    return note


def test_a_draft_is_read_back_as_it_was_typed(
    workspace: Workspace, clock: FixedClock, amara: ClientId
) -> None:
    note = a_note(workspace, clock, amara)
    assert workspace.session_notes.get(note.session, amara) == note


def test_a_final_note_keeps_its_text_and_is_a_draft_no_longer(
    workspace: Workspace, clock: FixedClock, amara: ClientId
) -> None:
    note = a_note(workspace, clock, amara)
    workspace.session_notes.make_final(note.session, amara)
    final = workspace.session_notes.get(note.session, amara)
    assert final.paragraphs == note.paragraphs
    assert final.final_at == clock.now()


def test_a_final_note_cannot_be_written_over(
    workspace: Workspace, clock: FixedClock, amara: ClientId
) -> None:
    note = a_note(workspace, clock, amara)
    workspace.session_notes.make_final(note.session, amara)
    with pytest.raises(NoteIsFinal):
        workspace.session_notes.autosave(note)
    with pytest.raises(NoteIsFinal):
        workspace.session_notes.make_final(note.session, amara)
    for statement in ("UPDATE session_notes SET content = x''", "DELETE FROM session_notes"):
        with pytest.raises(ConstraintRefused), Database(workspace._vault).write() as writer:
            writer.execute(statement)


def test_a_session_without_words_has_an_empty_note(
    workspace: Workspace, clock: FixedClock, amara: ClientId
) -> None:
    session = hold_session(workspace, clock, amara)
    assert workspace.session_notes.get(session, amara).is_empty


def test_a_list_is_told_how_a_note_begins_without_the_rest(
    workspace: Workspace, clock: FixedClock, amara: ClientId
) -> None:
    note = a_note(workspace, clock, amara)
    assert workspace.session_notes.beginning(note.session) == ("Two quiet minutes first.", False)
    workspace.session_notes.make_final(note.session, amara)
    assert workspace.session_notes.beginning(note.session) == ("Two quiet minutes first.", True)


def test_a_note_begins_with_what_is_not_blank(
    workspace: Workspace, clock: FixedClock, amara: ClientId
) -> None:
    session = hold_session(workspace, clock, amara)
    assert workspace.session_notes.beginning(session) == ("", False)
    blank = SessionNote(session, amara, (Paragraph(""), Paragraph(" \u2028\t")))
    workspace.session_notes.autosave(blank)
    assert workspace.session_notes.beginning(session) == ("", False)
    more = SessionNote(session, amara, (*blank.paragraphs, Paragraph("\u00a0So.")))
    workspace.session_notes.autosave(more)
    assert workspace.session_notes.beginning(session) == ("\u00a0So.", False)
