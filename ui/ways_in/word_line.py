"""A field for one secret word: what is selected in it can be replaced, and not be copied."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import (
    QClipboard,
    QFocusEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
)
from PySide6.QtWidgets import QLineEdit

from ui.widgets.secret_input import keep_secret

_KEY = QKeySequence.StandardKey
_REFUSED = (_KEY.Copy, _KEY.Cut, _KEY.Undo, _KEY.Redo)
_BY_HAND = (
    Qt.FocusReason.MouseFocusReason,
    Qt.FocusReason.PopupFocusReason,
    Qt.FocusReason.ActiveWindowFocusReason,
)


class WordLine(QLineEdit):
    """Learns nothing, remembers nothing; says when it gets and loses the focus.

    What the mouse selects goes to the clipboard on X11 by itself, so it selects nothing; what keys
    select stays here.
    """

    focused = Signal()
    left = Signal()
    pasted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.setDragEnabled(False)
        self.setAcceptDrops(False)
        self.setInputMethodHints(Qt.InputMethodHint.ImhPreferLowercase)
        keep_secret(self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(_KEY.Paste):
            self._paste(QClipboard.Mode.Clipboard)
        elif any(event.matches(key) for key in _REFUSED):
            event.accept()
        elif event.matches(_KEY.SelectAll):
            self.selectAll()
        elif (select := _SELECTS.get(_selecting(event))) is not None:
            select(self)
        else:
            super().keyPressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self.deselect()  # Qt would copy it
        if event.button() is not Qt.MouseButton.MiddleButton:
            super().mouseReleaseEvent(event)
        elif QGuiApplication.clipboard().supportsSelection():
            self._paste(QClipboard.Mode.Selection)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() in _BY_HAND:
            self.end(False)
        else:
            self.selectAll()  # what is typed next takes its place
        self.focused.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()

    def _paste(self, mode: QClipboard.Mode) -> None:
        text = QGuiApplication.clipboard().text(mode)
        if text and not self.isReadOnly():
            self.pasted.emit(text)


def _selecting(event: QKeyEvent) -> Qt.Key | None:
    """The key that moves the cursor, if Shift selects what it passes."""
    shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
    return Qt.Key(event.key()) if shift and event.key() in _SELECTS else None


_SELECTS: dict[Qt.Key | None, Callable[[QLineEdit], None]] = {
    Qt.Key.Key_Left: lambda line: line.cursorBackward(True),
    Qt.Key.Key_Right: lambda line: line.cursorForward(True),
    Qt.Key.Key_Home: lambda line: line.home(True),
    Qt.Key.Key_End: lambda line: line.end(True),
}
