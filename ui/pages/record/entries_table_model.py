"""The entries as a table: day, what happened, to which consent, how, and its number."""

from enum import IntEnum

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from ui.pages.record.entry_rows import EntryRow
from ui.translation import translate

Index = QModelIndex | QPersistentModelIndex


class Column(IntEnum):
    """The table's columns."""

    DAY = 0
    WHAT = 1
    ABOUT = 2
    HOW = 3
    NUMBER = 4


class EntriesTableModel(QAbstractTableModel):
    """Holds the entries that the view model derived."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Make an empty table."""
        super().__init__(parent)
        self._rows: tuple[EntryRow, ...] = ()

    def show_rows(self, rows: tuple[EntryRow, ...]) -> None:
        """Shows these rows instead of the ones before."""
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own default
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own default
        return 0 if parent.isValid() else len(Column)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row, column = self._rows[index.row()], Column(index.column())
        if role == Qt.ItemDataRole.DisplayRole:
            return (row.day, row.what, row.about, row.how, row.number)[column]
        if role == Qt.ItemDataRole.AccessibleTextRole and column is Column.DAY:
            return row.spoken
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return {
                Column.DAY: translate("RecordTab", "Day"),
                Column.WHAT: translate("RecordTab", "Entry"),
                Column.ABOUT: translate("RecordTab", "Consent"),
                Column.HOW: translate("RecordTab", "How"),
                Column.NUMBER: translate("RecordTab", "#"),
            }[Column(section)]
        if role == Qt.ItemDataRole.TextAlignmentRole and section == Column.NUMBER:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return None
