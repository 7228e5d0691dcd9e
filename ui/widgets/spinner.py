"""The loader: turns once a second while something takes its time."""

from PySide6.QtCore import QPointF, QSize, QTimer
from PySide6.QtGui import QHideEvent, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme.switcher import Theme

STEPS = 24


class Spinner(QWidget):
    """Turns while it is visible; with reduced motion it is a clock that stands still."""

    def __init__(
        self,
        theme: Theme,
        name: str,
        role: str = "ink.secondary",
        size: int = 18,
        parent: QWidget | None = None,
    ) -> None:
        """`name` tells screen readers what is going on."""
        super().__init__(parent)
        self._theme = theme
        self._role = role
        self._size = size
        self._step = 0
        self._timer = QTimer(self)
        self._timer.setInterval(1000 // STEPS)
        self._timer.timeout.connect(self._turn)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(name)

    def sizeHint(self) -> QSize:
        size = self._theme.tokens.scaled(self._size)
        return QSize(size, size)

    def showEvent(self, event: QShowEvent) -> None:
        if not self._theme.tokens.still:
            self._timer.start()

    def hideEvent(self, event: QHideEvent) -> None:
        self._timer.stop()

    def paintEvent(self, event: QPaintEvent) -> None:
        side = self._theme.tokens.scaled(self._size)
        name = "clock" if self._theme.tokens.still else "loader-circle"
        pixmap = self._theme.pixmap(name, self._role, side, self.devicePixelRatio())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.translate(side / 2, side / 2)
        painter.rotate(360 * self._step / STEPS)
        painter.drawPixmap(QPointF(-side / 2, -side / 2), pixmap)
        painter.end()

    def _turn(self) -> None:
        self._step = (self._step + 1) % STEPS
        self.update()
