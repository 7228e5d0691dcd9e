"""The consents as a table: name, how it stands, and its line of time."""

from enum import IntEnum

from PySide6.QtCore import QObject, Qt

from ui.pages.record.consent_rows import ConsentRow
from ui.pages.record.timeline import Axis
from ui.translation import translate
from ui.widgets.fitted_list import Index
from ui.widgets.table_rows import ROW_ROLE, TableRows


class Column(IntEnum):
    """The table's columns."""

    NAME = 0
    STATE = 1
    TIME = 2


class ConsentsTableModel(TableRows[ConsentRow]):
    """Holds the rows that the view model derived; the whole row is under `ROW_ROLE`."""

    columns = Column

    def __init__(self, parent: QObject | None = None) -> None:
        """Make an empty table."""
        super().__init__(parent)
        self.axis: Axis | None = None

    def show_rows(self, rows: tuple[ConsentRow, ...], axis: Axis) -> None:
        """Shows these rows instead of the ones before."""
        self.axis = axis
        self._put(rows)

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
