"""Rows of people and things: a tile or an icon, two lines, and a word at the right."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from PySide6.QtCore import QAbstractListModel, QObject, Qt

from ui.widgets.fitted_list import Index


@dataclass(frozen=True)
class Row:
    """One row, or the heading above some when `heading` is true."""

    key: UUID | None  # the id of what it stands for; None for a heading
    title: str
    detail: str = ""
    trailing: str = ""
    initials: str = ""
    icon: str = ""
    heading: bool = False
    faded: bool = False  # put aside: an archived client


ROW = Qt.ItemDataRole.UserRole


class RowModel(QAbstractListModel):
    """Rows as they stand; headings can't be reached by the arrow keys."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Start without rows."""
        super().__init__(parent)
        self._rows: tuple[Row, ...] = ()

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show other rows; the same ones change nothing, so the current row stays."""
        if tuple(rows) == self._rows:
            return
        self.beginResetModel()
        self._rows = tuple(rows)
        self.endResetModel()

    def row(self, index: Index) -> Row:
        """The row at `index`."""
        return self._rows[index.row()]

    def key(self, index: Index) -> UUID:
        """The id of what the row at `index` stands for; ValueError for a heading."""
        key = self.row(index).key
        if key is None:
            raise ValueError(index.row())
        return key

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self.row(index)
        if role == ROW:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return row.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ". ".join(part for part in (row.title, row.detail, row.trailing) if part)
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if self.row(index).heading:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
