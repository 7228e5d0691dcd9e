"""The sidebar's rows as a list model; rows that lead nowhere are disabled."""

from collections.abc import Sequence
from enum import IntEnum

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, Qt

from ui.places.navigation import Place
from ui.sidebar.sidebar_rows import Row, is_shown
from ui.widgets.fitted_list import Index


class SidebarRole(IntEnum):
    """What the delegate asks for besides the text."""

    ROW = Qt.ItemDataRole.UserRole + 1  # Row
    SHOWN = Qt.ItemDataRole.UserRole + 2  # bool: the coach is there


class SidebarListModel(QAbstractListModel):
    """Rows, and which of them is where the coach is."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[Row, ...] = ()
        self._place: Place | None = None
        self._narrow = False

    def set_rows(self, rows: Sequence[Row]) -> None:
        """Shows other rows; the same ones change nothing."""
        if tuple(rows) == self._rows:
            return
        self.beginResetModel()
        self._rows = tuple(rows)
        self.endResetModel()

    def set_place(self, place: Place) -> None:
        """Marks the row that leads to `place`."""
        self._place = place
        self._all_changed()

    def set_narrow(self, narrow: bool) -> None:
        """Names the rows in tool tips, when only their icons are painted."""
        self._narrow = narrow
        self._all_changed()

    def row(self, index: Index) -> Row:
        """The row at `index`."""
        return self._rows[index.row()]

    def shown(self) -> QModelIndex:
        """The row that leads to where the coach is; invalid if there is none."""
        for number, row in enumerate(self._rows):
            if is_shown(row, self._place):
                return self.index(number)
        return QModelIndex()

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if self.row(index).place is None:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self.row(index)
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return row.text
            case Qt.ItemDataRole.AccessibleTextRole:
                return row.spoken
            case Qt.ItemDataRole.ToolTipRole:
                return row.spoken if self._narrow else None
            case SidebarRole.ROW:
                return row
            case SidebarRole.SHOWN:
                return is_shown(row, self._place)
            case _:
                return None

    def _all_changed(self) -> None:
        if self._rows:
            self.dataChanged.emit(self.index(0), self.index(len(self._rows) - 1))
