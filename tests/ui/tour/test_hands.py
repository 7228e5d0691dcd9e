"""Hands use what a person could use, the way a person does."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QFileDialog,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QTabBar,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from tests.support.driver import Driver

Show = Callable[..., Driver]


@pytest.fixture
def show(qtbot: QtBot, qapp: QApplication) -> Iterator[Show]:
    window = QWidget()
    window.resize(500, 400)
    column = QVBoxLayout(window)

    def shown(**widgets: QWidget) -> Driver:
        for name, widget in widgets.items():
            widget.setObjectName(name)
            column.addWidget(widget)
        with qtbot.waitExposed(window):
            window.show()
        return Driver(qapp, window)

    yield shown
    window.deleteLater()


def button(pressed: list[str], name: str) -> QPushButton:
    made = QPushButton(name)
    made.clicked.connect(lambda: pressed.append(name))
    return made


def test_a_button_is_pressed(show: Show) -> None:
    pressed: list[str] = []
    driver = show(one=button(pressed, "one"), two=button(pressed, "two"))
    driver.do(driver.hands.click("two"), driver.hands.click("one"))
    assert pressed == ["two", "one"]


def test_a_button_that_is_off_is_waited_for(show: Show) -> None:
    pressed: list[str] = []
    off = button(pressed, "off")
    off.setEnabled(False)
    driver = show(off=off)
    walk = driver.hands.click("off")
    ready = next(walk)
    assert ready is not None
    assert not ready.met()
    off.setEnabled(True)
    assert ready.met()
    driver.do(walk)
    assert pressed == ["off"]


def test_a_button_behind_something_cannot_be_pressed(show: Show) -> None:
    covered = QPushButton()
    driver = show(covered=covered)
    cover = QWidget(covered.window())
    cover.resize(covered.window().size())
    cover.show()
    assert not driver.hands.can_use("covered").met()
    cover.hide()
    assert driver.hands.can_use("covered").met()


def test_what_is_out_of_sight_is_scrolled_to(show: Show) -> None:
    pressed: list[str] = []
    inside = QWidget()
    inside.setMinimumSize(QSize(100, 2_000))
    deep = button(pressed, "deep")
    deep.setObjectName("deep")
    deep.setParent(inside)
    deep.move(10, 1_900)
    area = QScrollArea()
    area.setWidget(inside)
    driver = show(area=area)
    driver.do(driver.hands.click("deep"))
    assert pressed == ["deep"]


def test_a_field_is_filled_over_what_stands_in_it(show: Show) -> None:
    line, area = QLineEdit("before"), QPlainTextEdit("before")
    driver = show(line=line, area=area)
    driver.do(driver.hands.fill("line", "Zoë “O’Neil” 🌹"))
    driver.do(driver.hands.fill("area", "one\ntwo"))
    assert line.text() == "Zoë “O’Neil” 🌹"
    assert area.toPlainText() == "one\ntwo"


def test_a_whole_text_comes_in_at_once(show: Show) -> None:
    line = QLineEdit()
    driver = show(line=line)
    driver.do(driver.hands.click("line"), driver.hands.dictate("all of it"))
    assert line.text() == "all of it"


def test_tab_leads_to_a_control(show: Show) -> None:
    driver = show(first=QLineEdit(), second=QPushButton(), third=QLineEdit())
    driver.do(driver.hands.click("first"), driver.hands.tab_to("third"))
    assert driver.hands.has_focus("third").met()


def test_a_choice_is_picked_from_a_closed_list(show: Show) -> None:
    box = QComboBox()
    box.addItems(["Choose", "Austria", "United Kingdom"])
    driver = show(line=QLineEdit(), box=box)
    driver.do(driver.hands.click("line"), driver.hands.pick("box", "United Kingdom"))
    assert box.currentText() == "United Kingdom"
    with pytest.raises(LookupError):
        driver.do(driver.hands.pick("box", "Atlantis"))


def test_one_button_of_several_is_chosen_by_its_words(show: Show) -> None:
    pressed: list[str] = []
    group = QWidget()
    row = QHBoxLayout(group)
    for name in ("Given", "Declined"):
        row.addWidget(button(pressed, name))
    driver = show(group=group)
    driver.do(driver.hands.choose("group", "Declined"))
    assert pressed == ["Declined"]


def test_a_tab_is_chosen(show: Show) -> None:
    tabs = QTabBar()
    for name in ("Overview", "Sessions", "Record"):
        tabs.addTab(name)
    driver = show(tabs=tabs)
    driver.do(driver.hands.choose_tab("tabs", 2))
    assert tabs.currentIndex() == 2


def test_of_several_with_one_name_the_visible_one_is_seen(show: Show) -> None:
    gone, there = QLineEdit(), QLineEdit()
    driver = show(gone=gone, there=there)
    gone.setObjectName("there")
    gone.hide()
    assert driver.hands.seen("there") is there
    there.hide()
    assert driver.hands.sees_no("there").met()


def test_the_file_dialog_is_answered_by_a_path(show: Show, tmp_path: Path) -> None:
    line = QLineEdit()
    driver = show(line=line)
    dialog = QFileDialog(line.window(), options=QFileDialog.Option.DontUseNativeDialog)
    dialog.setObjectName("file_dialog")
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.fileSelected.connect(line.setText)
    dialog.open()
    driver.do(driver.hands.answer_file_dialog(str(tmp_path)))
    assert line.text() == str(tmp_path)
