"""A list of choices that opens; its arrow is painted from the icons."""

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QWidget

from ui.theme.switcher import Theme

ARROW = 16
INSET = 10
SHOWN = 10  # choices; the rest scrolls


class ComboBox(QComboBox):
    """A QComboBox that the wheel doesn't change by accident while a page scrolls."""

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        """Make an empty box; `name` is for screen readers."""
        super().__init__(parent)
        self._theme = theme
        self.setAccessibleName(name)
        self.setMaxVisibleItems(SHOWN)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        side = self._theme.tokens.scaled(ARROW)
        role = "ink.secondary" if self.isEnabled() else "ink.disabled"
        pixmap = self._theme.pixmap("chevron-down", role, side, self.devicePixelRatio())
        place = QPointF(self.width() - side - INSET, (self.height() - side) / 2)
        painter = QPainter(self)
        painter.drawPixmap(place, pixmap)
        painter.end()
