"""The editor keeps what comes in as it came, and says when it has no room."""

from collections.abc import Callable
from datetime import timedelta
from time import perf_counter

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QInputMethodEvent, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.core.errors import NoteTooLong
from app.records.session_notes.record import Mark
from app.records.session_notes.text import NOTE_LIMIT, PARAGRAPH_LIMIT
from tests.support.fixed_clock import FixedClock
from ui.pages.session.editor import NoteEditor
from ui.pages.session.lines import Line
from ui.theme.switcher import Theme

Paste = Callable[[str], None]


@pytest.fixture
def paste(editor: NoteEditor) -> Paste:
    def paste(text: str) -> None:
        data = QMimeData()
        data.setHtml("<b>never this</b>")
        data.setText(text)
        editor.insertFromMimeData(data)

    return paste


def texts(editor: NoteEditor) -> list[str]:
    return [line.text for line in editor.lines()]


def marks(editor: NoteEditor) -> list[Mark]:
    return [line.mark for line in editor.lines()]


def times(editor: NoteEditor) -> list[str]:
    return [f"{line.at.local:%H:%M}" if line.at else "" for line in editor.lines()]


# Times


def test_a_paragraph_has_the_time_of_its_first_character(
    editor: NoteEditor, clock: FixedClock
) -> None:
    clock.move(timedelta(minutes=1))
    QTest.keyClicks(editor, "one")
    clock.move(timedelta(minutes=5))
    QTest.keyClicks(editor, " more")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    assert times(editor) == ["10:13", ""]
    clock.move(timedelta(minutes=2))
    QTest.keyClicks(editor, "two")
    assert times(editor) == ["10:13", "10:20"]


def test_what_is_written_anew_has_a_new_time(editor: NoteEditor, clock: FixedClock) -> None:
    QTest.keyClicks(editor, "x")
    QTest.keyClick(editor, Qt.Key.Key_Backspace)
    assert times(editor) == [""]
    clock.move(timedelta(minutes=9))
    QTest.keyClicks(editor, "y")
    assert times(editor) == ["10:21"]


def test_what_a_menu_takes_away_takes_its_time_along(editor: NoteEditor, qtbot: QtBot) -> None:
    QTest.keyClicks(editor, "one")
    editor.selectAll()
    editor.cut()
    qtbot.waitUntil(lambda: times(editor) == [""])
    editor.undo()
    assert (texts(editor), times(editor)) == (["one"], ["10:12"])
    qtbot.wait(10)
    assert editor.note.isRedoAvailable()


def test_both_halves_of_a_paragraph_keep_time_and_mark(
    editor: NoteEditor, clock: FixedClock
) -> None:
    QTest.keyClicks(editor, "> one two")
    clock.move(timedelta(minutes=3))
    editor.place_caret(3)
    QTest.keyClick(editor, Qt.Key.Key_Return)
    assert texts(editor) == ["one", " two"]
    assert times(editor) == ["10:12", "10:12"]
    assert marks(editor) == [Mark.QUOTE, Mark.QUOTE]


def test_enter_at_the_beginning_pushes_the_paragraph_down(
    editor: NoteEditor, clock: FixedClock
) -> None:
    QTest.keyClicks(editor, "> one")
    clock.move(timedelta(minutes=3))
    editor.place_caret(0)
    QTest.keyClick(editor, Qt.Key.Key_Return)
    assert texts(editor) == ["", "one"]
    assert times(editor) == ["", "10:12"]
    assert marks(editor) == [Mark.NONE, Mark.QUOTE]


def test_the_time_can_be_put_in(editor: NoteEditor) -> None:
    QTest.keyClicks(editor, "set aside ")
    editor.insert_time()
    assert texts(editor) == ["set aside 10:12 "]


# Marks


@pytest.mark.parametrize(
    ("prefix", "mark"),
    [
        ("! ", Mark.INSIGHT),
        ("? ", Mark.CONCERN),
        ("> ", Mark.QUOTE),
        ("[] ", Mark.COMMITMENT),
    ],
)
def test_a_typed_prefix_becomes_a_mark(editor: NoteEditor, prefix: str, mark: Mark) -> None:
    QTest.keyClicks(editor, f"{prefix}So it is.")
    assert editor.lines()[0].mark is mark
    assert texts(editor) == ["So it is."]
    QTest.keyClick(editor, Qt.Key.Key_Return)
    assert marks(editor) == [mark, Mark.NONE]


def test_a_prefix_within_a_paragraph_is_text(editor: NoteEditor) -> None:
    QTest.keyClicks(editor, "no! really? > [] yes")
    assert texts(editor) == ["no! really? > [] yes"]
    assert marks(editor) == [Mark.NONE]


