"""The entries as a table: day, what happened, to which consent, how, and its number."""

from enum import IntEnum

from PySide6.QtCore import Qt

from ui.pages.record.entry_rows import EntryRow
from ui.translation import translate
from ui.widgets.fitted_list import Index
from ui.widgets.table_rows import TableRows


class Column(IntEnum):
    """The table's columns."""

    DAY = 0
    WHAT = 1
    ABOUT = 2
    HOW = 3
    NUMBER = 4


class EntriesTableModel(TableRows[EntryRow]):
    """Holds the entries that the view model derived."""

    columns = Column

    def show_rows(self, rows: tuple[EntryRow, ...]) -> None:
        """Shows these rows instead of the ones before."""
        self._put(rows)

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
