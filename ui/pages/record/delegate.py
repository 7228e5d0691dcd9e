"""Paints a consent's row: name and detail, the state as a chip, and the line of time."""

from typing import cast

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from app.records.consents.record import State
from ui.pages.record.inset_header import INSET
from ui.pages.record.table_model import ROW_ROLE, Column, ConsentTableModel
from ui.pages.record.time_line_painter import paint_track
from ui.pages.record.view_model import ConsentRow
from ui.theme import Theme
from ui.widgets.chip import Tone, chip_size, paint_chip

Index = QModelIndex | QPersistentModelIndex
_CHEVRON = 16
_LOOKS = {
    State.GIVEN: (Tone.LEAF, "check"),
    State.REQUESTED: (Tone.PLAIN, "circle-dashed"),
    State.REFUSED: (Tone.PLAIN, "circle-slash"),
    State.WITHDRAWN: (Tone.PLAIN, "circle-x"),
    State.EXPIRED: (Tone.PLAIN, "clock"),
}


class ConsentDelegate(QStyledItemDelegate):
    """One look for the three columns of the consent table."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, self._theme.tokens.size("ledgerRow"))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = cast(ConsentRow, index.data(ROW_ROLE))
        room = QRectF(option.rect)  # pyright: ignore[reportAttributeAccessIssue]
        ground = self._ground(option)
        painter.fillRect(room, self._theme.tokens.color(ground))
        if index.row() > 0:
            self._rule(painter, room, index)
        column = Column(index.column())
        if column is Column.NAME:
            self._paint_name(painter, room.adjusted(INSET, 0, 0, 0), row)
        elif column is Column.STATE:
            self._paint_state(painter, room, row)
        else:
            self._paint_time(painter, room, index, row, ground)

    def _ground(self, option: QStyleOptionViewItem) -> str:
        state = option.state  # pyright: ignore[reportAttributeAccessIssue]
        if state & QStyle.StateFlag.State_Selected:
            return "bg.selected"
        return "bg.rowHover" if state & QStyle.StateFlag.State_MouseOver else "bg.surface"

    def _rule(self, painter: QPainter, room: QRectF, index: Index) -> None:
        left = INSET if index.column() == Column.NAME else 0
        right = INSET if index.column() == Column.TIME else 0
        line = QRectF(room.left() + left, room.top(), room.width() - left - right, 1)
        painter.fillRect(line, self._theme.tokens.color("line.subtle"))

    def _paint_name(self, painter: QPainter, room: QRectF, row: ConsentRow) -> None:
        tokens = self._theme.tokens
        name = tokens.type_style("body")
        detail = tokens.type_style("caption")
        top = room.center().y() - (name.line + detail.line) / 2
        for text, style, strong, ink, line in (
            (row.name, "body", True, "ink.primary", name.line),
            (row.detail, "caption", False, "ink.tertiary", detail.line),
        ):
            painter.setFont(self._theme.font(style, strong=strong))
            painter.setPen(tokens.color(ink))
            words = painter.fontMetrics().elidedText(
                text, Qt.TextElideMode.ElideRight, int(room.width()) - 12
            )
            flags = int(Qt.AlignmentFlag.AlignVCenter) | int(Qt.TextFlag.TextSingleLine)
            painter.drawText(QRectF(room.left(), top, room.width(), line), flags, words)
            top += line

    def _paint_state(self, painter: QPainter, room: QRectF, row: ConsentRow) -> None:
        tone, icon = (Tone.OCHRE, "hourglass") if row.ends_soon else _LOOKS[row.state]
        size = chip_size(self._theme, row.words, icon)
        chip = QRectF(room.left(), 0, size.width(), size.height())
        chip.moveTop(room.center().y() - size.height() / 2)
        paint_chip(painter, self._theme, chip, row.words, tone, icon)

    def _paint_time(
        self, painter: QPainter, room: QRectF, index: Index, row: ConsentRow, ground: str
    ) -> None:
        axis = cast(ConsentTableModel, index.model()).axis
        if axis is None:
            return
        paint_track(
            painter, self._theme, time_room(room.adjusted(0, 0, -INSET, 0)), axis, row.track, ground
        )
        ratio = painter.device().devicePixelRatioF()
        pixmap = self._theme.pixmap("chevron-right", "ink.secondary", _CHEVRON, ratio)
        left = room.right() - INSET - _CHEVRON
        painter.drawPixmap(QPointF(left, room.center().y() - _CHEVRON / 2), pixmap)


def time_room(room: QRectF) -> QRectF:
    """The part of the time column, without its inset, that the axis spans."""
    return room.adjusted(8, 0, -(_CHEVRON + 24), 0)
