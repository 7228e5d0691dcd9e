"""The rose caret: drawn by us, since Qt's own takes the colour of the letters."""

from PySide6.QtCore import QObject, QPoint, QRect, QTimer
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QApplication, QTextEdit

from ui.pages.session.sheet import Sheet
from ui.theme.switcher import Theme


class Caret(QObject):
    """Blinks at an editor's cursor at the system's pace, while the editor has the focus."""

    def __init__(self, editor: QTextEdit, theme: Theme) -> None:
        super().__init__(editor)
        self._editor = editor
        self._theme = theme
        self._composing = False
        self._lit = False
        self._place = QRect()  # where it was last seen, as the document counts
        self._blink = QTimer(self)
        self._blink.timeout.connect(self._turn)
        editor.setCursorWidth(0)
        editor.cursorPositionChanged.connect(self.restart)

    def restart(self) -> None:
        """Lights it where the cursor is now, and lets it blink from here."""
        self._show(self._editor.hasFocus() and not self._composing)
        flash = QApplication.cursorFlashTime()
        if self._lit and flash > 0:
            self._blink.start(flash // 2)
        else:
            self._blink.stop()

    def compose(self, composing: bool, sheet: Sheet) -> None:
        """Leaves the caret to Qt while an input method composes: it knows where it is."""
        if composing != self._composing:
            self._composing = composing
            self._editor.setCursorWidth(sheet.caret_width if composing else 0)
            self.restart()

    def paint(self, painter: QPainter, sheet: Sheet) -> None:
        """Draws it, in the viewport's coordinates."""
        if self._lit:
            middle = self._editor.cursorRect().center().y()
            place = QRect(
                self._editor.cursorRect().left(),
                middle - sheet.caret_height // 2,
                sheet.caret_width,
                sheet.caret_height,
            )
            painter.fillRect(place, self._theme.tokens.color("rose.fill"))

    def _turn(self) -> None:
        self._show(not self._lit)

    def _show(self, lit: bool) -> None:
        self._lit = lit
        viewport = self._editor.viewport()
        scrolled = QPoint(0, self._editor.verticalScrollBar().value())
        now = self._editor.cursorRect().adjusted(-1, 0, 2, 0)
        viewport.update(self._place.translated(-scrolled))
        viewport.update(now)
        self._place = now.translated(scrolled)
