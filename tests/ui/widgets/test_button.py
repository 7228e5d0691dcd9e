"""Buttons answer to the keyboard, show the ring to those who use it, and say their name."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ui.theme.switcher import Theme
from ui.widgets.button import Button, ButtonKind, ButtonSize


def beside_a_field(qtbot: QtBot, button: Button) -> tuple[QWidget, QLineEdit]:
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    field = QLineEdit()
    column.addWidget(field)
    column.addWidget(button)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    field.setFocus()
    return window, field


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_keys_press_it(qtbot: QtBot, theme: Theme, key: Qt.Key) -> None:
    button = Button(theme, "Start")
    _window = beside_a_field(qtbot, button)
    with qtbot.waitSignal(button.clicked):
        qtbot.keyClick(button, key)


def test_a_mouse_click_leaves_the_focus_where_it_was(qtbot: QtBot, theme: Theme) -> None:
    button = Button(theme, "Start")
    _window, field = beside_a_field(qtbot, button)
    with qtbot.waitSignal(button.clicked):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert field.hasFocus()


@pytest.mark.parametrize("kind", ButtonKind)
def test_tab_shows_the_ring(qtbot: QtBot, theme: Theme, kind: ButtonKind) -> None:
    button = Button(theme, "Start", kind)
    _window, field = beside_a_field(qtbot, button)
    qtbot.keyClick(field, Qt.Key.Key_Tab)
    assert button.hasFocus()
    edge = button.grab().toImage().pixelColor(button.width() // 2, 0)
    assert edge == theme.tokens.color("focus")


def test_the_ring_moves_nothing(qtbot: QtBot, theme: Theme) -> None:
    button = Button(theme, "Start")
    _window, field = beside_a_field(qtbot, button)
    before = button.sizeHint()
    qtbot.keyClick(field, Qt.Key.Key_Tab)
    assert button.sizeHint() == before


@pytest.mark.parametrize(
    ("size", "height"), [(ButtonSize.SMALL, 28), (ButtonSize.NORMAL, 34), (ButtonSize.TOUCH, 44)]
)
def test_heights_are_the_tokens(qtbot: QtBot, theme: Theme, size: ButtonSize, height: int) -> None:
    button = Button(theme, "Start", size=size)
    qtbot.addWidget(button)
    assert button.sizeHint().height() == height


def test_a_button_of_an_icon_only_has_a_name_and_a_tip(qtbot: QtBot, theme: Theme) -> None:
    button = Button(theme, "", icon="plus", name="Add a client")
    qtbot.addWidget(button)
    assert (button.accessibleName(), button.toolTip()) == ("Add a client", "Add a client")


def test_a_disabled_button_says_why(qtbot: QtBot, theme: Theme) -> None:
    button = Button(theme, "Unlock")
    qtbot.addWidget(button)
    button.set_available(False, "Type your passphrase first.")
    assert button.toolTip() == "Type your passphrase first."
    button.set_available(True)
    assert button.isEnabled()
    assert button.toolTip() == ""


def test_a_key_cap_makes_room_for_itself(qtbot: QtBot, theme: Theme) -> None:
    plain, capped = Button(theme, "Start"), Button(theme, "Start", keys="F5")
    qtbot.addWidget(plain)
    qtbot.addWidget(capped)
    assert capped.sizeHint().width() > plain.sizeHint().width()
