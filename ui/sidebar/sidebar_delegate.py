"""Paints the sidebar's rows, wide or narrow."""

from PySide6.QtCore import QObject, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ui.sidebar.sidebar_list_model import SidebarRole
from ui.sidebar.sidebar_rows import Row, RowKind
from ui.theme.switcher import Theme
from ui.widgets.avatar import paint_avatar
from ui.widgets.fitted_list import Index

PADDING = 8  # logical pixels inside a row, left and right
GAP = 10  # between icon and words
TILE = 20  # a client's initials
SECTION = 40  # a section's row, the space above it included
ALL_ICON = 16
DOT = 7
LINE = Qt.TextFlag.TextSingleLine


class SidebarDelegate(QStyledItemDelegate):
    """Painted by hand, since a row is more than its text and its look comes from tokens."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._narrow = False
        self._gap = 0

    def set_narrow(self, narrow: bool) -> None:
        """Paints icons only."""
        self._narrow = narrow

    def set_gap(self, height: int) -> None:
        """How high the empty row is that keeps the last places at the foot."""
        self._gap = height

    def height(self, row: Row, width: int) -> int:
        """How high a row is; the gap's own height is not asked for here."""
        tokens = self._theme.tokens
        match row.kind:
            case RowKind.GAP:
                return 0
            case RowKind.SECTION:
                return tokens.scaled(SECTION)
            case RowKind.HINT:
                return 0 if self._narrow else self._hint_rect(row, width).height()
            case _:
                return tokens.size("navRow")

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        row: Row = index.data(SidebarRole.ROW)
        room = option.rect
        return QSize(0, self._gap if row.kind is RowKind.GAP else self.height(row, room.width()))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: Row = index.data(SidebarRole.ROW)
        room = option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        match row.kind:
            case RowKind.GAP:
                pass
            case RowKind.SECTION:
                self._paint_section(painter, room, row)
            case RowKind.HINT:
                self._paint_hint(painter, room, row)
            case _:
                shown = bool(index.data(SidebarRole.SHOWN))
                self._paint_ground(painter, room, option.state, shown=shown)
                self._paint_place(painter, room, row, shown=shown)
        painter.restore()

    def _paint_section(self, painter: QPainter, room: QRect, row: Row) -> None:
        tokens = self._theme.tokens
        if self._narrow:
            painter.setPen(tokens.color("line.subtle"))
            y = room.center().y()
            painter.drawLine(room.left() + PADDING, y, room.right() - PADDING, y)
            return
        painter.setFont(self._theme.font("caption", strong=True))
        painter.setPen(tokens.color("ink.tertiary"))
        words = room.adjusted(PADDING, room.height() - tokens.scaled(28), -PADDING, 0)
        painter.drawText(words, int(Qt.AlignmentFlag.AlignVCenter) | int(LINE), row.text)

    def _paint_hint(self, painter: QPainter, room: QRect, row: Row) -> None:
        if self._narrow:
            return
        painter.setFont(self._theme.font("small"))
        painter.setPen(self._theme.tokens.color("ink.tertiary"))
        words = room.adjusted(PADDING, 0, -PADDING, 0)
        painter.drawText(words, int(Qt.TextFlag.TextWordWrap), row.text)

    def _hint_rect(self, row: Row, width: int) -> QRect:
        room = QRect(0, 0, max(1, width - 2 * PADDING), 1_000)
        metrics = QFontMetrics(self._theme.font("small"))
        return metrics.boundingRect(room, int(Qt.TextFlag.TextWordWrap), row.text)

    def _paint_ground(
        self, painter: QPainter, room: QRect, state: QStyle.StateFlag, *, shown: bool
    ) -> None:
        tokens = self._theme.tokens
        radius = tokens.radius("control")
        edge = QRectF(room).adjusted(0.5, 0.5, -0.5, -0.5)
        if shown:
            painter.setPen(tokens.color("line.subtle"))
            painter.setBrush(tokens.color("bg.surface"))
            painter.drawRoundedRect(edge, radius, radius)
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(tokens.color("bg.hover"))
            painter.drawRoundedRect(edge, radius, radius)
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(tokens.color("focus"), tokens.line("focus")))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(room).adjusted(1, 1, -1, -1), radius, radius)

    def _paint_place(self, painter: QPainter, room: QRect, row: Row, *, shown: bool) -> None:
        left = self._paint_lead(painter, room, row, shown=shown)
        marked = row.need or row.due
        right = self._paint_need(painter, room, row) if marked else room.right() - PADDING
        if self._narrow:
            return
        everybody = row.kind is RowKind.ALL
        quiet = "ink.tertiary" if everybody else "ink.secondary"
        font = self._theme.font("small" if everybody else "body", strong=shown)
        painter.setFont(font)
        painter.setPen(self._theme.tokens.color("ink.primary" if shown else quiet))
        words = QRect(left, room.top(), right - left, room.height())
        elided = QFontMetrics(font).elidedText(row.text, Qt.TextElideMode.ElideRight, words.width())
        painter.drawText(words, int(Qt.AlignmentFlag.AlignVCenter) | int(LINE), elided)

    def _paint_need(self, painter: QPainter, room: QRect, row: Row) -> int:
        """Paints a dot, and beside it how many if they count; returns where the words end."""
        tokens = self._theme.tokens
        dot = tokens.scaled(DOT)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(tokens.color("ochre.mark"))
        if self._narrow:
            painter.drawEllipse(QRectF(room.right() - dot - 6, room.top() + 5, dot, dot))
            return room.right()
        font = self._theme.font("small")
        count = str(row.need) if row.need else ""
        width = QFontMetrics(font).horizontalAdvance(count)
        left = room.right() - PADDING - dot - (width + 6 if count else 0)
        painter.drawEllipse(QRectF(left, room.center().y() - dot / 2 + 0.5, dot, dot))
        painter.setFont(font)
        painter.setPen(tokens.color("ink.tertiary"))
        place = QRect(room.right() - PADDING - width, room.top(), width + 1, room.height())
        painter.drawText(place, int(Qt.AlignmentFlag.AlignVCenter) | int(LINE), count)
        return left - 6

    def _paint_lead(self, painter: QPainter, room: QRect, row: Row, *, shown: bool) -> int:
        """Paints icon or initials; returns where the words begin."""
        tokens = self._theme.tokens
        slot = tokens.scaled(TILE) if row.initials else tokens.size("icon")
        left = room.center().x() - slot // 2 if self._narrow else room.left() + PADDING
        top = room.top() + (room.height() - slot) // 2
        if row.initials:
            tile = QRectF(left, top, slot, slot)
            paint_avatar(painter, self._theme, tile, row.initials, chosen=shown)
        else:
            everybody = row.kind is RowKind.ALL
            side = tokens.scaled(ALL_ICON) if everybody else slot
            quiet = "ink.tertiary" if everybody else "ink.secondary"
            ratio = painter.device().devicePixelRatioF()
            role = "rose.text" if shown else quiet
            pixmap = self._theme.pixmap(row.icon, role, side, ratio)
            inset = (slot - side) // 2
            painter.drawPixmap(left + inset, top + inset, pixmap)
        return left + slot + GAP
