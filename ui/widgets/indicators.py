"""How ticks, radio dots and switches are painted, in widgets and in list rows alike."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from ui.theme.switcher import Theme

EDGE = 1.5
RING_GAP = 1


@dataclass(frozen=True)
class Mark:
    """The state of one indicator; `kept` is a promise that was kept, shown in leaf."""

    on: bool = False
    enabled: bool = True
    hovered: bool = False
    focused: bool = False
    kept: bool = False


def paint_check(painter: QPainter, theme: Theme, box: QRectF, mark: Mark) -> None:
    """Paint a check box into the square `box`; the focus ring lies around it."""
    tokens = theme.tokens
    fill, edge, ink = "bg.surface", "line.control", "rose.onFill"
    if not mark.enabled:
        fill, edge, ink = "bg.disabled", "line.strong", "ink.disabled"
    elif mark.kept:
        fill, edge, ink = "leaf.soft", "leaf.line", "leaf.text"
    elif mark.on:
        fill = edge = "rose.hover" if mark.hovered else "rose.fill"
    elif mark.hovered:
        fill, edge = "bg.rowHover", "ink.tertiary"
    with _Saved(painter):
        _round_rect(painter, box, tokens.radius("key"), tokens.color(fill), tokens.color(edge))
        if mark.on or mark.kept:
            size = round(box.width() * 13 / 18)
            ratio = painter.device().devicePixelRatioF()
            place = box.center() - QPointF(size / 2, size / 2)
            painter.drawPixmap(place, theme.pixmap("check", ink, size, ratio))
        if mark.focused:
            _ring(painter, theme, box, tokens.radius("key"))


def paint_radio(painter: QPainter, theme: Theme, box: QRectF, mark: Mark) -> None:
    """Paint a radio button into the square `box`; the focus ring lies around it."""
    tokens = theme.tokens
    fill, edge, dot = "bg.surface", "line.control", "rose.fill"
    if not mark.enabled:
        fill, edge, dot = "bg.disabled", "line.strong", "ink.disabled"
    elif mark.on:
        edge = "rose.fill"
    elif mark.hovered:
        fill, edge = "bg.rowHover", "ink.tertiary"
    with _Saved(painter):
        _round_rect(painter, box, box.width() / 2, tokens.color(fill), tokens.color(edge))
        if mark.on:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(tokens.color(dot))
            radius = box.width() * 4 / 18
            painter.drawEllipse(box.center(), radius, radius)
        if mark.focused:
            _ring(painter, theme, box, box.width() / 2)


def paint_switch(painter: QPainter, theme: Theme, box: QRectF, mark: Mark, knob: float) -> None:
    """Paint a switch into `box`, its knob `knob` of the way (0 is off, 1 is on)."""
    tokens = theme.tokens
    track = "rose.fill" if mark.on else "line.control"
    if not mark.enabled:
        track = "line.strong"
    elif mark.on and mark.hovered:
        track = "rose.hover"
    with _Saved(painter):
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(tokens.color(track))
        painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
        side = box.height() - 4
        travel = box.width() - side - 4
        painter.setBrush(tokens.color("rose.onFill"))
        painter.drawEllipse(QRectF(box.x() + 2 + travel * knob, box.y() + 2, side, side))
        if mark.focused:
            _ring(painter, theme, box, box.height() / 2)


class _Saved:
    """Saves the painter's state, and restores it at the end."""

    def __init__(self, painter: QPainter) -> None:
        self._painter = painter

    def __enter__(self) -> None:
        self._painter.save()
        self._painter.setRenderHint(QPainter.RenderHint.Antialiasing)

    def __exit__(self, *_: object) -> None:
        self._painter.restore()


def _round_rect(painter: QPainter, box: QRectF, radius: float, fill: QColor, edge: QColor) -> None:
    inset = EDGE / 2
    painter.setPen(QPen(edge, EDGE))
    painter.setBrush(fill)
    inner = radius - inset
    painter.drawRoundedRect(box.adjusted(inset, inset, -inset, -inset), inner, inner)


def _ring(painter: QPainter, theme: Theme, box: QRectF, radius: float) -> None:
    width = theme.tokens.line("focus")
    out = RING_GAP + width / 2
    painter.setPen(QPen(theme.tokens.color("focus"), width))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(box.adjusted(-out, -out, out, out), radius + out, radius + out)
