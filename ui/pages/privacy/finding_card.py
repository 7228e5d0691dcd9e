"""A card with the lines of one state, below its heading."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.pages.privacy.finding_row import FindingRow
from ui.pages.privacy.wording import Words
from ui.theme.switcher import Theme
from ui.widgets.card import Card
from ui.widgets.divider import Divider
from ui.widgets.text import Text


class FindingCard(QWidget):
    """Hidden while there is nothing to show."""

    acted = Signal(object)  # Lead

    def __init__(self, theme: Theme, heading: str, *, main: bool = False) -> None:
        """Start without lines; with `main` the first button is the page's main one."""
        super().__init__()
        self._theme = theme
        self._main = main
        self._lines: tuple[Words, ...] = ()
        self.rows: tuple[FindingRow, ...] = ()
        self._card: Card | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 16)
        self._column.setSpacing(8)
        self._column.addWidget(Text(heading, "caption", "tertiary", strong=True))
        self.hide()

    def show_lines(self, lines: tuple[Words, ...]) -> bool:
        """Show other lines, and return whether they are others; the same ones stay as they are."""
        if lines == self._lines:
            return False
        self._lines = lines
        if self._card is not None:
            self._card.hide()
            self._card.deleteLater()
        self._card = Card()
        inside = QVBoxLayout(self._card)
        inside.setContentsMargins(1, 1, 1, 1)
        inside.setSpacing(0)
        rows: list[FindingRow] = []
        main = self._main
        for at, words in enumerate(lines):
            if at:
                inside.addWidget(Divider())
            row = FindingRow(self._theme, words, main=main and bool(words.button))
            main = main and not words.button
            row.acted.connect(self.acted)
            inside.addWidget(row)
            rows.append(row)
        self.rows = tuple(rows)
        self._column.addWidget(self._card)
        self.setVisible(bool(lines))
        return True
