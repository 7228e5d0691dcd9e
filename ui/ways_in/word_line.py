"""A field for one secret word: nothing in it can be selected, so nothing gets out of it."""

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
_REFUSED = (_KEY.SelectAll, _KEY.Copy, _KEY.Cut, _KEY.Undo, _KEY.Redo)
_MOVES = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Home, Qt.Key.Key_End)


class WordLine(QLineEdit):
    """Learns nothing, remembers nothing; says when it gets and loses the focus.

    What is selected goes to the clipboard, on X11 by itself, so the mouse and Shift select nothing.
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
        elif any(event.matches(key) for key in _REFUSED) or _selects(event):
            event.accept()
        else:
            super().keyPressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() is not Qt.MouseButton.MiddleButton:
            super().mouseReleaseEvent(event)
        elif QGuiApplication.clipboard().supportsSelection():
            self._paste(QClipboard.Mode.Selection)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.end(False)  # Tab selects everything
        self.focused.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()

    def _paste(self, mode: QClipboard.Mode) -> None:
        text = QGuiApplication.clipboard().text(mode)
        if text and not self.isReadOnly():
            self.pasted.emit(text)


def _selects(event: QKeyEvent) -> bool:
    return bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier) and event.key() in _MOVES
