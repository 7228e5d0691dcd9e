"""Paints the palette's rows and headings."""

from PySide6.QtCore import QObject, QPointF, QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ui.commands.palette_entries import Entry, EntryKind
from ui.commands.palette_list_model import ROW, title
from ui.theme.switcher import Theme
from ui.widgets.avatar import paint_avatar
from ui.widgets.fitted_list import Index
from ui.widgets.key_cap import key_text
from ui.widgets.row_delegate import GAP, PADDING, RIGHT, paint_line

HEIGHT = 36
HEADING = 32
HEADING_LINE = 24  # the words of a heading stand low in it
SIGN = 20  # room for an icon or a tile


class PaletteDelegate(QStyledItemDelegate):
    """Sign, words, and the key at the right."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        heading = isinstance(index.data(ROW), EntryKind)
        return QSize(0, self._theme.tokens.scaled(HEADING if heading else HEIGHT))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: EntryKind | Entry = index.data(ROW)
        room = QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if isinstance(row, Entry):
            self._paint_ground(painter, room, option.state)
            self._paint_entry(painter, room.adjusted(PADDING, 0, -PADDING, 0), row)
        else:
            painter.setPen(self._theme.tokens.color("ink.tertiary"))
            line = room.adjusted(PADDING, room.height() - HEADING_LINE, -PADDING, 0)
            paint_line(painter, line, title(row), self._theme.font("caption", strong=True))
        painter.restore()

    def _paint_ground(self, painter: QPainter, room: QRectF, state: QStyle.StateFlag) -> None:
        tokens = self._theme.tokens
        current = bool(state & QStyle.StateFlag.State_Selected)
        if current or state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(tokens.color("bg.selected" if current else "bg.rowHover"))
            painter.setBrush(tokens.color("bg.selected" if current else "bg.rowHover"))
            box = room.adjusted(0.5, 0.5, -0.5, -0.5)
            painter.drawRoundedRect(box, tokens.radius("control"), tokens.radius("control"))

    def _paint_entry(self, painter: QPainter, room: QRectF, entry: Entry) -> None:
        tokens = self._theme.tokens
        self._paint_sign(painter, room, entry)
        room.setLeft(room.left() + tokens.scaled(SIGN) + GAP - 2)
        if entry.keys:
            painter.setPen(tokens.color("ink.tertiary"))
            keys = key_text(entry.keys)
            width = paint_line(painter, room, keys, self._theme.font("caption"), RIGHT)
            room.setRight(room.right() - width - GAP)
        painter.setPen(tokens.color("ink.primary"))
        paint_line(painter, room, entry.title, self._theme.font("body"))

    def _paint_sign(self, painter: QPainter, room: QRectF, entry: Entry) -> None:
        side = self._theme.tokens.scaled(SIGN if entry.initials else 17)
        top = round(room.center().y() - side / 2)
        if entry.initials:
            tile = QRectF(room.left(), top, side, side)
            paint_avatar(painter, self._theme, tile, entry.initials)
        elif entry.icon:
            ratio = painter.device().devicePixelRatioF()
            pixmap = self._theme.pixmap(entry.icon, "ink.secondary", side, ratio)
            painter.drawPixmap(QPointF(room.left(), top), pixmap)
