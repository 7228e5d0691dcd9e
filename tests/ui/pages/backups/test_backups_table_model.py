"""Each backup stays the row that it is, whatever comes, goes or is learnt of it."""

from collections.abc import Iterator
from dataclasses import replace
from uuid import UUID

import pytest
from PySide6.QtCore import QPersistentModelIndex
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from tests.support.recorded_backups import FOLDER, NOW, STICK, a_backup
from ui.pages.backups.around import PlaceLook
from ui.pages.backups.backup_rows import BackupRow, rows
from ui.pages.backups.backups_table import BackupsTable
from ui.pages.backups.backups_table_model import BackupsTableModel
from ui.theme.switcher import Theme

PLACES = {STICK.folder: STICK, FOLDER.folder: FOLDER}
ROWS = rows([a_backup(day) for day in range(5)], PLACES, {}, NOW, 1)
OUT = tuple(replace(row, is_away=True) for row in ROWS)


@pytest.fixture
def model(qtmodeltester: ModelTester) -> Iterator[BackupsTableModel]:
    model = BackupsTableModel()
    qtmodeltester.check(model)
    yield model
    qtmodeltester.check(model)


def ids(model: BackupsTableModel) -> list[UUID]:
    return [model.row_at(model.index(row, 0)).id for row in range(model.rowCount())]


@pytest.mark.parametrize(
    "after",
    [OUT, ROWS[1:], (ROWS[2], ROWS[4]), (), (*ROWS[1:], ROWS[0])],
    ids=["out", "first gone", "three gone", "all gone", "another order"],
)
def test_it_shows_what_it_is_told(model: BackupsTableModel, after: tuple[BackupRow, ...]) -> None:
    for shown in (ROWS, after, ROWS):
        model.show_rows(shown)
        assert ids(model) == [row.id for row in shown]
        assert [model.row_at(model.index(at, 0)) for at in range(len(shown))] == list(shown)


def test_a_row_is_followed_while_others_come_and_go(model: BackupsTableModel) -> None:
    model.show_rows(ROWS[1:4])
    followed = QPersistentModelIndex(model.index(1, 0))
    model.show_rows((OUT[0], *OUT[2:]))
    assert model.row_at(followed) == OUT[2]
    model.show_rows(ROWS[3:])
    assert not followed.isValid()


def test_the_table_stays_as_high_when_a_drive_goes_and_on_the_row_that_it_was(
    qtbot: QtBot, theme: Theme
) -> None:
    table = BackupsTable(theme)
    qtbot.addWidget(table)
    table.show_rows(ROWS)
    table.setCurrentIndex(table.model().index(3, 0))
    high = table.height()
    table.show_rows(OUT)
    assert (table.height(), table.currentIndex().row()) == (high, 3)
    table.show_rows(OUT[1:])
    assert table.height() < high
    assert table.currentIndex().row() == 2


def test_a_folder_of_this_computer_takes_less_room(qtbot: QtBot, theme: Theme) -> None:
    table = BackupsTable(theme)
    qtbot.addWidget(table)
    table.show_rows(ROWS)
    high = table.height()
    looks = {FOLDER.folder: PlaceLook(FOLDER, True)}
    table.show_rows(rows([a_backup(day, FOLDER) for day in range(5)], PLACES, looks, NOW, 1))
    assert table.height() < high
