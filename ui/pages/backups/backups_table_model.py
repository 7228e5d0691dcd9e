"""The backups as a table: when each was made, where it is, its size, and how far it is believed."""

from enum import IntEnum

from PySide6.QtCore import QModelIndex, Qt

from ui.pages.backups.backup_rows import BackupRow
from ui.translation import translate
from ui.widgets.fitted_list import Index
from ui.widgets.table_rows import ROW_ROLE, TableRows


class Column(IntEnum):
    """The table's columns."""

    MADE = 0
    WHERE = 1
    SIZE = 2
    STATE = 3
    MORE = 4


class BackupsTableModel(TableRows[BackupRow]):
    """Holds the rows that the view model derived; the whole row is under `ROW_ROLE`."""

    columns = Column

    def show_rows(self, rows: tuple[BackupRow, ...]) -> None:
        """Shows other rows; each backup that was there stays the row that it is."""
        stay = {row.id for row in rows} & {row.id for row in self._rows}
        before, after = ([row.id for row in some if row.id in stay] for some in (self._rows, rows))
        if before != after:  # in another order
            self._put(rows)
            return
        for at in reversed(range(len(self._rows))):
            if self._rows[at].id not in stay:
                self.beginRemoveRows(QModelIndex(), at, at)
                self._rows = (*self._rows[:at], *self._rows[at + 1 :])
                self.endRemoveRows()
        for at, row in enumerate(rows):
            if row.id not in stay:
                self.beginInsertRows(QModelIndex(), at, at)
                self._rows = (*self._rows[:at], row, *self._rows[at:])
                self.endInsertRows()
        if rows != self._rows:
            self._rows = rows
            self.dataChanged.emit(self.index(0, 0), self.index(len(rows) - 1, Column.MORE))

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
