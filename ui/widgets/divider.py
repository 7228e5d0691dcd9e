"""A hairline between groups."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QWidget


class Divider(QFrame):
    """A line of one pixel, across or upright."""

    def __init__(
        self,
        orientation: Qt.Orientation = Qt.Orientation.Horizontal,
        parent: QWidget | None = None,
    ) -> None:
        """Make a line along `orientation`."""
        super().__init__(parent)
        self.setProperty("kind", "divider")
        if orientation is Qt.Orientation.Horizontal:
            self.setFixedHeight(1)
        else:
            self.setFixedWidth(1)
