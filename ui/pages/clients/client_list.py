"""The list itself: typing goes to the filter, and an archived row offers to be restored."""

from PySide6.QtCore import QEvent, QModelIndex, QRect, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent

from app.core.ids import ClientId
from ui.theme.switcher import Theme
from ui.translation import translate
from ui.widgets.button import Button, ButtonSize
from ui.widgets.fitted_list import FittedList
from ui.widgets.row_delegate import PADDING, RowDelegate
from ui.widgets.rows import RowModel


class ClientList(FittedList):
    """One "Restore" button for all rows: it lies on the archived row that is in question."""

    typed = Signal(str)
    restore_wanted = Signal(object)  # ClientId

    def __init__(self, theme: Theme, rows: RowModel) -> None:
        """Show `rows`."""
        super().__init__(theme, translate("Clients", "Clients"), rows, RowDelegate(theme))
        self._rows = rows
        self._for: ClientId | None = None
        self._restore = Button(
            theme, translate("Clients", "Restore"), size=ButtonSize.SMALL, parent=self.viewport()
        )
        self._restore.setObjectName("clients.restore")
        self._restore.hide()
        self._restore.clicked.connect(lambda: self.restore_wanted.emit(self._for))
        self.entered.connect(self._offer)
        self.selectionModel().currentChanged.connect(self._offer)
        rows.modelAboutToBeReset.connect(self._restore.hide)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        text = event.text()
        if text.isprintable() and text.strip():
            self.typed.emit(text)
            return
        super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._offer(self.currentIndex())

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._offer(self.currentIndex() if self.hasFocus() else QModelIndex())

    def _offer(self, index: QModelIndex) -> None:
        row = self._rows.row(index) if index.isValid() else None
        self._restore.setVisible(row is not None and row.faded)
        if row is None or not row.faded:
            return
        self._for = ClientId(self._rows.key(index))
        name = translate("Clients", "Restore {name}").format(name=row.title)
        self._restore.setAccessibleName(name)
        room = self.visualRect(index)
        place = QRect(room.topLeft(), self._restore.sizeHint())
        place.moveCenter(room.center())
        place.moveRight(room.right() - PADDING)
        self._restore.setGeometry(place)
