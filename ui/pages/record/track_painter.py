"""Draws one consent's line of time, and the months above it."""

from itertools import pairwise

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen

from ui.pages.record.timeline import Axis, Bar, BarKind, Point, PointKind, Track
from ui.theme.switcher import Theme
from ui.translation import translate
from ui.words.dates import short_month

_THICK = 8
_DOT = 6
_ICON = 18
_TICK_WIDTH = 3
_TICK_HEIGHT = 18
_APART = 6  # the names of two months, at least
_FILLS = {
    BarKind.HELD: "leaf.mark",
    BarKind.AHEAD: "leaf.line",
    BarKind.PAST: "leaf.line",
}
_ICONS = {
    PointKind.REQUESTED: "circle-dashed",
    PointKind.DECLINED: "circle-slash",
    PointKind.WITHDRAWN: "circle-x",
}
_TICKS = {PointKind.ENDS: "ochre.mark", PointKind.EXPIRED: "ink.secondary"}


def paint_track(
    painter: QPainter, theme: Theme, room: QRectF, axis: Axis, track: Track, ground: str
) -> None:
    """Draws `track` into `room`; `ground` is the colour behind it."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _paint_grid(painter, theme, room, axis)
    for bar in track.bars:
        _paint_bar(painter, theme, room, axis, bar)
    for point in track.points:
        _paint_point(painter, theme, room, axis, point, ground)
    painter.restore()


def paint_months(painter: QPainter, theme: Theme, room: QRectF, axis: Axis) -> None:
    """Writes the months and "Today" into `room`, leaving out what would run into another."""
    painter.save()
    painter.setFont(theme.font("caption"))
    metrics = painter.fontMetrics()
    today = translate("RecordTab", "Today")
    width = metrics.horizontalAdvance(today)
    right = room.left() + axis.at(axis.today) * room.width()
    left = min(right - width / 2, room.right() - width)
    painter.setPen(theme.tokens.color("ink.tertiary"))
    for words, x, end in month_names(axis, room, metrics):
        beside_today = end + _APART < left or left + width + _APART < x
        if beside_today and end < room.right():
            painter.drawText(QPointF(x, _baseline(room, painter)), words)
    painter.setFont(theme.font("caption", strong=True))
    painter.setPen(theme.tokens.color("rose.text"))
    painter.drawText(QPointF(left, _baseline(room, painter)), today)
    painter.restore()


def month_names(axis: Axis, room: QRectF, metrics: QFontMetrics) -> list[tuple[str, float, float]]:
    """Months with where their names begin and end; every second or third where it is narrow."""
    names: list[tuple[str, float, float]] = []
    for month in axis.months():
        words = short_month(month, with_year=month.year != axis.first.year)
        x = room.left() + axis.at(month) * room.width()
        names.append((words, x, x + metrics.horizontalAdvance(words)))
    step = 1
    while any(one[2] + _APART > after[1] for one, after in pairwise(names[::step])):
        step += 1
    return names[::step]


def _baseline(room: QRectF, painter: QPainter) -> float:
    metrics = painter.fontMetrics()
    return room.center().y() + (metrics.ascent() - metrics.descent()) / 2


def _paint_grid(painter: QPainter, theme: Theme, room: QRectF, axis: Axis) -> None:
    painter.setPen(QPen(theme.tokens.color("line.subtle"), theme.tokens.line("hair")))
    for month in axis.months():
        _upright(painter, room, axis.at(month))
    painter.setPen(QPen(theme.tokens.color("rose.text"), theme.tokens.line("selected") * 0.75))
    _upright(painter, room, axis.at(axis.today))


def _upright(painter: QPainter, room: QRectF, share: float) -> None:
    x = round(room.left() + share * room.width()) + 0.5
    painter.drawLine(QPointF(x, room.top()), QPointF(x, room.bottom()))


def _paint_bar(painter: QPainter, theme: Theme, room: QRectF, axis: Axis, bar: Bar) -> None:
    left = room.left() + axis.at(bar.start) * room.width()
    right = room.left() + axis.at(bar.end) * room.width()
    middle = room.center().y()
    if bar.kind is BarKind.ASKED:
        pen = QPen(theme.tokens.color("line.strong"), 2, Qt.PenStyle.DotLine)
        painter.setPen(pen)
        painter.drawLine(QPointF(left, middle), QPointF(right, middle))
        return
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.tokens.color(_FILLS[bar.kind]))
    painter.drawRect(QRectF(left, middle - _THICK / 2, right - left, _THICK))


def _paint_point(
    painter: QPainter, theme: Theme, room: QRectF, axis: Axis, point: Point, ground: str
) -> None:
    centre = QPointF(room.left() + axis.at(point.on) * room.width(), room.center().y())
    painter.setPen(Qt.PenStyle.NoPen)
    if point.kind is PointKind.GIVEN:
        painter.setBrush(theme.tokens.color("leaf.mark"))
        painter.drawEllipse(centre, _DOT, _DOT)
    elif point.kind in _TICKS:
        painter.setBrush(theme.tokens.color(_TICKS[point.kind]))
        tick = QRectF(0, 0, _TICK_WIDTH, _TICK_HEIGHT)
        tick.moveCenter(centre)
        painter.drawRect(tick)
    else:
        painter.setBrush(theme.tokens.color(ground))
        painter.drawEllipse(centre, _ICON / 2, _ICON / 2)
        ratio = painter.device().devicePixelRatioF()
        pixmap = theme.pixmap(_ICONS[point.kind], "ink.secondary", _ICON, ratio)
        painter.drawPixmap(centre - QPointF(_ICON / 2, _ICON / 2), pixmap)