def test_a_pasted_prefix_is_text(editor: NoteEditor, paste: Paste) -> None:
    paste("! as it stands")
    assert texts(editor) == ["! as it stands"]
    assert marks(editor) == [Mark.NONE]


def test_a_mark_is_set_changed_cleared_and_undone(editor: NoteEditor) -> None:
    QTest.keyClicks(editor, "one")
    seen: list[Mark] = []
    editor.mark_changed.connect(seen.append)
    editor.toggle_mark(Mark.INSIGHT)
    editor.toggle_mark(Mark.QUOTE)
    editor.toggle_mark(Mark.QUOTE)
    assert seen == [Mark.INSIGHT, Mark.QUOTE, Mark.NONE]
    editor.undo()
    assert marks(editor) == [Mark.QUOTE]
    editor.redo()
    assert marks(editor) == [Mark.NONE]


def test_undo_takes_back_a_paragraph_with_its_time_in_one_step(editor: NoteEditor) -> None:
    QTest.keyClicks(editor, "one")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    QTest.keyClicks(editor, "two")
    editor.undo()
    assert texts(editor) == ["one", ""]
    assert times(editor) == ["10:12", ""]


def test_a_mark_is_told_when_the_caret_comes_to_it(editor: NoteEditor) -> None:
    QTest.keyClicks(editor, "! one")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    QTest.keyClicks(editor, "two")
    editor.show()
    seen: list[Mark] = []
    editor.mark_changed.connect(seen.append)
    QTest.keyClick(editor, Qt.Key.Key_Up)
    QTest.keyClick(editor, Qt.Key.Key_Down)
    assert seen == [Mark.INSIGHT, Mark.NONE]


# What comes in, and goes out


def test_only_the_plain_text_of_what_is_pasted_comes_in(editor: NoteEditor, paste: Paste) -> None:
    paste("\ufeffone\r\ntwo\u2028still two\r\u00a0three\ttab \ud800\0")
    assert texts(editor) == ["one", "two\u2028still two", "\u00a0three\ttab \0"]
    assert times(editor) == ["10:12", "10:12", "10:12"]


def test_copied_text_is_what_was_typed(editor: NoteEditor, paste: Paste) -> None:
    text = "\u00a0one\u2028two  three\n\nword " + "long " * 2_000
    paste(text)
    editor.selectAll()
    copied = editor.createMimeDataFromSelection()
    assert copied.text() == text
    assert not copied.hasHtml()
    assert bytes(copied.data("x-kde-passwordManagerHint").data()) == b"secret"


def test_a_huge_paste_is_refused_at_once_and_changes_nothing(
    editor: NoteEditor, paste: Paste
) -> None:
    QTest.keyClicks(editor, "before")
    refused: list[Exception] = []
    editor.refused.connect(refused.append)
    begun = perf_counter()
    paste("x\n" * 2_500_000)
    assert perf_counter() - begun < 1
    assert [type(error) for error in refused] == [NoteTooLong]
    assert texts(editor) == ["before"]


