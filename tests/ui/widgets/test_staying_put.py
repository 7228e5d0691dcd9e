"""What somebody looks at stays where it is, whatever happens above it."""

from collections.abc import Iterator
from functools import partial

import pytest
from PySide6.QtCore import QPoint, QStringListModel
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QListView, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from ui.widgets.scroll_page import ScrollPage
from ui.widgets.staying_put import stay_put

HIGH = 300


class Desk:
    """A page with a block above a list and a button, scrolled so that both are seen."""

    def __init__(self) -> None:
        self.window = QWidget()
        self.page = ScrollPage(top=0, side=0, bottom=0, parent=self.window)
        self.above, self.button, self.below = QWidget(), QPushButton("Remove"), QWidget()
        self.rows = QStringListModel(["one", "two", "three"])
        self.list = QListView()
        self.list.setModel(self.rows)
        self.list.setFixedHeight(200)
        for block, height in ((self.above, HIGH), (self.below, 900)):
            block.setFixedHeight(height)
        for part in (self.above, self.list, self.button, self.below):
            self.page.content.addWidget(part)
        self.window.resize(400, 400)
        self.page.resize(400, 400)

    def scroll_to(self, value: int) -> None:
        """Scrolls the page."""
        self.page.verticalScrollBar().setValue(value)

    def level(self, part: QWidget) -> int:
        """How far below the upper edge of the page it is seen."""
        return part.mapTo(self.page, QPoint()).y()

    def point_at(self, part: QWidget, at: QPoint) -> None:
        """Puts the pointer there."""
        QCursor.setPos(part.mapToGlobal(at))


@pytest.fixture
def desk(qtbot: QtBot) -> Iterator[Desk]:
    desk = Desk()
    qtbot.addWidget(desk.window)
    desk.window.show()
    qtbot.waitUntil(lambda: desk.page.verticalScrollBar().maximum() > HIGH)
    before = QCursor.pos()
    QCursor.setPos(desk.window.mapToGlobal(QPoint(0, 4000)))
    desk.scroll_to(HIGH)
    yield desk
    QCursor.setPos(before)


@pytest.mark.parametrize("height", [HIGH + 120, HIGH - 120])
def test_what_is_seen_stays_when_what_lies_above_grows_or_shrinks(desk: Desk, height: int) -> None:
    before = desk.level(desk.button)
    stay_put(desk.page, partial(desk.above.setFixedHeight, height))
    assert desk.level(desk.button) == before


def test_what_is_pointed_to_stays_though_something_between_grows(desk: Desk) -> None:
    desk.point_at(desk.button, QPoint(20, 8))
    before = desk.level(desk.button)
    stay_put(desk.page, partial(desk.list.setFixedHeight, 260))
    assert desk.level(desk.button) == before


def test_what_has_the_focus_stays_while_nothing_is_pointed_to(desk: Desk) -> None:
    desk.button.setFocus()
    before = desk.level(desk.button)
    stay_put(desk.page, partial(desk.list.setFixedHeight, 260))
    assert desk.level(desk.button) == before
    desk.scroll_to(HIGH + 200 + 100)  # the focus is out of sight
    assert desk.level(desk.button) < 0
    before = desk.level(desk.below)
    stay_put(desk.page, partial(desk.list.setFixedHeight, 200))
    assert desk.level(desk.below) == before


def test_a_row_that_is_pointed_to_stays_though_one_comes_before_it(desk: Desk) -> None:
    two = desk.rows.index(1)
    room = desk.list.visualRect(two)
    desk.point_at(desk.list.viewport(), room.center())

    def insert() -> None:
        desk.rows.insertRow(0)
        desk.list.setFixedHeight(260)

    stay_put(desk.page, insert)
    at = desk.list.viewport().mapFromGlobal(QCursor.pos())
    assert desk.list.indexAt(at).data() == "two"


def test_where_what_was_pointed_to_is_gone_what_holds_it_stays(desk: Desk) -> None:
    desk.point_at(desk.list.viewport(), desk.list.visualRect(desk.rows.index(0)).center())
    before = desk.level(desk.list.viewport())

    def replace() -> None:
        desk.rows.setStringList(["other"])
        desk.above.setFixedHeight(HIGH + 50)

    stay_put(desk.page, replace)
    assert desk.level(desk.list.viewport()) == before


def test_a_page_at_its_top_stays_there(desk: Desk) -> None:
    desk.scroll_to(0)
    desk.point_at(desk.above, QPoint(20, HIGH - 8))
    stay_put(desk.page, partial(desk.above.setFixedHeight, HIGH + 50))
    assert desk.page.verticalScrollBar().value() == 0


def test_a_page_that_nobody_sees_is_only_changed(desk: Desk) -> None:
    desk.window.hide()
    stay_put(desk.page, partial(desk.above.setFixedHeight, HIGH + 50))
    assert desk.page.verticalScrollBar().value() == HIGH
