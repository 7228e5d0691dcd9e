"""How rows are painted, and the ground that every list row stands on."""

from PySide6.QtCore import QObject, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ui.theme.switcher import Theme
from ui.widgets.avatar import paint_avatar
from ui.widgets.fitted_list import FittedList, Index
from ui.widgets.rows import ROW, Row
from ui.widgets.scroll_page import ROW_PADDING

PADDING = ROW_PADDING
GAP = 12
TILE = 36
HEADING_TOP = 12
HEADING_BOTTOM = 4
LINE = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
RIGHT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight


def paint_ground(painter: QPainter, theme: Theme, option: QStyleOptionViewItem) -> None:
    """Paint a row's hover, and the current row while its list has the focus."""
    tokens = theme.tokens
    current = bool(option.state & QStyle.StateFlag.State_HasFocus)
    hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
    if not current and not hovered:
        return
    view = option.widget
    ringed = current and not (isinstance(view, FittedList) and not view.shows_ring)
    edge = QPen(tokens.color("focus"), tokens.line("focus"))
    if not ringed:
        edge = QPen(tokens.color("line.subtle" if current else "bg.rowHover"), 1)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(edge)
    painter.setBrush(tokens.color("bg.rowHover" if hovered else "bg.surface"))
    inset = edge.widthF() / 2
    box = QRectF(option.rect).adjusted(inset, inset, -inset, -inset)
    painter.drawRoundedRect(box, tokens.radius("row"), tokens.radius("row"))
    painter.restore()


def paint_line(
    painter: QPainter,
    room: QRectF,
    text: str,
    font: QFont,
    flags: Qt.AlignmentFlag = LINE,
) -> int:
    """Paint one line of `text`, shortened to its room; return how wide it became."""
    metrics = QFontMetrics(font)
    shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, int(room.width()))
    painter.setFont(font)
    painter.drawText(room, int(flags) | int(Qt.TextFlag.TextSingleLine), shown)
    return metrics.horizontalAdvance(shown)


class RowDelegate(QStyledItemDelegate):
    """Paints a `Row`."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        """Paint by `theme`."""
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        row: Row = index.data(ROW)
        tokens = self._theme.tokens
        if row.heading:
            line = tokens.type_style("caption").line
            return QSize(0, line + HEADING_BOTTOM + (HEADING_TOP if index.row() else 0))
        return QSize(0, tokens.size("rowTwoLine" if row.detail else "row"))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: Row = index.data(ROW)
        if row.heading:
            self._paint_heading(painter, option.rect, row.title)
            return
        paint_ground(painter, self._theme, option)
        self._paint_row(painter, QRectF(option.rect).adjusted(PADDING, 0, -PADDING, 0), row)

    def _paint_heading(self, painter: QPainter, room: QRect, title: str) -> None:
        painter.setPen(self._theme.tokens.color("ink.tertiary"))
        line = QRectF(room.adjusted(PADDING, 0, -PADDING, -HEADING_BOTTOM))
        height = self._theme.tokens.type_style("caption").line
        line.setTop(line.bottom() - height + 1)
        paint_line(painter, line, title, self._theme.font("caption", strong=True))

    def _paint_row(self, painter: QPainter, room: QRectF, row: Row) -> None:
        tokens = self._theme.tokens
        room.setLeft(room.left() + self._paint_sign(painter, room, row))
        if row.trailing:
            painter.setPen(tokens.color("ink.tertiary"))
            width = paint_line(painter, room, row.trailing, self._theme.font("small"), RIGHT)
            room.setRight(room.right() - width - GAP)
        painter.setPen(tokens.color("ink.secondary" if row.faded else "ink.primary"))
        title = self._theme.font("body", strong=bool(row.initials))
        if not row.detail:
            paint_line(painter, room, row.title, title)
            return
        first = tokens.type_style("body").line
        second = tokens.type_style("caption").line
        top = room.top() + round((room.height() - first - second) / 2)
        paint_line(painter, QRectF(room.left(), top, room.width(), first), row.title, title)
        painter.setPen(tokens.color("ink.tertiary"))
        below = QRectF(room.left(), top + first, room.width(), second)
        paint_line(painter, below, row.detail, self._theme.font("caption"))

    def _paint_sign(self, painter: QPainter, room: QRectF, row: Row) -> int:
        """Paint the tile or icon at the left; return the room that it takes."""
        tokens = self._theme.tokens
        if row.initials:
            side = tokens.scaled(TILE)
            top = round(room.center().y() - side / 2)
            paint_avatar(painter, self._theme, QRectF(room.left(), top, side, side), row.initials)
            return side + GAP
        if row.icon:
            side = tokens.size("icon")
            ratio = painter.device().devicePixelRatioF()
            pixmap = self._theme.pixmap(row.icon, "ink.secondary", side, ratio)
            painter.drawPixmap(QPointF(room.left(), round(room.center().y() - side / 2)), pixmap)
            return side + GAP
        return 0
