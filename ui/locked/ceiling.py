"""The ceiling of the locked window, which is also the first picture of every start."""

from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from ui.theme.rose import carved_rose, seen_from
from ui.theme.tokens import Tokens, load_tokens

ROSE = 660  # across
ROSE_CENTRE = -66  # above the top edge
FULL_HEIGHT = 800  # in lower windows everything moves up
FURTHEST_UP = 190
GROUND = "bg.page"
DARK_BELOW = 128  # lightness, of 255


class Ceiling(QWidget):
    """Ground and rose, before fonts, stylesheet and all else are loaded.

    Nothing on the way here loads PySide's `Qt` namespace, which takes 12 ms.
    """

    def __init__(self, tokens: Tokens) -> None:
        super().__init__()
        self._tokens = tokens
        # Of the whole window: were it filled here, the window itself would never be painted.
        palette = QApplication.palette()
        palette.setColor(QPalette.ColorRole.Window, tokens.color(GROUND))
        QApplication.setPalette(palette)

    def regions(self) -> tuple[QWidget, ...]:
        """Nothing that F6 could walk through."""
        return ()

    def paintEvent(self, event: QPaintEvent) -> None:
        corner = rose_centre(self.size()) - QPointF(ROSE / 2, ROSE / 2)
        part = seen_from(self.size(), corner, ROSE)
        rose = carved_rose(self._tokens, GROUND, ROSE, self.devicePixelRatio(), part)
        painter = QPainter(self)
        painter.drawPixmap(corner + QPointF(part.topLeft()), rose)
        painter.end()


def tokens_before_theme(choice: str) -> Tokens:
    """The colours of the first picture, for what the coach chose: "system", "light" or "dark"."""
    ground = QApplication.palette().window().color()
    system_is_dark = choice == "system" and ground.lightness() < DARK_BELOW
    return Tokens(load_tokens(), dark=choice == "dark" or system_is_dark)


def rose_centre(room: QSize) -> QPointF:
    """Where the rose's centre lies in a window of this size, in logical pixels."""
    return QPointF(room.width() / 2, ROSE_CENTRE - lift(room.height()))


def lift(height: int) -> int:
    """How far everything moves up in a window of this height, in logical pixels."""
    return min(max(0, FULL_HEIGHT - height), FURTHEST_UP)
