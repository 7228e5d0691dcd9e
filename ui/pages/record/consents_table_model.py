"""The consents as a table: name, how it stands, and its line of time."""

from enum import IntEnum

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from ui.pages.record.consent_rows import ConsentRow
from ui.pages.record.timeline import Axis
from ui.translation import translate

Index = QModelIndex | QPersistentModelIndex
ROW_ROLE = Qt.ItemDataRole.UserRole


class Column(IntEnum):
    """The table's columns."""

    NAME = 0
    STATE = 1
    TIME = 2


class ConsentsTableModel(QAbstractTableModel):
    """Holds the rows that the view model derived; the whole row is under `ROW_ROLE`."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Make an empty table."""
        super().__init__(parent)
        self._rows: tuple[ConsentRow, ...] = ()
        self.axis: Axis | None = None

    def show_rows(self, rows: tuple[ConsentRow, ...], axis: Axis) -> None:
        """Shows these rows instead of the ones before."""
        self.beginResetModel()
        self._rows = rows
        self.axis = axis
        self.endResetModel()

    def row_at(self, index: Index) -> ConsentRow:
        """The consent that an index lies on."""
        return self._rows[index.row()]

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own default
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own default
        return 0 if parent.isValid() else len(Column)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row, column = self._rows[index.row()], Column(index.column())
        if role == ROW_ROLE:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return {Column.NAME: row.name, Column.STATE: row.words, Column.TIME: ""}[column]
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return {Column.NAME: row.spoken, Column.STATE: row.words, Column.TIME: row.story}[
                column
            ]
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return {
                Column.NAME: translate("RecordTab", "Consent"),
                Column.STATE: translate("RecordTab", "Now"),
            }.get(Column(section), "")
        if role == Qt.ItemDataRole.AccessibleTextRole and section == Column.TIME:
            return translate("RecordTab", "Since when")
        return None
