"""A backup leaves the list only when that was asked, by its row or with its place."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QLabel, QMenu, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from app.records.backups.record import Backup
from app.workflows.backup.places import Place
from app.workflows.backup.under_way import UnderWay
from crypto.errors import BackupInterrupted
from tests.support.accessible_names import nameless
from tests.support.backed_up import back_up
from tests.support.backups_desk import BackupsDesk
from tests.support.desk import Desk, add_clients
from tests.support.find import find
from tests.support.recorded_backups import FOLDER, STICK, a_backup
from ui.pages.backups.backups_table import BackupsTable
from ui.pages.backups.failure_card import FailureCard
from ui.pages.backups.page import BackupsPage
from ui.pages.backups.removal_dialogs import AskGone, Stays
from ui.widgets.button import Button
from ui.widgets.check_box import CheckBox
from ui.widgets.confirm import Confirm
from ui.widgets.dialog import Dialog
from ui.widgets.scroll_page import ScrollPage
from ui.widgets.toast import Toast


@pytest.fixture
def backups(desk: Desk, qtbot: QtBot) -> Iterator[BackupsDesk]:
    add_clients(desk, "Amara Osei")
    backups = BackupsDesk(desk)
    backups.plan(STICK, FOLDER)
    backups.around.here = [STICK]
    yield backups
    backups.around.here = []
    backups.schedule.stop()
    qtbot.waitUntil(lambda: not (backups.schedule._looking or backups.run.runs))


def on_page(backups: BackupsDesk, qtbot: QtBot, *listed: Backup) -> BackupsPage:
    """The page with these, the oldest first, once it was looked where they are."""
    backups.remember(*listed)
    page = backups.show()
    qtbot.waitUntil(lambda: any(row.is_here or row.is_away for row in backups.model.state.rows))
    return page


def asked_by_keys(backups: BackupsDesk, page: BackupsPage, row: int) -> Dialog:
    table = find(page, BackupsTable)
    table.setCurrentIndex(table.model().index(row, 0))
    backups.desk.key(Qt.Key.Key_Delete)
    (dialog,) = (one for one in backups.desk.window.findChildren(Dialog) if one.isVisible())
    assert nameless(dialog) == []
    return dialog


def words(part: QWidget) -> str:
    return " ".join(label.text() for label in part.findChildren(QLabel) if label.isVisible())


def ids(backups: BackupsDesk) -> list[object]:
    return [row.id for row in backups.model.state.rows]


def on_disk(tmp_path: Path) -> Place:
    folder = tmp_path / "Backups"
    folder.mkdir()
    return Place(str(folder), "Backups")


def test_the_menu_offers_what_can_be_done(backups: BackupsDesk, qtbot: QtBot) -> None:
    here, away = a_backup(3), a_backup(5, FOLDER)
    page = on_page(backups, qtbot, away, here)
    table, offered = find(page, BackupsTable), list[str]()
    for row in range(2):
        table.setCurrentIndex(table.model().index(row, 0))
        backups.desk.key(Qt.Key.Key_Return)
        menu = find(table, QMenu, "backups.menu")
        offered.append(menu.actions()[-1].text())
        menu.close()
    assert offered == ["Delete this backup…", "It is gone: take it off the list…"]


def test_one_whose_file_can_be_reached_is_deleted_once_it_was_asked(
    backups: BackupsDesk, qtbot: QtBot, tmp_path: Path, desk: Desk
) -> None:
    place = on_disk(tmp_path)
    backups.plan(place)
    backups.around.here = [place]
    older, newer = (desk.ask(lambda workspace: back_up(workspace, place.path)) for _ in range(2))
    page = on_page(backups, qtbot)
    dialog = asked_by_keys(backups, page, 1)
    assert f"Its file is deleted from the folder “{place.label}” for good." in words(dialog)
    backups.desk.key(Qt.Key.Key_Escape)
    assert older.exists()
    asked_by_keys(backups, page, 1)
    backups.desk.press("confirm.other")
    qtbot.waitUntil(lambda: len(ids(backups)) == 1)
    assert (older.exists(), newer.exists()) == (False, True)
    qtbot.waitUntil(lambda: any(one.isVisible() for one in page.window().findChildren(Toast)))
    last = desk.ask(lambda workspace: workspace.backups.put_away())
    assert [one.file_name for one in last] == [older.name]


def test_the_last_one_that_can_be_reached_stays_and_why_is_said(
    backups: BackupsDesk, qtbot: QtBot
) -> None:
    only = a_backup(3)
    page = on_page(backups, qtbot, only)
    dialog = asked_by_keys(backups, page, 0)
    assert isinstance(dialog, Stays)
    assert "It is the newest checked backup that can be reached now" in words(dialog)
    backups.desk.key(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not page.window().findChildren(Stays))
    assert ids(backups) == [only.id]


def test_a_file_that_stays_is_told(backups: BackupsDesk, qtbot: QtBot) -> None:
    newer, older = a_backup(3), a_backup(5)  # without any file
    page = on_page(backups, qtbot, older, newer)
    assert isinstance(asked_by_keys(backups, page, 1), Confirm)
    backups.desk.press("confirm.other")
    qtbot.waitUntil(lambda: any(one.isVisible() for one in page.window().findChildren(Stays)))
    assert "The backup wasn’t deleted" in words(find(page.window(), Stays))
    assert ids(backups) == [newer.id, older.id]
    backups.desk.key(Qt.Key.Key_Escape)


def test_one_that_is_gone_leaves_the_list_on_the_coachs_word(
    backups: BackupsDesk, qtbot: QtBot
) -> None:
    here, lost = replace(a_backup(3), kit_number=1), a_backup(5, FOLDER)
    page = on_page(backups, qtbot, lost, here)
    dialog = asked_by_keys(backups, page, 1)
    assert isinstance(dialog, AskGone)
    assert "Underrose can’t know that for sure." in words(dialog)
    assert dialog.findChildren(CheckBox) == []
    backups.desk.key(Qt.Key.Key_Return)  # the safe one
    assert len(ids(backups)) == 2
    asked_by_keys(backups, page, 1)
    backups.desk.press("confirm.other")
    qtbot.waitUntil(lambda: ids(backups) == [here.id])


def test_the_others_at_its_place_go_with_it_if_that_is_ticked(
    backups: BackupsDesk, qtbot: QtBot
) -> None:
    here = a_backup(3)
    page = on_page(backups, qtbot, *(a_backup(day, FOLDER) for day in (7, 6, 5)), here)
    dialog = asked_by_keys(backups, page, 2)
    box = find(dialog, CheckBox, "gone_backup.more")
    assert box.text() == "The 2 others there are gone, too"
    box.click()
    backups.desk.press("confirm.other")
    qtbot.waitUntil(lambda: ids(backups) == [here.id])


def test_a_place_that_is_out_is_asked_about_when_it_is_removed(
    backups: BackupsDesk, qtbot: QtBot
) -> None:
    here, lost = a_backup(3), a_backup(5, FOLDER)
    page = on_page(backups, qtbot, lost, here)
    backups.desk.press("backups.remove_place.1")
    dialog = find(page.window(), AskGone)
    assert dialog.accessibleName() == "Remove the folder “Backups”?"
    find(dialog, CheckBox, "gone_backup.more").click()
    backups.desk.press("confirm.other")
    qtbot.waitUntil(lambda: ids(backups) == [here.id])
    qtbot.waitUntil(lambda: [line.place for line in backups.model.state.places] == [STICK])


def test_a_place_alone_may_be_removed_and_its_backups_stay_listed(
    backups: BackupsDesk, qtbot: QtBot
) -> None:
    page = on_page(backups, qtbot, a_backup(5, FOLDER), a_backup(3))
    backups.desk.press("backups.remove_place.1")
    backups.desk.press("confirm.other")
    qtbot.waitUntil(lambda: len(backups.model.state.places) == 1)
    qtbot.waitUntil(lambda: any(one.isVisible() for one in page.window().findChildren(Toast)))
    assert len(ids(backups)) == 2


def test_of_a_place_that_is_here_nothing_is_asked(backups: BackupsDesk, qtbot: QtBot) -> None:
    on_page(backups, qtbot, a_backup(5, FOLDER), a_backup(3))
    backups.desk.press("backups.remove_place.0")
    qtbot.waitUntil(lambda: len(backups.model.state.places) == 1)


def test_a_stick_that_is_pulled_out_leaves_what_is_looked_at_where_it_is(
    backups: BackupsDesk, qtbot: QtBot
) -> None:
    backups.desk.window.resize(900, 500)
    page = on_page(backups, qtbot, *(a_backup(day) for day in range(9, 0, -1)))
    bar = find(page, ScrollPage).verticalScrollBar()
    remove = find(page, Button, "backups.remove_place.1")
    qtbot.waitUntil(lambda: "is safe to remove" in words(page))
    qtbot.waitUntil(lambda: bar.maximum() > 1000)  # the right column stands below
    find(page, ScrollPage).ensureWidgetVisible(remove)
    QCursor.setPos(remove.mapToGlobal(remove.rect().center()))
    before = remove.mapTo(page, QPoint()).y()
    backups.around.here = []
    backups.model.look()
    qtbot.waitUntil(lambda: backups.model.state.rows[0].is_away)
    assert "is safe to remove" not in words(page)
    qtbot.waitUntil(lambda: not isValid(remove))  # another one stands where it stood
    after = find(page, Button, "backups.remove_place.1")
    assert after.mapTo(page, QPoint()).y() == before
    backups.run.last = UnderWay(STICK.folder, by_itself=True)
    backups.run.failed.emit(BackupInterrupted())  # a card above it all
    assert find(page, FailureCard).isVisible()
    assert after.mapTo(page, QPoint()).y() == before
