"""Ctrl Enter presses the main button from wherever the keyboard is, as long as the page is seen."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ui.pages.backups.main_button import press_by_keys
from ui.theme.switcher import Theme
from ui.widgets.button import Button


def test_the_keys_work_from_beside_the_page_but_not_behind_another(
    qtbot: QtBot, theme: Theme
) -> None:
    window, page, sidebar = QWidget(), QWidget(), QLineEdit()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    column.addWidget(sidebar)
    column.addWidget(page)
    hidden, main = Button(theme, "Prove your Recovery Kit"), Button(theme, "Back up now")
    inside = QVBoxLayout(page)
    for button in (hidden, main):
        inside.addWidget(button)
    hidden.hide()
    press_by_keys(page, (hidden, main))
    pressed: list[str] = []
    hidden.clicked.connect(lambda: pressed.append("prove"))
    main.clicked.connect(lambda: pressed.append("now"))
    with qtbot.waitActive(window):
        window.show()
    sidebar.setFocus()
    QTest.keyClick(sidebar, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert pressed == ["now"]
    page.hide()
    QTest.keyClick(sidebar, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert pressed == ["now"]
