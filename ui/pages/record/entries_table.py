"""Every entry, newest first; as high as its rows, so that the page scrolls it."""

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QFrame,
    QHeaderView,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeView,
    QWidget,
)

from ui.pages.record.entries_model import Column, EntriesModel
from ui.pages.record.inset_header import INSET, InsetHeader
from ui.pages.record.view_model import EntryRow
from ui.theme import Theme
from ui.translation import translate
from ui.widgets.row_delegate import LINE, paint_line

Index = QModelIndex | QPersistentModelIndex
_ROW = 37
_WIDTHS = (98, 118, 280)


class _EntryDelegate(QStyledItemDelegate):
    """One line of words, and a rule above every row but the first."""

    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, self._theme.tokens.scaled(_ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        first, last = index.column() == Column.DAY, index.column() == Column.NUMBER
        room = QRectF(option.rect)
        inner = room.adjusted(INSET if first else 0, 0, -INSET if last else -12, 0)
        painter.save()
        if index.row() > 0:
            rule = QRectF(inner.left(), room.top(), inner.width() + (0 if last else 12), 1)
            painter.fillRect(rule, self._theme.tokens.color("line.subtle"))
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.fillRect(inner, self._theme.tokens.color("bg.selected"))
        painter.setPen(index.data(Qt.ItemDataRole.ForegroundRole))
        paint_line(
            painter,
            inner,
            index.data(),
            index.data(Qt.ItemDataRole.FontRole),
            index.data(Qt.ItemDataRole.TextAlignmentRole) or LINE,
        )
        painter.restore()


class EntriesTable(QTreeView):
    """As high as its rows; the page scrolls it."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._model = EntriesModel(theme, self)
        self.setObjectName("record.entries")
        self.setAccessibleName(translate("RecordTab", "Every entry, newest first"))
        self.setProperty("kind", "table")
        self.setModel(self._model)
        self.setItemDelegate(_EntryDelegate(theme, self))
        self.setRootIsDecorated(False)
        self.setItemsExpandable(False)
        self.setUniformRowHeights(True)
        self.setTabKeyNavigation(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        header = InsetHeader(theme, self)
        self.setHeader(header)
        header.setStretchLastSection(False)
        for column, width in enumerate(_WIDTHS):
            header.resizeSection(column, theme.tokens.scaled(width))
        header.setSectionResizeMode(Column.HOW, QHeaderView.ResizeMode.Stretch)
        header.resizeSection(Column.NUMBER, theme.tokens.scaled(56))

    def show_rows(self, rows: tuple[EntryRow, ...]) -> None:
        """Shows these entries instead of the ones before."""
        self._model.show_rows(rows)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        rows = self._model.rowCount() * self._theme.tokens.scaled(_ROW)
        return QSize(600, rows + self.header().sizeHint().height() + 2)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self.sizeHint().height())
