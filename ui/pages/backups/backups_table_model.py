"""The backups as a table: when each was made, where it is, its size, and how far it is believed."""

from enum import IntEnum

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from ui.pages.backups.backup_rows import BackupRow
from ui.translation import translate

Index = QModelIndex | QPersistentModelIndex
ROW_ROLE = Qt.ItemDataRole.UserRole


class Column(IntEnum):
    """The table's columns."""

    MADE = 0
    WHERE = 1
    SIZE = 2
    STATE = 3
    MORE = 4


class BackupsTableModel(QAbstractTableModel):
    """Holds the rows that the view model derived."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Make an empty table."""
        super().__init__(parent)
        self._rows: tuple[BackupRow, ...] = ()

    def show_rows(self, rows: tuple[BackupRow, ...]) -> None:
        """Shows other rows; the same ones change nothing, so the current row stays."""
        if rows != self._rows:
            self.beginResetModel()
            self._rows = rows
            self.endResetModel()

    def row_at(self, index: Index) -> BackupRow:
        """The backup at `index`."""
        return self._rows[index.row()]

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own default
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own default
        return 0 if parent.isValid() else len(Column)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row, column = self._rows[index.row()], Column(index.column())
        if role == Qt.ItemDataRole.DisplayRole:
            return (row.made, row.where, row.size, row.state_word, "")[column]
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return row.spoken if column is Column.MADE else None
        if role == Qt.ItemDataRole.ToolTipRole and column is Column.WHERE:
            return "\n".join(said for said in (str(row.path), row.sheet) if said)
        return row if role == ROW_ROLE else None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return {
                Column.MADE: translate("Backups", "Made"),
                Column.WHERE: translate("Backups", "Where"),
                Column.SIZE: translate("Backups", "Size"),
                Column.STATE: translate("Backups", "State"),
                Column.MORE: "",
            }[Column(section)]
        if role == Qt.ItemDataRole.TextAlignmentRole and section == Column.SIZE:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return None
