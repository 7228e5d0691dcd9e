"""Rows of one kind under a table's columns; what a cell says is the table's own."""

from enum import IntEnum
from typing import ClassVar, Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt

from ui.widgets.fitted_list import Index

R = TypeVar("R")
ROW_ROLE = Qt.ItemDataRole.UserRole


class TableRows(QAbstractTableModel, Generic[R]):
    """Holds the rows that a view model derived; empty at first."""

    columns: ClassVar[type[IntEnum]]

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[R, ...] = ()

    def row_at(self, index: Index) -> R:
        """The row that an index lies on."""
        return self._rows[index.row()]

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own default
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own default
        return 0 if parent.isValid() else len(self.columns)

    def _put(self, rows: tuple[R, ...]) -> None:
        """Holds these rows instead of the ones before."""
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()
