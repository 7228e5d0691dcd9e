"""One icon on its own."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme.switcher import Theme


class IconView(QWidget):
    """One icon in a token's colour; decoration, never the only carrier of meaning."""

    def __init__(
        self,
        theme: Theme,
        name: str,
        role: str = "ink.secondary",
        size: int = 18,
        parent: QWidget | None = None,
    ) -> None:
        """Show the icon `name`, `size` logical pixels wide at 100 % text."""
        super().__init__(parent)
        self._theme = theme
        self._name = name
        self._role = role
        self._size = size
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_icon(self, name: str, role: str) -> None:
        """Show another icon or colour."""
        self._name, self._role = name, role
        self.update()

    def sizeHint(self) -> QSize:
        size = self._theme.tokens.scaled(self._size)
        return QSize(size, size)

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._name:
            return
        role = self._role if self.isEnabled() else "ink.disabled"
        size = self._theme.tokens.scaled(self._size)
        painter = QPainter(self)
        painter.drawPixmap(
            0, 0, self._theme.pixmap(self._name, role, size, self.devicePixelRatio())
        )
        painter.end()
