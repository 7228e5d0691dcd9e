"""A table as high as its rows, for pages that scroll as a whole."""

from collections.abc import Mapping

from PySide6.QtCore import (
    QAbstractItemModel,
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    Qt,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPen, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QSizePolicy,
    QStyleOptionViewItem,
    QTreeView,
    QWidget,
)

from ui.theme.switcher import Theme
from ui.widgets.fitted_list import BY_KEYBOARD, RETURNING
from ui.widgets.page_around import scroll_page_to

_OPENS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class FittedTable(QTreeView):
    """Arrow keys walk the rows; Enter, Space or a double click opens one, a click only goes there.

    The page around it follows the current row, which is ringed for those who use the keyboard.
    """

    opened = Signal(QModelIndex)

    def __init__(
        self,
        theme: Theme,
        name: str,
        model: QAbstractItemModel,
        delegate: QAbstractItemDelegate,
        header: QHeaderView,
        widths: Mapping[int, int],
        parent: QWidget | None = None,
    ) -> None:
        """Show `model`; `name` is for screen readers, `widths` of columns are those at 100 %."""
        super().__init__(parent)
        self._theme = theme
        self._delegate = delegate  # the view itself doesn't keep it alive
        self._widths = widths
        self._shows_ring = False
        self._kept_row = 0
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setRootIsDecorated(False)
        self.setItemsExpandable(False)
        self.setExpandsOnDoubleClick(False)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setHeader(header)
        self.setModel(model)
        self.setItemDelegate(delegate)
        self.doubleClicked.connect(self.opened)
        self.selectionModel().currentChanged.connect(self._follow)
        model.modelAboutToBeReset.connect(self._keep_row)
        model.modelReset.connect(self._after_reset)
        theme.changed.connect(self.fit)
        self.fit()

    def fit(self) -> None:
        """Take the widths of the text's size, and the height that the rows need."""
        for column, width in self._widths.items():
            self.header().resizeSection(column, self._theme.tokens.scaled(width))
        self._fit_height()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit_height()

    def focusInEvent(self, event: QFocusEvent) -> None:
        if event.reason() not in RETURNING:
            self._shows_ring = event.reason() in BY_KEYBOARD
        if not self.currentIndex().isValid():
            self.setCurrentIndex(self.model().index(0, 0))
        super().focusInEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _OPENS and not event.modifiers():
            if self.currentIndex().isValid():
                self.opened.emit(self.currentIndex())
            return
        self._shows_ring = True
        super().keyPressEvent(event)
        self.viewport().update()

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()  # the page scrolls, not the table

    def drawRow(  # noqa: N802  Qt's name
        self,
        painter: QPainter,
        options: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        super().drawRow(painter, options, index)
        current = index.row() == self.currentIndex().row()
        if not (current and self._shows_ring and self.hasFocus()):
            return
        width = self._theme.tokens.line("focus")
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.tokens.color("focus"), width))
        ring = QRectF(options.rect).adjusted(width, width, -width, -width)
        radius = self._theme.tokens.radius("row")
        painter.drawRoundedRect(ring, radius, radius)
        painter.restore()

    def _fit_height(self) -> None:
        self.doItemsLayout()
        model = self.model()
        rows = sum(self.indexRowSizeHint(model.index(at, 0)) for at in range(model.rowCount()))
        self.setFixedHeight(self.header().sizeHint().height() + rows)

    def _follow(self, current: QModelIndex) -> None:
        if self.hasFocus():
            scroll_page_to(self, self.visualRect(current))

    def _keep_row(self) -> None:
        self._kept_row = max(self.currentIndex().row(), 0)

    def _after_reset(self) -> None:
        self._fit_height()
        last = self.model().rowCount() - 1
        if self.hasFocus() and last >= 0:
            self.setCurrentIndex(self.model().index(min(self._kept_row, last), 0))


def cell_width(option: QStyleOptionViewItem, column: int) -> int:
    """How wide a cell is, for a delegate's `sizeHint`: the option itself doesn't know there."""
    view = option.widget
    return view.columnWidth(column) if isinstance(view, QTreeView) else option.rect.width()
