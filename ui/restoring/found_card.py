"""What was found in a backup: rows of a label and a value."""

from collections.abc import Sequence

from PySide6.QtWidgets import QGridLayout

from ui.restoring import words
from ui.restoring.words import Row
from ui.widgets.card import Card
from ui.widgets.text import Text

INSIDE = (18, 14, 18, 14)
ASIDE = 20
BETWEEN = 8


class FoundCard(Card):
    """Hidden while there is nothing to show; screen readers hear it as one text."""

    def __init__(self) -> None:
        super().__init__()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(*INSIDE)
        self._grid.setHorizontalSpacing(ASIDE)
        self._grid.setVerticalSpacing(BETWEEN)
        self._grid.setColumnStretch(1, 1)
        self._rows: tuple[Row, ...] = ()
        self._texts: list[Text] = []

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Shows these instead of the ones before."""
        self.setVisible(bool(rows))
        if tuple(rows) == self._rows:
            return
        self._rows = tuple(rows)
        self.setAccessibleName(words.spoken(rows))
        for text in self._texts:
            self._grid.removeWidget(text)
            text.hide()
            text.deleteLater()
        self._texts = []
        for number, (label, value) in enumerate(rows):
            self._add(Text(label, "small", "secondary"), number, 0)
            self._add(Text(value, "small", wrap=True), number, 1)

    def _add(self, text: Text, row: int, column: int) -> None:
        self._grid.addWidget(text, row, column)
        self._texts.append(text)
