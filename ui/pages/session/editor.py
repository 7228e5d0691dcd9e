"""The page to write on: what keys, input methods and the clipboard do to a note."""

from collections.abc import Callable

from PySide6.QtCore import QMimeData, Qt, QTimer, Signal
from PySide6.QtGui import QInputMethodEvent, QKeyEvent, QKeySequence, QTextCursor
from PySide6.QtWidgets import QTextEdit

from app.core.clock import Clock
from app.core.errors import NoteTooLong
from app.records.session_notes.record import Mark
from app.records.session_notes.text import (
    NOTE_LIMIT,
    PARAGRAPH_LIMIT,
    PIECE_LIMIT,
    fitting,
    paragraphs,
)
from ui.pages.session.block_format import is_continued, mark_of
from ui.pages.session.lines import Lines
from ui.pages.session.marks import typed_mark
from ui.pages.session.note_view import NoteView
from ui.pages.session.typewriter import keep_level
from ui.process.clipboard import marked
from ui.theme.switcher import Theme
from ui.widgets.secret_input import learn_nothing
from ui.words.dates import clock_time

READING = (
    Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
)
NOT_TYPED = (
    Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.MetaModifier
)
EMPTY = 1  # the length of a block without text: its separator
NEARLY_EMPTY = 3  # of one with a single character, which may take two of Qt's units


