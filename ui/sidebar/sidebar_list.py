"""The sidebar's list: places at the top and at the foot, clients between."""

from PySide6.QtCore import QModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QWidget

from ui.places.navigation import Place
from ui.sidebar.sidebar_delegate import SidebarDelegate
from ui.sidebar.sidebar_list_model import SidebarListModel
from ui.sidebar.sidebar_rows import Row, RowKind, rows_for
from ui.sidebar.sidebar_view_model import State
from ui.theme.switcher import Theme
from ui.translation import translate
from ui.widgets.button import Button, ButtonKind, ButtonSize


class SidebarList(QListView):
    """Arrows move, Enter or a click goes there; the marked row is where the coach is."""

    chosen = Signal(object)  # Place

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sidebar.list")
        self.setAccessibleName(translate("Sidebar", "Places and clients"))
        self._model = SidebarListModel(self)
        self._delegate = SidebarDelegate(theme, self)
        self._theme = theme
        self._narrow = False
        self._state = State()
        self._privacy_needs = 0
        self._backup_due = False
        self.add = Button(
            theme,
            "",
            ButtonKind.QUIET,
            size=ButtonSize.SMALL,
            icon="plus",
            name=translate("Sidebar", "Add a client"),
            parent=self.viewport(),
        )
        self.add.setObjectName("sidebar.add")
        self.setModel(self._model)
        self.setItemDelegate(self._delegate)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        theme.changed.connect(self._lay_out)

    def show_state(self, state: State) -> None:
        """Shows other clients."""
        self._state = state
        self._show_rows()

    def show_privacy_needs(self, count: int) -> None:
        """Says how many things in the privacy check-up need the coach."""
        self._privacy_needs = count
        self._show_rows()

    def show_backup_due(self, due: bool) -> None:
        """Says whether a backup is due."""
        if due != self._backup_due:
            self._backup_due = due
            self._show_rows()

    def _show_rows(self) -> None:
        """Keeps the focus on its row."""
        was = self.currentIndex().row()
        self._model.set_rows(self._rows())
        self.setCurrentIndex(self._model.index(min(was, self._model.rowCount() - 1)))
        self._lay_out()

    def _rows(self) -> tuple[Row, ...]:
        return rows_for(self._state, self._privacy_needs, backup_due=self._backup_due)

    def show_place(self, place: Place) -> None:
        """Marks where the coach is."""
        self._model.set_place(place)
        self.setCurrentIndex(self._model.shown())

    def set_narrow(self, narrow: bool) -> None:
        """Shows icons only, or words too."""
        self._narrow = narrow
        self._delegate.set_narrow(narrow)
        self._model.set_narrow(narrow)
        self._lay_out()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self._choose(self.currentIndex())
            return
        super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if event.button() == Qt.MouseButton.LeftButton:
            self._choose(self.indexAt(event.position().toPoint()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()

    def minimumSizeHint(self) -> QSize:
        return QSize(0, 0)

    def updateGeometries(self) -> None:
        super().updateGeometries()
        self._place_add_button()

    def _choose(self, index: QModelIndex) -> None:
        if index.isValid() and (place := self._model.row(index).place) is not None:
            self.chosen.emit(place)

    def _lay_out(self) -> None:
        """Gives the gap what the other rows leave."""
        width, room = self.viewport().width(), self.viewport().height()
        rows = [self._model.row(self._model.index(n)) for n in range(self._model.rowCount())]
        taken = sum(self._delegate.height(row, width) for row in rows)
        self._delegate.set_gap(max(0, room - taken))
        self.scheduleDelayedItemsLayout()
        self.viewport().update()

    def _place_add_button(self) -> None:
        section = self._section_rect()
        side = self._theme.tokens.size("controlSmall")
        self.add.setVisible(not self._narrow and section.isValid())
        self.add.setGeometry(section.right() + 1 - side, section.bottom() + 1 - side, side, side)

    def _section_rect(self) -> QRect:
        for number in range(self._model.rowCount()):
            index = self._model.index(number)
            if self._model.row(index).kind is RowKind.SECTION:
                return self.visualRect(index)
        return QRect()
