"""The first picture is the lock screen's own ceiling, before all else is loaded."""

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ui.locked.ceiling import Ceiling, lift, rose_centre, tokens_before_theme
from ui.locked.rose_column import RoseColumn
from ui.theme.switcher import Theme, ThemeChoice


@pytest.mark.parametrize("choice", [ThemeChoice.LIGHT, ThemeChoice.DARK])
@pytest.mark.parametrize("size", [QSize(1280, 800), QSize(1024, 640)])
def test_it_lies_where_the_lock_screen_has_it(
    qtbot: QtBot, theme: Theme, choice: ThemeChoice, size: QSize
) -> None:
    theme.set_choice(choice)
    first, later = Ceiling(tokens_before_theme(choice)), RoseColumn(theme)
    for widget in (first, later):
        qtbot.addWidget(widget)
        widget.resize(size)
    later.show()  # its layout comes with it
    above_the_column = 300 - lift(size.height())
    one, other = (widget.grab().toImage() for widget in (first, later))
    for y in range(0, above_the_column, 7):
        for x in range(0, size.width(), 7):
            assert one.pixelColor(x, y) == other.pixelColor(x, y)


@pytest.mark.parametrize(("ground", "dark"), [("white", False), ("black", True)])
def test_it_follows_the_system_where_the_coach_does(
    qapp: QApplication, ground: str, dark: bool
) -> None:
    was = QGuiApplication.palette()
    QGuiApplication.setPalette(QPalette(ground))
    try:
        assert tokens_before_theme("system").dark is dark
        assert tokens_before_theme("light").dark is False
        assert tokens_before_theme("dark").dark is True
    finally:
        QGuiApplication.setPalette(was)


def test_in_lower_windows_the_rose_moves_up() -> None:
    assert rose_centre(QSize(1000, 800)).y() - rose_centre(QSize(1000, 700)).y() == 100
    assert rose_centre(QSize(1000, 800)).x() == 500
