"""A tile with a client's initials."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme.switcher import Theme

LETTERS = 0.39  # height of the letters as a part of the tile's side
RADIUS_AT_SMALL = 5
SMALL = 24  # logical pixels: tiles below have smaller letters and corners


class Avatar(QWidget):
    """Initials on a square, 20 (sidebar), 36 (rows) or 52 (client page) logical pixels wide."""

    def __init__(
        self, theme: Theme, initials: str, side: int = 36, parent: QWidget | None = None
    ) -> None:
        """Show `initials`."""
        super().__init__(parent)
        self._theme = theme
        self._initials = initials
        self._side = side
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_initials(self, initials: str) -> None:
        """Show other initials."""
        self._initials = initials
        self.update()

    def sizeHint(self) -> QSize:
        side = self._theme.tokens.scaled(self._side)
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_avatar(painter, self._theme, QRectF(self.rect()), self._initials)
        painter.end()


def paint_avatar(
    painter: QPainter, theme: Theme, tile: QRectF, initials: str, *, chosen: bool = False
) -> None:
    """Paint a tile, in a widget or in a list row; `chosen` is the current client's."""
    tokens = theme.tokens
    small = tile.width() < SMALL
    radius = RADIUS_AT_SMALL if small else tokens.radius("row")
    font = theme.font("small", strong=True)
    font.setPixelSize(round(tile.width() * (0.5 if small else LETTERS)))
    font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, 0.2)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(tokens.color("rose.soft" if chosen else "bg.avatar"))
    painter.drawRoundedRect(tile, radius, radius)
    painter.setPen(tokens.color("rose.text" if chosen else "ink.secondary"))
    painter.setFont(font)
    painter.drawText(tile, Qt.AlignmentFlag.AlignCenter, initials)
    painter.restore()
