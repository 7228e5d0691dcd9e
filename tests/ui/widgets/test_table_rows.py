"""Rows of one kind under a table's columns."""

from enum import IntEnum

from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester

from ui.widgets.fitted_list import Index
from ui.widgets.table_rows import TableRows


class Column(IntEnum):
    NAME = 0
    LENGTH = 1


class Names(TableRows[str]):
    columns = Column

    def show_rows(self, *names: str) -> None:
        self._put(names)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        name = self.row_at(index)
        shown = (name, str(len(name)))[index.column()]
        return shown if role == Qt.ItemDataRole.DisplayRole else None


def test_it_holds_the_rows_that_were_put_last(qtmodeltester: ModelTester) -> None:
    names = Names()
    qtmodeltester.check(names)
    assert (names.rowCount(), names.columnCount()) == (0, 2)
    names.show_rows("Amara", "Bo")
    assert (names.rowCount(), names.columnCount()) == (2, 2)
    assert names.row_at(names.index(1, 0)) == "Bo"
    assert names.index(0, 1).data() == "5"
    names.show_rows("Chidi")
    assert names.rowCount() == 1


def test_no_row_has_rows_of_its_own() -> None:
    names = Names()
    names.show_rows("Amara")
    inside = names.index(0, 0)
    assert (names.rowCount(inside), names.columnCount(inside)) == (0, 0)
