"""A lock waits for no menu."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QGuiApplication, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ui.leaving.popup_keys import PopupKeys, close_popups
from ui.theme.switcher import Theme
from ui.widgets.combo_box import ComboBox


class Window(QWidget):
    """A window with the keys that leave, one that does something else, and a list."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.done: list[str] = []
        self.resize(400, 300)
        self.box = ComboBox(theme, "Zone")
        self.box.addItems(["one", "two"])
        QVBoxLayout(self).addWidget(self.box)
        for name, keys in (
            ("app.lock", ["Ctrl+L", "F12"]),
            ("app.quit", ["Ctrl+Q"]),
            ("go.settings", ["Ctrl+7"]),
        ):
            action = QAction(self)
            action.setObjectName(name)
            action.setShortcuts([QKeySequence(key) for key in keys])
            action.triggered.connect(lambda _=False, name=name: self.done.append(name))
            self.addAction(action)


@pytest.fixture
def window(qtbot: QtBot, theme: Theme) -> Window:
    window = Window(theme)
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
    PopupKeys(window)
    return window


def open_menu(window: Window, qtbot: QtBot) -> QMenu:
    menu = QMenu(window)
    menu.addAction("Wilhelmina")
    menu.popup(window.mapToGlobal(QPoint(5, 5)))
    wait_for_keyboard(menu, qtbot)
    return menu


def wait_for_keyboard(popup: QWidget, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: QGuiApplication.focusWindow() is popup.window().windowHandle())


@pytest.mark.parametrize(
    ("key", "modifiers", "expected"),
    [
        (Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier, "app.lock"),
        (Qt.Key.Key_F12, Qt.KeyboardModifier.NoModifier, "app.lock"),
        (Qt.Key.Key_Q, Qt.KeyboardModifier.ControlModifier, "app.quit"),
    ],
)
def test_the_keys_that_leave_work_above_a_menu(
    window: Window, qtbot: QtBot, key: Qt.Key, modifiers: Qt.KeyboardModifier, expected: str
) -> None:
    menu = open_menu(window, qtbot)
    QTest.keyClick(window.windowHandle(), key, modifiers)
    assert window.done == [expected]
    assert not menu.isVisible()


def test_they_work_above_an_open_list(window: Window, qtbot: QtBot) -> None:
    window.box.showPopup()
    wait_for_keyboard(window.box.view(), qtbot)
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_F12)
    assert window.done == ["app.lock"]
    assert not window.box.view().isVisible()


def test_other_keys_are_the_menus(window: Window, qtbot: QtBot) -> None:
    menu = open_menu(window, qtbot)
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_7, Qt.KeyboardModifier.ControlModifier)
    assert window.done == []
    assert menu.isVisible()
    close_popups()


def test_without_a_menu_a_key_locks_once(window: Window) -> None:
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_F12)
    assert window.done == ["app.lock"]
