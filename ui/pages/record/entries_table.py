"""The table of every entry, newest first."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from ui.pages.record.entries_table_model import Column, EntriesTableModel
from ui.pages.record.entry_rows import EntryRow
from ui.pages.record.wrapped_words import paint_words, words_height
from ui.theme.switcher import Theme
from ui.translation import translate
from ui.widgets.fitted_table import FittedTable, cell_width
from ui.widgets.inset_header import INSET, InsetHeader

Index = QModelIndex | QPersistentModelIndex
_ROW = 37
_PADDING = 8
_GAP = 16
_WIDTHS: dict[int, int] = {
    Column.DAY: INSET + 56 + _GAP,
    Column.WHAT: 118 + _GAP,
    Column.ABOUT: 262 + _GAP,
    Column.NUMBER: 40 + INSET,
}
_INKS = {
    Column.DAY: "ink.tertiary",
    Column.HOW: "ink.secondary",
    Column.NUMBER: "ink.tertiary",
}


class EntriesTable(FittedTable):
    """To be read; there is nothing to open, and nothing to change."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Make an empty table."""
        self._model = EntriesTableModel()
        super().__init__(
            theme,
            translate("RecordTab", "Every entry, newest first"),
            self._model,
            _EntryDelegate(theme),
            InsetHeader(theme),
            _WIDTHS,
            parent,
        )
        self._model.setParent(self)
        self.setObjectName("record.entries")
        self.header().setSectionResizeMode(Column.HOW, QHeaderView.ResizeMode.Stretch)

    def show_rows(self, rows: tuple[EntryRow, ...]) -> None:
        """Shows these entries instead of the ones before."""
        self._model.show_rows(rows)


class _EntryDelegate(QStyledItemDelegate):
    """Words that wrap, and a rule above every row but the first."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        column = Column(index.column())
        room = _inner(QRectF(0, 0, cell_width(option, column), 0), column)
        strong = column is Column.WHAT
        words = words_height(self._theme, index.data(), "small", room.width(), strong=strong)
        return QSize(0, max(words + 2 * _PADDING + 1, self._theme.tokens.scaled(_ROW)))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        column, room = Column(index.column()), QRectF(option.rect)
        tokens = self._theme.tokens
        if index.row() > 0:
            left = INSET if column is Column.DAY else 0
            right = INSET if column is Column.NUMBER else 0
            rule = QRectF(room.left() + left, room.top(), room.width() - left - right, 1)
            painter.fillRect(rule, tokens.color("line.subtle"))
        align = Qt.AlignmentFlag.AlignLeft
        if column is Column.NUMBER:
            align = Qt.AlignmentFlag.AlignRight
        painter.setPen(tokens.color(_INKS.get(column, "ink.primary")))
        words = _inner(room, column)
        strong = column is Column.WHAT
        paint_words(painter, self._theme, words, index.data(), "small", align, strong=strong)


def _inner(room: QRectF, column: Column) -> QRectF:
    left = INSET if column is Column.DAY else 0
    return room.adjusted(left, 0, -INSET if column is Column.NUMBER else -_GAP, 0)
