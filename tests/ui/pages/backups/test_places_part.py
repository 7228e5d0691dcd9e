"""The part of the page that says where backups go, in the order in which Tab goes through it."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.support.find import find
from tests.support.recorded_backups import DRIVE, FOLDER, STICK
from ui.pages.backups.places_part import PlacesPart
from ui.pages.backups.state import PlaceLine
from ui.theme.switcher import Theme
from ui.widgets.button import Button


def tab() -> str:
    """Where the focus is after the key."""
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClick(focus, Qt.Key.Key_Tab)
    focus = QApplication.focusWidget()
    assert focus is not None
    return focus.objectName()


def test_the_rows_come_right_after_the_button_above_them(qtbot: QtBot, theme: Theme) -> None:
    window, part, after = QWidget(), PlacesPart(theme), QPushButton()
    after.setObjectName("after")
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    column.addWidget(part)
    column.addWidget(after)
    with qtbot.waitActive(window):
        window.show()
    own = PlaceLine(FOLDER, here=True, same_disk=True)
    for lines in ((own,), (PlaceLine(STICK, True, False), PlaceLine(DRIVE, False, False), own)):
        part.show_places(lines, may_choose=True)  # while the page is there
    qtbot.waitUntil(find(part, Button, "backups.remove_place.2").isVisible)
    part.add.setFocus()
    names = ["remove_place.0", "remove_place.1", "back_up_here.2", "remove_place.2"]
    assert [tab() for _ in range(5)] == [*(f"backups.{name}" for name in names), "after"]
