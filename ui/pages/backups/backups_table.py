"""The table of backups, with a menu for each."""

from PySide6.QtCore import QModelIndex, QPoint, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QHeaderView, QMenu, QWidget

from ui.pages.backups.backup_delegate import GAP, BackupDelegate
from ui.pages.backups.backup_rows import BackupRow, Removal
from ui.pages.backups.backups_table_model import BackupsTableModel, Column
from ui.theme.switcher import Theme
from ui.translation import translate
from ui.widgets.fitted_table import FittedTable
from ui.widgets.inset_header import INSET, InsetHeader

_MORE_ROOM = 24 + INSET
_WIDTHS: dict[int, int] = {
    Column.MADE: INSET + 118 + GAP,
    Column.SIZE: 70 + GAP,
    Column.STATE: 112 + GAP,
    Column.MORE: _MORE_ROOM,
}


class BackupsTable(FittedTable):
    """Enter, a click on the dots or the menu key opens the menu of a row; Delete takes one off."""

    look_asked = Signal(object)  # Path
    show_asked = Signal(object)  # BackupRow
    removal_asked = Signal(object)  # BackupRow

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Make an empty table."""
        self._model = BackupsTableModel()
        super().__init__(
            theme,
            translate("Backups", "Earlier backups"),
            self._model,
            BackupDelegate(theme),
            _Header(theme),
            _WIDTHS,
            parent,
        )
        self._model.setParent(self)
        for changed in (
            self._model.rowsInserted,
            self._model.rowsRemoved,
            self._model.dataChanged,
        ):
            changed.connect(self.fit)
        self.setObjectName("backups.table")
        self.header().setStretchLastSection(False)
        self.header().setMinimumSectionSize(0)
        self.header().setSectionResizeMode(Column.WHERE, QHeaderView.ResizeMode.Stretch)
        self._menu = QMenu(self)
        self._menu.setObjectName("backups.menu")
        self.opened.connect(self._open_menu)

    def show_rows(self, rows: tuple[BackupRow, ...]) -> None:
        """Shows these backups instead of the ones before."""
        self._model.show_rows(rows)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        on_dots = index.isValid() and index.column() == Column.MORE
        if on_dots and event.button() == Qt.MouseButton.LeftButton:
            self._open_menu(index)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self.currentIndex()
        if event.key() == Qt.Key.Key_Delete and index.isValid():
            row = self._model.row_at(index)
            if row.removal is not Removal.NONE:
                self.removal_asked.emit(row)
            return
        super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_keys = event.reason() == QContextMenuEvent.Reason.Keyboard
        index = self.currentIndex() if by_keys else self.indexAt(event.pos())
        if index.isValid():
            self._open_menu(index)

    def _open_menu(self, index: QModelIndex) -> None:
        row = self._model.row_at(index)
        menu = self._menu
        menu.clear()
        look = menu.addAction(translate("Backups", "Look inside"))
        look.setEnabled(row.is_here)
        look.triggered.connect(lambda: self.look_asked.emit(row.path))
        show = menu.addAction(translate("Backups", "Show where it is"))
        show.triggered.connect(lambda: self.show_asked.emit(row))
        if row.removal is not Removal.NONE:
            menu.addSeparator()
            remove = menu.addAction(removal_words(row))
            remove.triggered.connect(lambda: self.removal_asked.emit(row))
        cell = self.visualRect(index.siblingAtColumn(Column.MORE))
        corner = QPoint(cell.right() - menu.sizeHint().width(), cell.bottom())
        menu.popup(self.viewport().mapToGlobal(corner))


def removal_words(row: BackupRow) -> str:
    """How a menu offers that a backup leaves the list."""
    if row.removal is Removal.GONE:
        return translate("Backups", "It is gone: take it off the list…")
    return translate("Backups", "Delete this backup…")


class _Header(InsetHeader):
    """Its rule reaches both edges of the card, as those between the rows do."""

    def paintSection(  # noqa: N802  Qt's name
        self, painter: QPainter, rect: QRect, section: int
    ) -> None:
        super().paintSection(painter, rect, section)
        rule = QRectF(rect.left(), rect.bottom(), rect.width(), 1)
        painter.fillRect(rule, self._theme.tokens.color("line.subtle"))

    def paint_words(self, painter: QPainter, room: QRectF, section: int) -> None:
        gap = GAP if section == Column.SIZE else 0
        super().paint_words(painter, room.adjusted(0, 0, -gap, 0), section)
