"""A field for one secret word: nothing in it can be selected, so nothing gets out of it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence, QMouseEvent
from PySide6.QtWidgets import QLineEdit

SECRET_WORDS = (
    Qt.InputMethodHint.ImhSensitiveData
    | Qt.InputMethodHint.ImhNoPredictiveText
    | Qt.InputMethodHint.ImhNoAutoUppercase
    | Qt.InputMethodHint.ImhPreferLowercase
)
_SELECTING = (QKeySequence.StandardKey.SelectAll,)


class WordLine(QLineEdit):
    """Learns nothing, remembers nothing; says when it gets and loses the focus.

    What is selected goes to the clipboard, on X11 by itself, so the mouse and Shift select nothing.
    """

    focused = Signal()
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.setDragEnabled(False)
        self.setInputMethodHints(SECRET_WORDS)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if any(event.matches(key) for key in _SELECTING) or _selects(event):
            event.accept()
            return
        super().keyPressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.deselect()  # Tab selects everything
        self.end(False)
        self.focused.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()


def _selects(event: QKeyEvent) -> bool:
    moves = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Home, Qt.Key.Key_End)
    return bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier) and event.key() in moves
