"""Key caps: how a shortcut is written, measured and painted beside words."""

import sys

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme.switcher import Theme
from ui.theme.tokens import Tokens

PADDING = 6  # logical pixels between a cap's edge and its letters
NAMES_ON_MACOS = {"Ctrl": "⌘", "Shift": "⇧", "Alt": "⌥", "Meta": "⌃"}


def key_text(keys: str) -> str:
    """Return portable keys ("Ctrl+Shift+P") as the platform's people write them."""
    parts = [part or "+" for part in keys.replace("++", "+").split("+")]
    if sys.platform == "darwin":
        return "".join(NAMES_ON_MACOS.get(part, part) for part in parts)
    return " ".join(parts)


def cap_size(theme: Theme, keys: str) -> QSize:
    """Return how much room the cap of `keys` takes."""
    width = QFontMetrics(theme.font("key")).horizontalAdvance(key_text(keys))
    return QSize(width + 2 * PADDING, theme.tokens.scaled(19))


def paint_cap(painter: QPainter, theme: Theme, rect: QRectF, keys: str, ink: QColor) -> None:
    """Paint the cap of `keys` into `rect`; the edge is drawn in a paler `ink`."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(edge(theme.tokens, ink), 1))
    radius = theme.tokens.radius("key")
    painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
    painter.setFont(theme.font("key"))
    painter.setPen(ink)
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, key_text(keys))
    painter.restore()


def edge(tokens: Tokens, ink: QColor) -> QColor:
    """Return the edge of a cap: a strong line, or the ink itself on a filled button."""
    return ink if ink == tokens.color("rose.onFill") else tokens.color("line.strong")


class KeyCap(QWidget):
    """One key cap on its own, as in the palette's foot."""

    def __init__(self, theme: Theme, keys: str, parent: QWidget | None = None) -> None:
        """Show `keys`, written portably ("Ctrl+K")."""
        super().__init__(parent)
        self._theme = theme
        self._keys = keys
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(key_text(keys))

    def sizeHint(self) -> QSize:
        return cap_size(self._theme, self._keys)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        room = QRectF(QPointF(0, 0), self.sizeHint())
        ink = self._theme.tokens.color("ink.tertiary")
        paint_cap(painter, self._theme, room, self._keys, ink)
        painter.end()
