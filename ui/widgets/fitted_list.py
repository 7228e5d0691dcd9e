"""A list as high as its rows, for pages that scroll as a whole."""

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QWheelEvent
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QFrame,
    QListView,
    QSizePolicy,
    QWidget,
)

from ui.theme.switcher import Theme
from ui.widgets.page_around import scroll_page_to

Index = QModelIndex | QPersistentModelIndex
BY_KEYBOARD = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
)
# From a menu, a dialog or another window: who had a ring there still has one.
RETURNING = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason)
REACHED = Qt.ItemFlag.ItemIsEnabled


class FittedList(QListView):
    """Rows that open by a click or Enter; the page around it follows the current row."""

    opened = Signal(QModelIndex)

    def __init__(
        self,
        theme: Theme,
        name: str,
        model: QAbstractItemModel,
        delegate: QAbstractItemDelegate,
        parent: QWidget | None = None,
    ) -> None:
        """Show `model` by `delegate`; `name` is for screen readers."""
        super().__init__(parent)
        self.shows_ring = False  # whether the current row is ringed: only for those with a keyboard
        self._delegate = delegate  # the view itself doesn't keep it alive
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMouseTracking(True)
        self.setModel(model)
        self.setItemDelegate(delegate)
        self.clicked.connect(self._open)
        self.selectionModel().currentChanged.connect(self._follow)
        model.modelReset.connect(self.fit)
        theme.changed.connect(self.fit)
        self.fit()

    def fit(self) -> None:
        """Take the height that the rows need."""
        model = self.model()
        rows = (self.sizeHintForIndex(model.index(row, 0)) for row in range(model.rowCount()))
        self.setFixedHeight(sum(size.height() for size in rows))
        if self.hasFocus() and not self.currentIndex().isValid():
            self.setCurrentIndex(self._first())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self._open(self.currentIndex())
            return
        self.shows_ring = True
        super().keyPressEvent(event)
        self.viewport().update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        if event.reason() not in RETURNING:
            self.shows_ring = event.reason() in BY_KEYBOARD
        super().focusInEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()  # the page scrolls, not the list

    def _follow(self, current: QModelIndex) -> None:
        if self.hasFocus():
            scroll_page_to(self, self.visualRect(current))

    def _open(self, index: QModelIndex) -> None:
        if index.isValid() and index.flags() & REACHED:
            self.opened.emit(index)

    def _first(self) -> QModelIndex:
        """The first row that can be reached."""
        model = self.model()
        rows = (model.index(row, 0) for row in range(model.rowCount()))
        return next((row for row in rows if row.flags() & REACHED), QModelIndex())
