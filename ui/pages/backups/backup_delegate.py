"""Paints one cell of the table of backups."""

from typing import cast

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ui.pages.backups.backup_rows import BackupRow, RowState
from ui.pages.backups.backups_table_model import Column
from ui.theme.switcher import Theme
from ui.widgets.inset_header import INSET
from ui.widgets.table_rows import ROW_ROLE

Index = QModelIndex | QPersistentModelIndex
GAP = 16  # between the columns
_ROW = 40
_ROW_WITH_NOTE = 52
_HALF = 10  # from the middle of a row to the middle of each of two lines
_SIGN = 15
_MORE = 16
_BESIDE = 6  # between a sign and its word
_LOOKS = {
    RowState.CHECKED: ("check", "leaf.text"),
    RowState.TRIED: ("check", "leaf.text"),
    RowState.UNCHECKED: ("circle-dashed", "ochre.text"),
    RowState.GONE: ("circle-slash", "ink.tertiary"),
}
_INKS = {Column.MADE: "ink.primary", Column.WHERE: "ink.secondary", Column.SIZE: "ink.tertiary"}


class BackupDelegate(QStyledItemDelegate):
    """The state with its sign, a second line for what is to be noted, three dots at the right."""

    def __init__(self, theme: Theme) -> None:
        """Paint by `theme`."""
        super().__init__()
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        row = cast(BackupRow, index.data(ROW_ROLE))
        may_be_away = row.place is not None and row.place.is_drive  # else all below would move
        noted = may_be_away or row.absence or row.sheet
        return QSize(0, self._theme.tokens.scaled(_ROW_WITH_NOTE if noted else _ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row, column = cast(BackupRow, index.data(ROW_ROLE)), Column(index.column())
        room = QRectF(option.rect)
        if option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(room, self._theme.tokens.color("bg.rowHover"))
        if index.row() > 0:
            rule = QRectF(room.left(), room.top(), room.width(), 1)
            painter.fillRect(rule, self._theme.tokens.color("line.subtle"))
        left = INSET if column is Column.MADE else 0
        inner = room.adjusted(left, 0, 0 if column is Column.MORE else -GAP, 0)
        if column is Column.STATE:
            self._paint_state(painter, inner, row)
        elif column is Column.MORE:
            self._paint_more(painter, inner)
        elif column is Column.WHERE and row.sheet:
            up, down = self._two_lines(inner)
            self._paint_words(painter, up, row.where, _INKS[column], _LEFT)
            ink = "ochre.text" if row.older_kit else "ink.tertiary"
            self._paint_words(painter, down, row.sheet, ink, _LEFT, "caption")
        else:
            align = Qt.AlignmentFlag.AlignRight if column is Column.SIZE else _LEFT
            self._paint_words(painter, inner, str(index.data()), _INKS[column], align)

    def _paint_state(self, painter: QPainter, room: QRectF, row: BackupRow) -> None:
        sign, ink = _LOOKS[row.state]
        up, down = self._two_lines(room) if row.absence else (room, room)
        side = self._theme.tokens.scaled(_SIGN)
        self._paint_sign(painter, room.left(), up, sign, ink, _SIGN)
        beside = side + _BESIDE
        self._paint_words(painter, up.adjusted(beside, 0, 0, 0), row.state_word, ink, _LEFT)
        if row.absence:
            words = down.adjusted(beside, 0, 0, 0)
            self._paint_words(painter, words, row.absence, "ink.tertiary", _LEFT, "caption")

    def _two_lines(self, room: QRectF) -> tuple[QRectF, QRectF]:
        half = self._theme.tokens.scaled(_HALF)
        return room.translated(0, -half), room.translated(0, half)

    def _paint_more(self, painter: QPainter, room: QRectF) -> None:
        side = self._theme.tokens.scaled(_MORE)
        left = room.right() - INSET - side
        self._paint_sign(painter, left, room, "more-horizontal", "ink.tertiary", _MORE)

    def _paint_sign(
        self, painter: QPainter, left: float, room: QRectF, sign: str, ink: str, side: int
    ) -> None:
        scaled = self._theme.tokens.scaled(side)
        ratio = painter.device().devicePixelRatioF()
        pixmap = self._theme.pixmap(sign, ink, scaled, ratio)
        painter.drawPixmap(QPointF(left, round(room.center().y() - scaled / 2)), pixmap)

    def _paint_words(
        self,
        painter: QPainter,
        room: QRectF,
        text: str,
        ink: str,
        align: Qt.AlignmentFlag,
        style: str = "small",
    ) -> None:
        font = self._theme.font(style)
        shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, int(room.width()))
        painter.setFont(font)
        painter.setPen(self._theme.tokens.color(ink))
        flags = int(align | Qt.AlignmentFlag.AlignVCenter) | int(Qt.TextFlag.TextSingleLine)
        painter.drawText(room, flags, shown)


_LEFT = Qt.AlignmentFlag.AlignLeft
