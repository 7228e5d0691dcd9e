"""How a note looks: text, gutter and caret on one page, at the text scale and in the theme."""

from typing import Any

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent, QResizeEvent, QTextCursor, QWheelEvent
from PySide6.QtWidgets import QFrame, QTextEdit

from app.core.clock import Clock
from ui.pages.session.caret import Caret
from ui.pages.session.document import NoteDocument
from ui.pages.session.gutter import paint_gutter
from ui.pages.session.lines import Lines
from ui.pages.session.sheet import Sheet
from ui.pages.session.typewriter import keep_level, leave_room
from ui.theme.switcher import Theme

TAB = 40  # logical pixels at 100 % text


class NoteView(QTextEdit):
    """Shows a note; painting costs what is seen of it, not what it has."""

    def __init__(self, theme: Theme, clock: Clock) -> None:
        super().__init__()
        self._theme = theme
        self._sheet = Sheet.of(theme.tokens)
        self.note = NoteDocument(self._sheet, clock, self)
        self.setDocument(self.note)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setLineWrapMode(QTextEdit.LineWrapMode.FixedPixelWidth)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalScrollBar().rangeChanged.connect(self._leave_room)
        self.note.documentLayout().documentSizeChanged.connect(self._leave_room)
        self.caret = Caret(self, theme)
        self._set_type()
        theme.changed.connect(self._after_theme)

    def load(self, lines: Lines) -> None:
        """Shows a note, with the caret at its end."""
        self.note.load(lines, self._sheet)
        self.moveCursor(QTextCursor.MoveOperation.End)
        keep_level(self)

    def view_state(self) -> dict[str, Any]:
        """Where caret and page stand."""
        return {"caret": self.textCursor().position(), "scroll": self.verticalScrollBar().value()}

    def restore_view(self, state: dict[str, Any]) -> None:
        """Puts caret and page where they stood, as far as the text still reaches."""
        caret, scroll = state.get("caret"), state.get("scroll")
        if isinstance(caret, int) and isinstance(scroll, int):
            self.place_caret(caret)
            self.verticalScrollBar().setValue(scroll)

    def place_caret(self, position: int) -> None:
        """Puts the caret where it could stand by itself: never within a character."""
        cursor = self.textCursor()
        cursor.setPosition(max(0, min(position, self.note.characterCount() - 1)))
        if cursor.movePosition(QTextCursor.MoveOperation.PreviousCharacter):
            cursor.movePosition(QTextCursor.MoveOperation.NextCharacter)
        self.setTextCursor(cursor)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        self.caret.paint(painter, self._sheet)
        scrolled = self.verticalScrollBar().value()
        painter.translate(0, -scrolled)
        seen = QRectF(event.rect()).translated(0, scrolled)
        paint_gutter(painter, self.note, self._theme, self._sheet, seen)
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._set_width()
        self._leave_room()
        if event.size().height() < event.oldSize().height():
            keep_level(self)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            event.ignore()  # Qt would zoom a note that can only be read
        else:
            super().wheelEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.caret.restart()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.caret.restart()

    def _leave_room(self) -> None:
        leave_room(self)

    def _set_width(self) -> None:
        width = self._sheet.width_in(self.viewport().width())
        if width != self.lineWrapColumnOrWidth():
            self.setLineWrapColumnOrWidth(width)

    def _set_type(self) -> None:
        self.setFont(self._theme.font("editor"))
        self.setTabStopDistance(self._theme.tokens.scaled(TAB))

    def _after_theme(self) -> None:
        """Lays the note out anew at another text scale; what could be undone is forgotten."""
        sheet = Sheet.of(self._theme.tokens)
        if sheet != self._sheet:
            self._sheet = sheet
            caret = self.textCursor().position()
            self._set_type()
            self._set_width()
            self.note.load(self.note.lines, sheet)
            self.place_caret(caret)
            keep_level(self)
