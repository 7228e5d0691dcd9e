"""The rose on the ceiling, behind first run, lock and first day."""

from collections.abc import Callable

from PySide6.QtCore import QByteArray, QEvent, QObject, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QWidget

from resources.files import read_text
from ui.theme import Theme
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
        self._renderer = QSvgRenderer(self)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setGeometry(parent.rect())
        self.lower()
        parent.installEventFilter(self)
        theme.changed.connect(self._carve)
        self._carve()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and watched is self._room:
            self.setGeometry(self._room.rect())
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        side = self._diameter
        middle = self._centre(self.size())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._renderer.render(
            painter, QRectF(middle.x() - side / 2, middle.y() - side / 2, side, side)
        )
        painter.end()

    def _carve(self) -> None:
        tokens = self._theme.tokens
        svg = read_text("ceiling-rose.svg")
        svg = svg.replace("$(ground)", tokens.color(self._ground).name())
        svg = svg.replace("$(line)", carved_line(tokens, self._ground).name())
        self._renderer.load(QByteArray(svg.encode()))
        self.update()


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
