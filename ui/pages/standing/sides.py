"""What is known of this vault and what is in the folder, beneath each other."""

from PySide6.QtWidgets import QGridLayout, QWidget

from ui.widgets.card import Card
from ui.widgets.text import Text

INSIDE = (16, 12, 16, 12)
BETWEEN = 6


class Sides(Card):
    """Rows of a label and a value, and below them where the folder is."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(*INSIDE)
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(BETWEEN)
        self._grid.setColumnStretch(1, 1)
        self._texts: list[Text] = []

    def show_sides(self, sides: tuple[tuple[str, str], ...], folder: str) -> None:
        """Shows these rows instead of the ones before."""
        rows = [(label, value, "primary") for label, value in sides]
        shown = [words for row in rows for words in row[:2]] + ([folder] if folder else [])
        self.setVisible(bool(shown))
        if shown == [text.text() for text in self._texts]:
            return
        for text in self._texts:
            self._grid.removeWidget(text)
            text.hide()
            text.deleteLater()
        self._texts = []
        for number, (label, value, tone) in enumerate(rows):
            self._add(Text(label, "small", "secondary"), number, 0)
            self._add(Text(value, "small", tone, wrap=True), number, 1)
        if folder:
            whole = Text(folder, "caption", "tertiary", wrap=True)
            self._grid.addWidget(whole, len(rows), 0, 1, 2)
            self._texts.append(whole)

    def _add(self, text: Text, row: int, column: int) -> None:
        self._grid.addWidget(text, row, column)
        self._texts.append(text)