def test_a_full_note_takes_no_more_keys(editor: NoteEditor, paste: Paste) -> None:
    refused: list[Exception] = []
    editor.refused.connect(refused.append)
    paste("word " * (NOTE_LIMIT // 5))
    assert not refused
    QTest.keyClicks(editor, "x")
    assert [type(error) for error in refused] == [NoteTooLong]
    assert editor.note.characters == NOTE_LIMIT
    QTest.keyClick(editor, Qt.Key.Key_Backspace)
    QTest.keyClicks(editor, "y")
    assert editor.lines()[-1].text.endswith("wordy")


def test_a_note_with_all_its_paragraphs_takes_no_more_but_may_be_replaced(
    editor: NoteEditor, paste: Paste
) -> None:
    refused: list[Exception] = []
    editor.refused.connect(refused.append)
    begun = perf_counter()
    paste("x\n" * (PARAGRAPH_LIMIT - 1))
    assert perf_counter() - begun < 5  # silent for ten seconds, a window is ended
    assert not refused
    QTest.keyClick(editor, Qt.Key.Key_Return)
    paste("one\ntwo")
    assert [type(error) for error in refused] == [NoteTooLong, NoteTooLong]
    assert len(editor.lines()) == PARAGRAPH_LIMIT
    editor.selectAll()
    paste("y\n" * (PARAGRAPH_LIMIT - 1))
    assert len(refused) == 2
    assert texts(editor)[:2] == ["y", "y"]


def test_what_an_input_method_commits_comes_in(editor: NoteEditor) -> None:
    for text in ("漢", "字", " ", "e\u0301"):
        event = QInputMethodEvent()
        event.setCommitString(text)
        QApplication.sendEvent(editor, event)
    assert texts(editor) == ["漢字 e\u0301"]
    assert times(editor) == ["10:12"]
    odd = QInputMethodEvent()
    odd.setCommitString("a\nb\ufdd0")
    QApplication.sendEvent(editor, odd)
    assert texts(editor) == ["漢字 e\u0301a", "b"]


def test_an_input_method_can_type_a_prefix(editor: NoteEditor) -> None:
    for text in ("!", " "):
        event = QInputMethodEvent()
        event.setCommitString(text)
        QApplication.sendEvent(editor, event)
    assert texts(editor) == [""]
    assert marks(editor) == [Mark.INSIGHT]


def test_shift_enter_breaks_a_line_within_the_paragraph(editor: NoteEditor) -> None:
    QTest.keyClicks(editor, "one")
    QTest.keyClick(editor, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClicks(editor, "two")
    assert texts(editor) == ["one\u2028two"]


def test_a_note_that_cannot_be_written_takes_nothing(editor: NoteEditor, paste: Paste) -> None:
    editor.load((Line("final"),))
    editor.set_writable(False)
    QTest.keyClicks(editor, "x")
    paste("x")
    editor.toggle_mark(Mark.QUOTE)
    editor.insert_time()
    assert editor.lines() == (Line("final"),)
    editor.selectAll()
    assert editor.createMimeDataFromSelection().text() == "final"


def test_opening_a_note_is_no_edit_and_cannot_be_undone(
    editor: NoteEditor, clock: FixedClock
) -> None:
    edits: list[None] = []
    editor.edited.connect(lambda: edits.append(None))
    editor.load((Line("one", clock.now(), Mark.QUOTE), Line("two", clock.now())))
    assert not edits
    assert not editor.note.isUndoAvailable()
    QTest.keyClicks(editor, "x")
    assert texts(editor) == ["one", "twox"]
    assert len(edits) == 1


# How it is seen


def shown(editor: NoteEditor, paragraphs: int) -> None:
    editor.load(tuple(Line(f"Paragraph {number}") for number in range(paragraphs)))
    editor.show()


def level(editor: NoteEditor) -> float:
    return editor.cursorRect().center().y() / editor.viewport().height()


def test_the_line_being_written_stays_on_a_level(editor: NoteEditor) -> None:
    shown(editor, 3)
    assert editor.verticalScrollBar().maximum() == 0
    for _ in range(40):
        QTest.keyClicks(editor, "x")
        QTest.keyClick(editor, Qt.Key.Key_Return)
        assert level(editor) <= 0.71
    for _ in range(10):
        QTest.keyClick(editor, Qt.Key.Key_Up)
    assert level(editor) >= 0.39


def test_view_state_brings_caret_and_page_back(editor: NoteEditor) -> None:
    shown(editor, 100)
    editor.place_caret(500)
    editor.verticalScrollBar().setValue(1_000)
    state = editor.view_state()
    shown(editor, 100)
    editor.restore_view(state)
    assert editor.textCursor().position() == 500
    assert editor.verticalScrollBar().value() == 1_000


@pytest.mark.parametrize(
    "state", [{}, {"caret": "x", "scroll": None}, {"caret": -5, "scroll": -5}, {"caret": 10**9}]
)
def test_a_view_state_that_fits_nothing_does_no_harm(
    editor: NoteEditor, state: dict[str, object]
) -> None:
    shown(editor, 3)
    editor.restore_view(state)
    assert 0 <= editor.textCursor().position() < editor.note.characterCount()


def test_a_caret_is_never_put_within_a_character(editor: NoteEditor) -> None:
    editor.load((Line("a😀b"),))
    editor.restore_view({"caret": 2, "scroll": 0})
    QTest.keyClicks(editor, "x")
    assert texts(editor) == ["a😀xb"]


def test_another_text_size_keeps_text_and_caret(editor: NoteEditor, theme: Theme) -> None:
    shown(editor, 5)
    editor.place_caret(14)
    before = editor.lines()
    theme.set_text_scale(1.5)
    assert editor.lines() == before
    assert editor.textCursor().position() == 14
    first = editor.note.firstBlock()
    assert first.blockFormat().lineHeight() == 48
    theme.set_text_scale(1.0)


def test_text_and_gutter_give_way_in_a_narrow_window(editor: NoteEditor) -> None:
    editor.resize(1_280, 700)
    editor.show()
    assert editor.lineWrapColumnOrWidth() == 848
    editor.resize(700, 700)
    assert editor.lineWrapColumnOrWidth() <= 664


def test_a_quote_is_set_in_italics_only_on_screen(editor: NoteEditor) -> None:
    QTest.keyClicks(editor, "> said")
    block = editor.note.firstBlock()
    assert [spot.format.fontItalic() for spot in block.layout().formats()] == [True]
    cursor = QTextCursor(block)
    cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
    assert not cursor.charFormat().fontItalic()