class NoteEditor(NoteView):
    """Takes plain text only, and keeps it as it came."""

    edited = Signal()
    mark_changed = Signal(object)  # Mark of the paragraph with the caret
    refused = Signal(object)  # Exception: what came in had no room

    def __init__(self, theme: Theme, clock: Clock) -> None:
        super().__init__(theme, clock)
        learn_nothing(self)
        self._clock = clock
        self._marked = (-1, Mark.NONE)
        self._soon = QTimer(self)  # after edits that come from menus and drops
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self.note.settle)
        self.note.edited.connect(self.edited)
        self.note.edited.connect(self._look_at_mark)
        self.note.edited.connect(self._soon.start)
        self.cursorPositionChanged.connect(self._look_at_mark)

    def lines(self) -> Lines:
        """The note as it stands."""
        return self.note.lines

    def set_writable(self, writable: bool) -> None:
        """Lets the note be written, or only read: until it is there, and once it is final."""
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextEditorInteraction if writable else READING
        )

    def toggle_mark(self, mark: Mark) -> None:
        """Marks the paragraph with the caret; clears the mark if it is this one already."""
        if not self.isReadOnly():
            cursor = self.textCursor()
            self.note.mark(cursor, Mark.NONE if mark_of(cursor.block()) is mark else mark)

    def insert_time(self) -> None:
        """Puts the time of day in at the caret."""
        if not self.isReadOnly():
            self._insert(f"{clock_time(self._clock.now())} ")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.isReadOnly():
            super().keyPressEvent(event)
            return
        text = "" if event.modifiers() & NOT_TYPED else event.text()
        if event.matches(QKeySequence.StandardKey.InsertParagraphSeparator):
            self._split()
        elif event.key() in (Qt.Key.Key_Backspace, Qt.Key.Key_Delete):
            self._delete(event)
        elif text and text.isprintable():
            self._type(text, lambda: QTextEdit.keyPressEvent(self, event))
        else:
            super().keyPressEvent(event)
        self._after_edit()

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        self.caret.compose(bool(event.preeditString()), self._sheet)
        text = event.commitString()
        if not text or self.isReadOnly():
            super().inputMethodEvent(event)
            return
        if not self._type(text, lambda: QTextEdit.inputMethodEvent(self, event)):
            event.setCommitString("")
            super().inputMethodEvent(event)
        self._after_edit()

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return source.hasText()

    def insertFromMimeData(self, source: QMimeData) -> None:
        if not self.isReadOnly():
            self._insert(source.text())

    def createMimeDataFromSelection(self) -> QMimeData:
        cursor = self.textCursor()
        data = QMimeData()
        data.setText(self.note.text_between(cursor.selectionStart(), cursor.selectionEnd()))
        return marked(data)  # also when it is dragged

    def _type(self, text: str, enter: Callable[[], None]) -> bool:
        """Lets `enter` put typed text in; returns False if it went another way, or nowhere."""
        cursor = self.textCursor()
        if self.note.characters + len(text) > NOTE_LIMIT:
            self.refused.emit(NoteTooLong())
            return False
        if self._typed_mark(text):
            return False
        if paragraphs(text) != (text,):
            self._insert(text)
            return False
        length = cursor.block().length()
        if not cursor.hasSelection() and EMPTY < length <= PIECE_LIMIT:
            enter()
            return True
        cursor.beginEditBlock()
        cursor.removeSelectedText()
        if cursor.block().length() == EMPTY and not is_continued(cursor.block()):
            self.note.begin_paragraph(cursor)
        enter()
        cursor.endEditBlock()
        return True

    def _delete(self, event: QKeyEvent) -> None:
        """Deletes; the cut within a long paragraph is stepped over, as nothing to be deleted."""
        cursor = self.textCursor()
        block = cursor.block()
        back = event.key() == Qt.Key.Key_Backspace
        at_edge = cursor.atBlockStart() if back else cursor.atBlockEnd()
        all_of_it = block.length() <= NEARLY_EMPTY or cursor.hasSelection() or event.modifiers()
        if not (at_edge or all_of_it):
            super().keyPressEvent(event)
            return
        cursor.beginEditBlock()
        if at_edge and not cursor.hasSelection():
            if back and is_continued(block):
                cursor.movePosition(QTextCursor.MoveOperation.PreviousCharacter)
            elif not back and is_continued(block.next()):
                cursor.movePosition(QTextCursor.MoveOperation.NextCharacter)
            self.setTextCursor(cursor)
        super().keyPressEvent(event)
        cursor.endEditBlock()

    def _typed_mark(self, text: str) -> bool:
        """Turns a prefix like "! " into its mark, when `text` completes one."""
        cursor = self.textCursor()
        if text != " " or cursor.hasSelection() or is_continued(cursor.block()):
            return False
        mark = typed_mark(cursor.block().text()[: cursor.positionInBlock()] + text)
        if mark is None:
            return False
        cursor.beginEditBlock()
        cursor.movePosition(QTextCursor.MoveOperation.StartOfBlock, QTextCursor.MoveMode.KeepAnchor)
        cursor.removeSelectedText()
        self.note.mark(cursor, mark)
        cursor.endEditBlock()
        return True

    def _split(self) -> None:
        if self.note.blockCount() >= PARAGRAPH_LIMIT:
            self.refused.emit(NoteTooLong())
            return
        cursor = self.textCursor()
        self.note.split(cursor)
        self.setTextCursor(cursor)

    def _insert(self, text: str) -> None:
        cursor = self.textCursor()
        selected = cursor.selectionEnd() - cursor.selectionStart()
        room = NOTE_LIMIT - self.note.characters + selected
        more = PARAGRAPH_LIMIT - self.note.blockCount() + _blocks_of(cursor)
        try:
            fitted = fitting(text, room, more)
        except NoteTooLong as error:
            self.refused.emit(error)
            return
        self.note.insert(cursor, fitted)
        self.setTextCursor(cursor)
        self._after_edit()

    def _after_edit(self) -> None:
        self.note.settle()
        keep_level(self)

    def _look_at_mark(self) -> None:
        block = self.textCursor().block()
        marked = (block.blockNumber(), mark_of(block))
        if marked != self._marked:
            self._marked = marked
            self.mark_changed.emit(marked[1])


def _blocks_of(cursor: QTextCursor) -> int:
    """How many blocks the selection touches; without one, that of the cursor."""
    document = cursor.document()
    first = document.findBlock(cursor.selectionStart()).blockNumber()
    return document.findBlock(cursor.selectionEnd()).blockNumber() - first + 1
