"""A box for secret words: it lets nothing out, keeps no history, and learns nothing."""

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPlainTextEdit


class WordsBox(QPlainTextEdit):
    """Several lines to type or paste into. Enter submits once `ready`, else breaks the line."""

    submitted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.ready = False
        self.setProperty("kind", "field")
        self.setTabChangesFocus(True)
        self.setUndoRedoEnabled(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.setInputMethodHints(
            Qt.InputMethodHint.ImhSensitiveData
            | Qt.InputMethodHint.ImhNoPredictiveText
            | Qt.InputMethodHint.ImhNoAutoUppercase
            | Qt.InputMethodHint.ImhPreferLowercase
        )

    def put_text(self, text: str) -> None:
        """Replaces everything, and goes on at the end."""
        self.setPlainText(text)
        cursor = self.textCursor()
        cursor.movePosition(cursor.MoveOperation.End)
        self.setTextCursor(cursor)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.ready and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.submitted.emit()
            return
        super().keyPressEvent(event)

    def createMimeDataFromSelection(self) -> QMimeData:
        # Selecting, copying and dragging hand out nothing: not to the clipboard, not on X11 to
        # whoever clicks the middle button.
        return QMimeData()
