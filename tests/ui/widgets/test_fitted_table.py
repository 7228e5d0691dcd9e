"""A table that the page scrolls: as high as its rows, and open to the keyboard."""

import pytest
from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QPointF, QSize, Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QHeaderView,
    QScrollArea,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from tests.support.find import find
from ui.theme.switcher import Theme
from ui.widgets.fitted_table import FittedTable, cell_width

WIDTHS = {0: 80}


class Squares(QStyledItemDelegate):
    """Cells as high as they are wide, so that heights follow widths."""

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(0, cell_width(option, 0))


@pytest.fixture
def model(qapp: QApplication) -> QStandardItemModel:
    return QStandardItemModel(0, 2, qapp)


@pytest.fixture
def page(qtbot: QtBot, theme: Theme, model: QStandardItemModel) -> QScrollArea:
    page, content = QScrollArea(), QWidget()
    qtbot.addWidget(page)
    header = QHeaderView(Qt.Orientation.Horizontal)
    header.setStretchLastSection(True)
    view = FittedTable(theme, "Consents", model, Squares(), header, WIDTHS)
    QVBoxLayout(content).addWidget(view)
    page.setWidget(content)
    page.setWidgetResizable(True)
    page.resize(400, 260)
    page.show()
    qtbot.waitActive(page)
    return page


@pytest.fixture
def view(page: QScrollArea) -> FittedTable:
    return find(page, FittedTable)


def fill(model: QStandardItemModel, *names: str) -> None:
    """Rows as a view model gives them: all at once."""
    model.beginResetModel()
    model.blockSignals(True)
    model.removeRows(0, model.rowCount())
    for name in names:
        model.appendRow([QStandardItem(name), QStandardItem()])
    model.blockSignals(False)
    model.endResetModel()


def test_it_is_as_high_as_its_header_and_rows(view: FittedTable, model: QStandardItemModel) -> None:
    fill(model, "Email", "Recording", "Texts")
    assert view.height() == view.header().sizeHint().height() + 3 * 80
    fill(model)
    assert view.height() == view.header().sizeHint().height()


def test_widths_and_heights_follow_the_size_of_text(
    view: FittedTable, model: QStandardItemModel, theme: Theme
) -> None:
    fill(model, "Email")
    theme.set_text_scale(1.5)
    assert view.columnWidth(0) == 120
    assert view.height() == view.header().sizeHint().height() + 120


def test_a_click_goes_to_a_row_and_a_double_click_opens_it(
    view: FittedTable, model: QStandardItemModel, qtbot: QtBot
) -> None:
    fill(model, "Email", "Recording")
    place = view.visualRect(model.index(1, 0)).center()
    button = Qt.MouseButton.LeftButton
    with qtbot.assertNotEmitted(view.opened):
        QTest.mouseClick(view.viewport(), button, pos=place)
    assert view.currentIndex().row() == 1
    with qtbot.waitSignal(view.opened) as told:
        QTest.mouseDClick(view.viewport(), button, pos=place)
    assert told.args == [model.index(1, 0)]


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_a_key_opens_the_current_row(
    view: FittedTable, model: QStandardItemModel, qtbot: QtBot, key: Qt.Key
) -> None:
    fill(model, "Email", "Recording")
    view.setFocus()
    qtbot.keyClick(view, Qt.Key.Key_Down)
    with qtbot.waitSignal(view.opened) as told:
        qtbot.keyClick(view, key)
    assert told.args == [model.index(1, 0)]


def test_nothing_opens_where_there_is_no_row(view: FittedTable, qtbot: QtBot) -> None:
    view.setFocus()
    with qtbot.assertNotEmitted(view.opened):
        qtbot.keyClick(view, Qt.Key.Key_Return)


def test_the_first_row_is_current_when_the_focus_comes(
    view: FittedTable, model: QStandardItemModel
) -> None:
    fill(model, "Email", "Recording")
    view.setFocus()
    assert view.currentIndex().row() == 0


def test_the_row_stays_when_rows_are_read_again(
    view: FittedTable, model: QStandardItemModel, qtbot: QtBot
) -> None:
    fill(model, "Email", "Recording", "Texts")
    view.setFocus()
    for _ in range(2):
        qtbot.keyClick(view, Qt.Key.Key_Down)
    fill(model, "Email", "Recording", "Texts", "Quote")
    assert view.currentIndex().row() == 2
    fill(model, "Email")
    assert view.currentIndex().row() == 0


def test_the_page_follows_the_current_row(
    page: QScrollArea, view: FittedTable, model: QStandardItemModel, qtbot: QtBot
) -> None:
    fill(model, *"abcdefgh")
    qtbot.waitUntil(lambda: page.verticalScrollBar().maximum() > 0)
    view.setFocus()
    qtbot.keyClick(view, Qt.Key.Key_End)
    row = view.visualRect(view.currentIndex())
    seen = view.viewport().mapTo(page.viewport(), row.center())
    assert page.viewport().rect().contains(seen)
    assert page.verticalScrollBar().value() > 0


def test_the_wheel_is_left_to_the_page(view: FittedTable, model: QStandardItemModel) -> None:
    fill(model, *"abcdefgh")
    wheel = QWheelEvent(
        QPointF(5, 5),
        QPointF(5, 5),
        QPoint(),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(view.viewport(), wheel)
    assert not wheel.isAccepted()


def ring_is_seen(view: FittedTable, theme: Theme) -> bool:
    image = view.viewport().grab().toImage()
    focus = theme.tokens.color("focus").name()
    return any(image.pixelColor(x, 2).name() == focus for x in range(20, 200))


def test_the_ring_is_for_those_who_use_the_keyboard(
    view: FittedTable, model: QStandardItemModel, theme: Theme, qtbot: QtBot
) -> None:
    fill(model, "Email", "Recording")
    view.setFocus(Qt.FocusReason.OtherFocusReason)
    assert not ring_is_seen(view, theme)
    qtbot.keyClick(view, Qt.Key.Key_Up)
    assert ring_is_seen(view, theme)
    view.clearFocus()
    assert not ring_is_seen(view, theme)
    view.setFocus(Qt.FocusReason.TabFocusReason)
    assert ring_is_seen(view, theme)


def test_the_ring_is_there_again_after_a_menu_or_a_dialog(
    view: FittedTable, model: QStandardItemModel, theme: Theme, qtbot: QtBot
) -> None:
    fill(model, "Email", "Recording")
    view.setFocus(Qt.FocusReason.OtherFocusReason)
    returned = Qt.FocusReason.PopupFocusReason
    view.clearFocus()
    view.setFocus(returned)
    assert not ring_is_seen(view, theme)
    qtbot.keyClick(view, Qt.Key.Key_Up)
    view.clearFocus()
    view.setFocus(returned)
    assert ring_is_seen(view, theme)
