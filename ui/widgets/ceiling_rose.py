"""The rose on the ceiling, behind first run, lock and first day."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QWidget

from ui.theme.rose import carved_rose, seen_from
from ui.theme.switcher import Theme


class CeilingRose(QWidget):
    """Covers its parent, behind everything else, and lets the mouse through."""

    def __init__(
        self,
        theme: Theme,
        parent: QWidget,
        *,
        diameter: int,
        centre: Callable[[QSize], QPointF],
        ground: str = "bg.page",
    ) -> None:
        """Paint a rose `diameter` logical pixels across; `centre` tells where, by the room's size.

        `ground` is the colour it is carved from: "bg.page" or "bg.chrome".
        """
        super().__init__(parent)
        self._room = parent
        self._theme = theme
        self._diameter = diameter
        self._centre = centre
        self._ground = ground
        self._picture = QPixmap()
        self._part = QRect()  # what the picture shows of the rose, in logical pixels
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setGeometry(parent.rect())
        self.lower()
        parent.installEventFilter(self)
        theme.changed.connect(self._recolour)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and watched is self._room:
            self.setGeometry(self._room.rect())
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        ratio = self.devicePixelRatio()
        radius = self._diameter / 2
        corner = self._centre(self.size()) - QPointF(radius, radius)
        part = seen_from(self.size(), corner, self._diameter)
        if part.isEmpty():
            return
        # Kept as a picture: it is repainted under every blink of a caret.
        if part != self._part or self._picture.devicePixelRatio() != ratio:
            self._part = part
            self._picture = carved_rose(
                self._theme.tokens, self._ground, self._diameter, ratio, part
            )
        painter = QPainter(self)
        painter.drawPixmap(corner + QPointF(part.topLeft()), self._picture)
        painter.end()

    def _recolour(self) -> None:
        self._part = QRect()
        self.update()
