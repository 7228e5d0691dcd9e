"""A list of rows that the page scrolls."""

from uuid import uuid4

import pytest
from PySide6.QtCore import QEvent, QModelIndex, QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollArea, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.support.find import find
from ui.theme.switcher import Theme
from ui.widgets.fitted_list import FittedList
from ui.widgets.row_delegate import RowDelegate
from ui.widgets.rows import Row, RowModel

ROWS = [Row(uuid4(), name, "CFO", initials=name[0]) for name in ("Amara", "Joel", "Leila")]
HEADED = [Row(None, "Active", heading=True), *ROWS]


@pytest.fixture
def model(qapp: QApplication) -> RowModel:
    return RowModel(qapp)


@pytest.fixture
def page(qtbot: QtBot, theme: Theme, model: RowModel) -> QScrollArea:
    page, content = QScrollArea(), QWidget()
    qtbot.addWidget(page)
    view = FittedList(theme, "Clients", model, RowDelegate(theme))
    QVBoxLayout(content).addWidget(view)
    page.setWidget(content)
    page.setWidgetResizable(True)
    page.resize(300, 200)
    page.show()
    qtbot.waitActive(page)
    return page


@pytest.fixture
def view(page: QScrollArea) -> FittedList:
    return find(page, FittedList)


def test_it_is_as_high_as_its_rows(view: FittedList, model: RowModel, theme: Theme) -> None:
    model.show_rows(ROWS)
    assert view.height() == 3 * theme.tokens.size("rowTwoLine")
    model.show_rows([])
    assert view.height() == 0


def test_it_grows_with_the_text(view: FittedList, model: RowModel, theme: Theme) -> None:
    model.show_rows(ROWS)
    before = view.height()
    theme.set_text_scale(1.5)
    assert view.height() > before


def test_arrow_keys_pass_over_headings(view: FittedList, model: RowModel) -> None:
    model.show_rows([ROWS[0], Row(None, "Archived", heading=True), ROWS[1]])
    view.setFocus()
    assert view.currentIndex().row() == 0
    QTest.keyClick(view, Qt.Key.Key_Down)
    assert view.currentIndex().row() == 2


def test_rows_that_come_after_the_focus_can_be_opened_at_once(
    view: FittedList, model: RowModel
) -> None:
    view.setFocus()
    model.show_rows(HEADED)
    opened: list[QModelIndex] = []
    view.opened.connect(opened.append)
    QTest.keyClick(view, Qt.Key.Key_Return)
    assert [index.row() for index in opened] == [1]


def test_a_click_on_a_heading_opens_nothing(view: FittedList, model: RowModel) -> None:
    model.show_rows(HEADED)
    opened: list[QModelIndex] = []
    view.opened.connect(opened.append)
    for row in (0, 2):
        place = view.visualRect(model.index(row, 0)).center()
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert [index.row() for index in opened] == [2]


def test_the_ring_is_for_those_who_came_with_the_keyboard(view: FittedList) -> None:
    view.setFocus(Qt.FocusReason.OtherFocusReason)
    assert not view.shows_ring
    QTest.keyClick(view, Qt.Key.Key_Down)
    assert view.shows_ring
    view.clearFocus()
    view.setFocus(Qt.FocusReason.TabFocusReason)
    assert view.shows_ring


def test_the_page_follows_the_current_row(
    page: QScrollArea, view: FittedList, model: RowModel, qtbot: QtBot
) -> None:
    model.show_rows([Row(uuid4(), str(n), "detail") for n in range(40)])
    bar = page.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_End)
    assert bar.value() > bar.maximum() - 20
    QTest.keyClick(view, Qt.Key.Key_Home)
    assert bar.value() < 20


def test_the_wheel_is_left_to_the_page(view: FittedList, model: RowModel) -> None:
    model.show_rows(ROWS)
    wheel = QWheelEvent(
        QPointF(5, 5),
        QPointF(5, 5),
        QPoint(0, -120),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(view.viewport(), wheel)
    assert wheel.type() is QEvent.Type.Wheel
    assert not wheel.isAccepted()


def test_a_row_speaks_all_that_it_shows(model: RowModel) -> None:
    model.show_rows([Row(uuid4(), "Amara Osei", "CFO", "3 Nov")])
    spoken = model.data(model.index(0, 0), Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Amara Osei. CFO. 3 Nov"


def test_a_heading_stands_for_nothing(model: RowModel) -> None:
    model.show_rows(HEADED)
    with pytest.raises(ValueError, match="0"):
        model.key(model.index(0, 0))
