"""A chip: a state in one or two words, with an icon, in a tone."""

from enum import StrEnum

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from ui.theme.switcher import Theme

PADDING = 8
GAP = 6
ICON = 15


class Tone(StrEnum):
    """What a chip's colour repeats; the words and the icon say it first."""

    PLAIN = "plain"
    OUTLINE = "outline"
    LEAF = "leaf"
    OCHRE = "ochre"
    IRIS = "iris"
    PLUM = "plum"
    BRICK = "brick"
    ROSE = "rose"


class Chip(QLabel):
    """A painted label of fixed height that never takes the focus."""

    def __init__(
        self,
        theme: Theme,
        text: str,
        tone: Tone = Tone.PLAIN,
        icon: str = "",
        parent: QWidget | None = None,
    ) -> None:
        """Show `text` after `icon`."""
        super().__init__(parent)
        self._theme = theme
        self._tone = tone
        self._icon = icon
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(text)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def show_state(self, text: str, tone: Tone, icon: str = "") -> None:
        """Show another state."""
        self._tone, self._icon = tone, icon
        self.setText(text)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        return chip_size(self._theme, self.text(), self._icon)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        height = self._theme.tokens.size("chip")
        room = QRectF(0, (self.height() - height) / 2, self.width(), height)
        paint_chip(painter, self._theme, room, self.text(), self._tone, self._icon)
        painter.end()


def chip_size(theme: Theme, text: str, icon: str = "") -> QSize:
    """Return how much room a chip takes, in a widget or in a list row."""
    width = 2 * PADDING + QFontMetrics(theme.font("caption")).horizontalAdvance(text)
    if icon:
        width += theme.tokens.scaled(ICON) + GAP
    return QSize(width, theme.tokens.size("chip"))


def paint_chip(
    painter: QPainter, theme: Theme, room: QRectF, text: str, tone: Tone, icon: str = ""
) -> None:
    """Paint a chip into `room`."""
    tokens = theme.tokens
    ink = "ink.secondary" if tone in (Tone.PLAIN, Tone.OUTLINE) else f"{tone}.text"
    fill = "bg.chip" if tone is Tone.PLAIN else f"{tone}.soft"
    edge = ink if tokens.high_contrast else "line.strong" if tone is Tone.OUTLINE else ""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(tokens.color(edge), 1) if edge else Qt.PenStyle.NoPen)
    painter.setBrush(Qt.BrushStyle.NoBrush if tone is Tone.OUTLINE else tokens.color(fill))
    inset = 0.5 if edge else 0
    box = room.adjusted(inset, inset, -inset, -inset)
    painter.drawRoundedRect(box, tokens.radius("chip"), tokens.radius("chip"))
    left = room.x() + PADDING
    if icon:
        size = tokens.scaled(ICON)
        ratio = painter.device().devicePixelRatioF()
        place = QPointF(left, round(room.center().y() - size / 2))
        painter.drawPixmap(place, theme.pixmap(icon, ink, size, ratio))
        left += size + GAP
    painter.setPen(tokens.color(ink))
    painter.setFont(theme.font("caption"))
    words = QRectF(left, room.y(), room.right() - left, room.height())
    flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
    painter.drawText(words, int(flags) | int(Qt.TextFlag.TextSingleLine), text)
    painter.restore()
