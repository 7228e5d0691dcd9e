"""A frame that holds one thing to act on, a table or a chart. Never a card in a card."""

from PySide6.QtWidgets import QFrame, QWidget


class Card(QFrame):
    """A surface with a hairline edge and round corners; the caller gives it a layout."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make an empty card."""
        super().__init__(parent)
        self.setProperty("kind", "card")
