"""Whatever is typed, pasted, cut, marked and undone: the note is what a plain text would be."""

from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest

from app.records.session_notes.record import Mark, from_bytes, to_bytes
from app.records.session_notes.text import paragraphs, pieces
from tests.support.fixed_clock import FixedClock
from ui.pages.session import document, lines
from ui.pages.session import editor as editing
from ui.pages.session.block_format import line_of
from ui.pages.session.editor import NoteEditor
from ui.pages.session.lines import to_lines, to_paragraphs

PIECE = 8  # characters, so that paragraphs are cut all the time

WRITTEN = st.text("ab ", min_size=1, max_size=12)
PASTED = st.text("ab \n\r\t\u2028\u2029\u00a0é😀\0", max_size=40) | st.text(max_size=10)
STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("type"), WRITTEN),
        st.tuples(st.just("paste"), PASTED),
        st.tuples(st.just("place"), st.floats(0, 1), st.floats(0, 1) | st.none()),
        st.tuples(st.sampled_from(["enter", "backspace", "delete", "undo", "redo"])),
        st.tuples(st.just("mark"), st.sampled_from([m for m in Mark if m])),
    ),
    max_size=25,
)


@pytest.fixture
def short_pieces(monkeypatch: pytest.MonkeyPatch) -> None:
    for module in (document, editing):
        monkeypatch.setattr(module, "PIECE_LIMIT", PIECE)
    monkeypatch.setattr(document, "CUT", PIECE * 5 // 8)

    def short(text: str, longest: int = PIECE) -> tuple[str, ...]:
        return pieces(text, longest)

    for module in (document, lines):
        monkeypatch.setattr(module, "pieces", short)


class Writer:
    """Does a step in the editor and on a plain string, and compares."""

    def __init__(self, editor: NoteEditor, clock: FixedClock) -> None:
        self.editor = editor
        self.clock = clock
        editor.load(to_lines(()))
        self.text = ""

    def do(self, step: tuple[object, ...]) -> None:
        self.clock.move(timedelta(minutes=1))
        name, *values = step
        getattr(self, str(name))(*values)
        self.check()

    def type(self, text: str) -> None:
        for character in text:
            start, end = self.selection()
            QTest.keyClicks(self.editor, character)
            self.text = self.text[:start] + character + self.text[end:]

    def paste(self, text: str) -> None:
        start, end = self.selection()
        data = QMimeData()
        data.setText(text)
        self.editor.insertFromMimeData(data)
        self.text = self.text[:start] + "\n".join(paragraphs(text)) + self.text[end:]

    def place(self, caret: float, anchor: float | None) -> None:
        last = self.editor.note.characterCount() - 1
        self.editor.place_caret(round(caret * last))
        cursor = self.editor.textCursor()
        if anchor is not None:
            self.editor.place_caret(round(anchor * last))
            cursor.setPosition(self.editor.textCursor().position(), QTextCursor.MoveMode.KeepAnchor)
        self.editor.setTextCursor(cursor)

    def enter(self) -> None:
        start, end = self.selection()
        QTest.keyClick(self.editor, Qt.Key.Key_Return)
        self.text = self.text[:start] + "\n" + self.text[end:]

    def backspace(self) -> None:
        start, end = self.selection()
        if start == end:
            start = max(0, start - 1)
        QTest.keyClick(self.editor, Qt.Key.Key_Backspace)
        self.text = self.text[:start] + self.text[end:]

    def delete(self) -> None:
        start, end = self.selection()
        if start == end:
            end = min(len(self.text), end + 1)
        QTest.keyClick(self.editor, Qt.Key.Key_Delete)
        self.text = self.text[:start] + self.text[end:]

    def undo(self) -> None:
        self.editor.undo()
        self.text = joined(self.editor)

    def redo(self) -> None:
        self.editor.redo()
        self.text = joined(self.editor)

    def mark(self, mark: Mark) -> None:
        self.editor.toggle_mark(mark)

    def repeat(self, step: str) -> None:
        """Undoes or redoes as often as there is something left."""
        note = self.editor.note
        while note.isUndoAvailable() if step == "undo" else note.isRedoAvailable():
            self.do((step,))

    def selection(self) -> tuple[int, int]:
        """Start and end in the plain string."""
        cursor, note = self.editor.textCursor(), self.editor.note
        return (
            len(note.text_between(0, cursor.selectionStart())),
            len(note.text_between(0, cursor.selectionEnd())),
        )

    def check(self) -> None:
        note = self.editor.note
        blocks = [note.findBlockByNumber(number) for number in range(note.blockCount())]
        assert list(note.lines) == [line_of(block) for block in blocks]
        assert note.characters == sum(len(line.text) for line in note.lines)
        assert joined(self.editor) == self.text
        assert note.text_between(0, note.characterCount() - 1) == self.text
        for before, line, block in zip((None, *note.lines), note.lines, blocks, strict=False):
            assert len(line.text) <= PIECE
            assert block.blockFormat().topMargin() == (0 if line.continued else 16)
            if line.continued:
                assert before is not None
                assert (line.at, line.mark) == (before.at, before.mark)
        for line, after in zip(note.lines, (*note.lines[1:], None), strict=True):
            goes_on = after is not None and after.continued
            if not line.continued:
                assert (line.at is None) == (not line.text and not goes_on)
        stored = to_bytes(to_paragraphs(note.lines))
        assert to_paragraphs(to_lines(from_bytes(stored))) == to_paragraphs(note.lines)


def joined(editor: NoteEditor) -> str:
    """The note as a plain text."""
    return "\n".join(p.text for p in to_paragraphs(editor.lines()))


@pytest.mark.usefixtures("short_pieces")
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=STEPS)
def test_editing_is_what_a_plain_text_would_be(
    editor: NoteEditor, clock: FixedClock, steps: list[tuple[object, ...]]
) -> None:
    writer = Writer(editor, clock)
    for step in steps:
        writer.do(step)
    writer.repeat("redo")
    end = editor.lines()
    writer.repeat("undo")
    assert joined(editor) == ""
    writer.repeat("redo")
    assert editor.lines() == end
