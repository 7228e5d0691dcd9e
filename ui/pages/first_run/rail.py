"""The rail at the left of first run: the rose, what the name means, and the three steps."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ui.theme.switcher import Theme
from ui.translation import translate
from ui.widgets.ceiling_rose import CeilingRose
from ui.widgets.divider import Divider
from ui.widgets.restyle import set_style_property
from ui.widgets.text import Text

WIDTH = 360
NARROW = 232
SIDE = 40
NARROW_SIDE = 24
NAME_TOP = 315
BOTTOM = 40
ROSE = 500  # across, centred on the rail's upper edge
DISC = 24
ROW = 36
FULL_HEIGHT = 800
EDGE = 1.5


class Rail(QFrame):
    """Shows which step is done, in hand, or to come."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setProperty("kind", "chrome")
        CeilingRose(theme, self, diameter=ROSE, centre=_rose_centre, ground="bg.chrome")
        motto = translate(
            "Rail",
            "A carved rose on the ceiling once meant that what was said beneath it stayed there.",
        )
        self._steps = [
            _Step(theme, 1, translate("Rail", "Create your vault")),
            _Step(theme, 2, translate("Rail", "Keep the Recovery Kit")),
            _Step(theme, 3, translate("Rail", "Your first client")),
        ]
        self._column = QVBoxLayout()
        self._column.setSpacing(0)
        self._column.addWidget(Text(translate("Rail", "Underrose"), "display"))
        self._column.addSpacing(theme.tokens.space(1))
        self._column.addWidget(Text(motto, "clause", "secondary", wrap=True))
        self._column.addStretch(1)
        for step in self._steps:
            self._column.addWidget(step)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addLayout(self._column, 1)
        row.addWidget(Divider(Qt.Orientation.Vertical))
        self.set_narrow(False)

    def set_narrow(self, narrow: bool) -> None:
        """Leaves more room for the step beside it."""
        self._side = NARROW_SIDE if narrow else SIDE
        self.setFixedWidth(NARROW if narrow else WIDTH)
        self._place()

    def show_step(self, number: int, done: tuple[int, ...]) -> None:
        """Step `number`, from 1, is in hand; of the others some are `done`."""
        for at, step in enumerate(self._steps, start=1):
            step.show_progress(done=at in done, current=at == number)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        top = NAME_TOP - max(0, FULL_HEIGHT - self.height())
        self._column.setContentsMargins(self._side, top, self._side, BOTTOM)


def _rose_centre(room: QSize) -> QPointF:
    return QPointF(room.width() / 2, -max(0, FULL_HEIGHT - room.height()))


class _Step(QWidget):
    def __init__(self, theme: Theme, number: int, name: str) -> None:
        super().__init__()
        self._disc = _Disc(theme, number)
        self._name = name
        self._text = Text(name, "body", "tertiary")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self._disc)
        row.addWidget(self._text, 1)
        self.setFixedHeight(theme.tokens.scaled(ROW))

    def show_progress(self, *, done: bool, current: bool) -> None:
        self._disc.done, self._disc.current = done, current
        self._disc.update()
        self._text.set_tone("primary" if current else "secondary" if done else "tertiary")
        set_style_property(self._text, "strong", "true" if current else "false")
        spoken = {
            (True, False): translate("Rail", "{step}, done"),
            (False, True): translate("Rail", "{step}, now"),
            (False, False): translate("Rail", "{step}, to come"),
        }[done, current]
        self._text.setAccessibleName(spoken.format(step=self._name))


class _Disc(QWidget):
    def __init__(self, theme: Theme, number: int) -> None:
        super().__init__()
        self._theme = theme
        self._number = number
        self.done = False
        self.current = False
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        side = self._theme.tokens.scaled(DISC)
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        color = self._theme.tokens.color
        edge, fill, ink = ("line.control", "", "ink.tertiary")
        if self.done:
            edge, fill, ink = ("leaf.line", "leaf.soft", "leaf.text")
        elif self.current:
            edge, fill, ink = ("rose.fill", "rose.fill", "rose.onFill")
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(color(edge), EDGE))
        painter.setBrush(color(fill) if fill else Qt.BrushStyle.NoBrush)
        inset = EDGE / 2
        painter.drawEllipse(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset))
        if self.done:
            size = self._theme.tokens.scaled(14)
            check = self._theme.pixmap("check", ink, size, self.devicePixelRatio())
            corner = round((self.width() - size) / 2)
            painter.drawPixmap(corner, corner, check)
        else:
            painter.setPen(color(ink))
            painter.setFont(self._theme.font("caption"))
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, str(self._number))
        painter.end()
