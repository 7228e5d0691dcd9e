"""The rose on the ceiling, behind first run, lock and first day."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QWidget

from resources.files import read_text
from ui.theme.icons import render
from ui.theme.switcher import Theme
from ui.theme.tokens import Tokens


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
        part = self._seen_from(corner)
        if part.isEmpty():
            return
        # Kept as a picture: it is repainted under every blink of a caret.
        if part != self._part or self._picture.devicePixelRatio() != ratio:
            self._part = part
            self._picture = render(self._carved(), self._diameter, ratio, part)
        painter = QPainter(self)
        painter.drawPixmap(corner + QPointF(part.topLeft()), self._picture)
        painter.end()

    def _seen_from(self, corner: QPointF) -> QRect:
        """What of the rose lies inside the room: often less than half, and slow to draw."""
        rose = QRect(0, 0, self._diameter, self._diameter)
        return rose & QRectF(self.rect()).translated(-corner).toAlignedRect()

    def _recolour(self) -> None:
        self._part = QRect()
        self.update()

    def _carved(self) -> str:
        tokens = self._theme.tokens
        ground, line = tokens.color(self._ground), carved_line(tokens, self._ground)
        svg = read_text("ceiling-rose.svg").replace("$(ground)", ground.name())
        return svg.replace("$(line)", line.name())


def carved_line(tokens: Tokens, ground: str) -> QColor:
    """Return the line's colour: strong on chrome, on the page halfway to the subtle one."""
    strong = tokens.color("line.strong")
    if ground == "bg.chrome":
        return strong
    subtle = tokens.color("line.subtle")
    return QColor(
        (strong.red() + subtle.red()) // 2,
        (strong.green() + subtle.green()) // 2,
        (strong.blue() + subtle.blue()) // 2,
    )
