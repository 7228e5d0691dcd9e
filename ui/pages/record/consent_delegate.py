"""Paints a consent's row: name and detail, the state as a chip, and the line of time."""

from typing import cast

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPointF, QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from app.records.consents.record import State
from ui.pages.record.consent_rows import ConsentRow
from ui.pages.record.consents_table_model import Column, ConsentsTableModel
from ui.pages.record.track_painter import paint_track
from ui.pages.record.wrapped_words import paint_words, words_height
from ui.theme.switcher import Theme
from ui.widgets.chip import Tone, chip_size, paint_chip
from ui.widgets.fitted_table import cell_width
from ui.widgets.inset_header import INSET
from ui.widgets.table_rows import ROW_ROLE

Index = QModelIndex | QPersistentModelIndex
GAP = 20  # between the columns
CHEVRON_ROOM = 52  # at the right of every row, a click opens it
_CHEVRON = 16
_PADDING = 7
_REACH = 10  # a point of the line of time on the first day
_LOOKS = {
    State.GIVEN: (Tone.LEAF, "check"),
    State.REQUESTED: (Tone.PLAIN, "circle-dashed"),
    State.REFUSED: (Tone.PLAIN, "circle-slash"),
    State.WITHDRAWN: (Tone.PLAIN, "circle-x"),
    State.EXPIRED: (Tone.PLAIN, "clock"),
}


def chip_look(row: ConsentRow) -> tuple[Tone, str]:
    """Tone and icon of a consent's state."""
    return (Tone.OCHRE, "hourglass") if row.ends_soon else _LOOKS[row.state]


def time_room(room: QRectF) -> QRectF:
    """The part of the time column, without its inset, that the axis spans."""
    return room.adjusted(_REACH, 0, -CHEVRON_ROOM, 0)


class ConsentDelegate(QStyledItemDelegate):
    """One look for the three columns of the consent table."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        """Paint by `theme`."""
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        least = self._theme.tokens.size("ledgerRow")
        if index.column() != Column.NAME:
            return QSize(0, least)
        row = cast(ConsentRow, index.data(ROW_ROLE))
        name, detail = self._heights(row, cell_width(option, Column.NAME) - INSET - GAP)
        return QSize(0, max(least, name + detail + 2 * _PADDING))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = cast(ConsentRow, index.data(ROW_ROLE))
        room = QRectF(option.rect)
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        ground = "bg.rowHover" if hovered else "bg.surface"
        painter.fillRect(room, self._theme.tokens.color(ground))
        column = Column(index.column())
        inner = room.adjusted(
            INSET if column is Column.NAME else 0, 0, -INSET if column is Column.TIME else 0, 0
        )
        if index.row() > 0:
            rule = QRectF(inner.left(), inner.top(), inner.width(), 1)
            painter.fillRect(rule, self._theme.tokens.color("line.subtle"))
        if column is Column.NAME:
            self._paint_name(painter, inner.adjusted(0, 0, -GAP, 0), row)
        elif column is Column.STATE:
            self._paint_state(painter, inner, row)
        else:
            self._paint_time(painter, inner, cast(ConsentsTableModel, index.model()), row, ground)

    def _heights(self, row: ConsentRow, width: float) -> tuple[int, int]:
        name = words_height(self._theme, row.name, "body", width, strong=True)
        return name, words_height(self._theme, row.detail, "caption", width)

    def _paint_name(self, painter: QPainter, room: QRectF, row: ConsentRow) -> None:
        name, detail = self._heights(row, room.width())
        top = room.center().y() - (name + detail) / 2
        above = QRectF(room.left(), top, room.width(), name)
        painter.setPen(self._theme.tokens.color("ink.primary"))
        paint_words(painter, self._theme, above, row.name, "body", strong=True)
        painter.setPen(self._theme.tokens.color("ink.tertiary"))
        below = QRectF(room.left(), top + name, room.width(), detail)
        paint_words(painter, self._theme, below, row.detail, "caption")

    def _paint_state(self, painter: QPainter, room: QRectF, row: ConsentRow) -> None:
        tone, icon = chip_look(row)
        size = chip_size(self._theme, row.words, icon)
        chip = QRectF(room.left(), 0, size.width(), size.height())
        chip.moveTop(room.center().y() - size.height() / 2)
        paint_chip(painter, self._theme, chip, row.words, tone, icon)

    def _paint_time(
        self,
        painter: QPainter,
        room: QRectF,
        model: ConsentsTableModel,
        row: ConsentRow,
        ground: str,
    ) -> None:
        if model.axis is None:
            return
        paint_track(painter, self._theme, time_room(room), model.axis, row.track, ground)
        side = self._theme.tokens.scaled(_CHEVRON)
        ratio = painter.device().devicePixelRatioF()
        pixmap = self._theme.pixmap("chevron-right", "ink.secondary", side, ratio)
        place = QPointF(room.right() - side, room.center().y() - side / 2)
        painter.drawPixmap(place, pixmap)
