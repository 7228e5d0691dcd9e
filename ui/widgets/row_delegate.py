"""List rows: a leading icon or tile, a title, a detail below and a word at the right."""

from enum import IntEnum
from typing import Any

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ui.theme import Theme
from ui.widgets.avatar import paint_avatar

PADDING = 10
GAP = 12
TILE = 36


class RowRole(IntEnum):
    """What a model answers for a row; all but TITLE may be empty."""

    TITLE = Qt.ItemDataRole.DisplayRole
    DETAIL = Qt.ItemDataRole.UserRole + 1
    RIGHT = Qt.ItemDataRole.UserRole + 2
    RIGHT_TONE = Qt.ItemDataRole.UserRole + 3  # "tertiary" (default), "ochre", "brick", ...
    ICON = Qt.ItemDataRole.UserRole + 4
    INITIALS = Qt.ItemDataRole.UserRole + 5


class RowDelegate(QStyledItemDelegate):
    """Paints rows in every state; subclasses may paint more in `paint_content`.

    The model answers Qt.ItemDataRole.AccessibleTextRole for screen readers.
    """

    def __init__(
        self,
        theme: Theme,
        *,
        one_line: str = "row",
        two_lines: str = "rowTwoLine",
        parent: QObject | None = None,
    ) -> None:
        """Rows are as high as the size tokens `one_line` and `two_lines` say."""
        super().__init__(parent)
        self._theme = theme
        self._one_line = one_line
        self._two_lines = two_lines

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        name = self._two_lines if self.text(index, RowRole.DETAIL) else self._one_line
        return QSize(0, self._theme.tokens.size(name))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        row: QRect = option.rect  # pyright: ignore[reportAttributeAccessIssue]
        state: QStyle.StateFlag = option.state  # pyright: ignore[reportAttributeAccessIssue]
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, row, state)
        self.paint_content(painter, row.adjusted(PADDING, 0, -PADDING, 0), state, index)
        painter.restore()

    def paint_content(
        self,
        painter: QPainter,
        room: QRect,
        state: QStyle.StateFlag,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint what stands in the row, inside its padding."""
        left = self._paint_lead(painter, room, state, index)
        right = self._paint_right(painter, room, index)
        self._paint_words(painter, QRect(left, room.y(), right - left, room.height()), index)

    def text(self, index: QModelIndex | QPersistentModelIndex, role: RowRole) -> str:
        """Return one answer of the model as text, "" for none."""
        answer: Any = index.data(role)
        return "" if answer is None else str(answer)

    def _paint_ground(self, painter: QPainter, row: QRect, state: QStyle.StateFlag) -> None:
        tokens = self._theme.tokens
        radius = tokens.radius("control")
        fill = ""
        if state & QStyle.StateFlag.State_Selected:
            fill = "bg.selected"
        elif state & QStyle.StateFlag.State_MouseOver:
            fill = "bg.rowHover"
        if fill:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(tokens.color(fill))
            painter.drawRoundedRect(row, radius, radius)
        if state & QStyle.StateFlag.State_HasFocus:
            width = tokens.line("focus")
            inset = width / 2
            painter.setPen(QPen(tokens.color("focus"), width))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            ring = QRectF(row).adjusted(inset, inset, -inset, -inset)
            painter.drawRoundedRect(ring, radius, radius)

    def _paint_lead(
        self,
        painter: QPainter,
        room: QRect,
        state: QStyle.StateFlag,
        index: QModelIndex | QPersistentModelIndex,
    ) -> int:
        tokens = self._theme.tokens
        if initials := self.text(index, RowRole.INITIALS):
            side = min(tokens.scaled(TILE), room.height() - 8)
            tile = QRectF(room.x(), room.center().y() - side / 2 + 0.5, side, side)
            chosen = bool(state & QStyle.StateFlag.State_Selected)
            paint_avatar(painter, self._theme, tile, initials, chosen=chosen)
            return room.x() + side + GAP
        if icon := self.text(index, RowRole.ICON):
            side = tokens.size("icon")
            ratio = painter.device().devicePixelRatioF()
            pixmap = self._theme.pixmap(icon, "ink.secondary", side, ratio)
            painter.drawPixmap(room.x(), room.y() + (room.height() - side) // 2, pixmap)
            return room.x() + side + GAP
        return room.x()

    def _paint_right(
        self, painter: QPainter, room: QRect, index: QModelIndex | QPersistentModelIndex
    ) -> int:
        words = self.text(index, RowRole.RIGHT)
        if not words:
            return room.right()
        tone = self.text(index, RowRole.RIGHT_TONE) or "tertiary"
        role = f"ink.{tone}" if tone in ("primary", "secondary", "tertiary") else f"{tone}.text"
        font = self._theme.font("caption")
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
        self._draw(painter, room, words, font, self._theme.tokens.color(role), flags)
        return room.right() - QFontMetrics(font).horizontalAdvance(words) - GAP

    def _paint_words(
        self, painter: QPainter, room: QRect, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        tokens = self._theme.tokens
        title = self.text(index, RowRole.TITLE)
        detail = self.text(index, RowRole.DETAIL)
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        body, ink = self._theme.font("body"), tokens.color("ink.primary")
        if not detail:
            self._draw(painter, room, title, body, ink, flags)
            return
        upper, lower = tokens.type_style("body").line, tokens.type_style("caption").line
        top = room.y() + (room.height() - upper - lower) // 2
        first = QRect(room.x(), top, room.width(), upper)
        second = QRect(room.x(), top + upper, room.width(), lower)
        self._draw(painter, first, title, body, ink, flags)
        small, grey = self._theme.font("caption"), tokens.color("ink.tertiary")
        self._draw(painter, second, detail, small, grey, flags)

    def _draw(
        self,
        painter: QPainter,
        room: QRect,
        words: str,
        font: QFont,
        ink: QColor,
        flags: Qt.AlignmentFlag,
    ) -> None:
        painter.setFont(font)
        painter.setPen(ink)
        elided = QFontMetrics(font).elidedText(words, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, int(flags) | int(Qt.TextFlag.TextSingleLine), elided)
