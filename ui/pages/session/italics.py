"""Sets the client's own words in italics, by the paragraph's mark alone: nothing to undo."""

from PySide6.QtGui import QSyntaxHighlighter, QTextCharFormat, QTextDocument

from app.records.session_notes.record import Mark
from ui.pages.session.block_format import mark_of


class Italics(QSyntaxHighlighter):
    """Follows a document; Qt asks about each block that changed."""

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)
        self._italic = QTextCharFormat()
        self._italic.setFontItalic(True)

    def highlightBlock(self, text: str) -> None:
        if mark_of(self.currentBlock()) is Mark.QUOTE:
            self.setFormat(0, self.currentBlock().length(), self._italic)
