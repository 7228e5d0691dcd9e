"""A covered window shows nothing of what is below it, and gives it back as it was."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QColor, QKeyEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QMenu, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ui.leaving.cover import Cover
from ui.theme.switcher import Theme, ThemeChoice
from ui.widgets.dialog import Dialog
from ui.widgets.scrim import OVER_DIALOGS

BELOW = QColor(255, 0, 255)


class Window(QWidget):
    """A window with a field in it, and a key that locks."""

    def __init__(self) -> None:
        super().__init__()
        self.locked: list[bool] = []
        self.resize(640, 480)
        self.setStyleSheet("QLineEdit { background: #ff00ff; }")
        self.field = QLineEdit("as it was")
        QVBoxLayout(self).addWidget(self.field)
        self.action = QAction(self)
        self.action.setShortcut(QKeySequence("Ctrl+L"))
        self.action.setProperty(OVER_DIALOGS, True)
        self.action.triggered.connect(lambda: self.locked.append(True))
        self.other = QAction(self)
        self.other.setShortcut(QKeySequence("Ctrl+K"))
        self.other.triggered.connect(lambda: self.locked.append(False))
        self.addActions([self.action, self.other])


@pytest.fixture
def window(qtbot: QtBot) -> Window:
    window = Window()
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
    window.field.setFocus()
    window.field.setCursorPosition(3)
    return window


@pytest.fixture
def cover(window: Window, theme: Theme, qtbot: QtBot) -> Cover:
    cover = Cover(window, theme)
    cover.open()
    return cover


def is_covered(cover: Cover) -> bool:
    try:
        return cover.isVisible()
    except RuntimeError:  # deleted
        return False


def colours(window: QWidget) -> set[str]:
    picture = window.grab().toImage()
    return {
        picture.pixelColor(x, y).name()
        for x in range(0, picture.width(), 2)
        for y in range(0, picture.height(), 2)
    }


def send(kind: QKeyEvent.Type, key: Qt.Key, text: str = "", *, again: bool = False) -> None:
    event = QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, text, again)
    focus = QApplication.focusWidget()
    assert focus is not None
    QApplication.sendEvent(focus, event)


def test_nothing_of_what_is_below_is_painted(window: Window, theme: Theme) -> None:
    assert BELOW.name() in colours(window)
    Cover(window, theme).open()
    assert BELOW.name() not in colours(window)


def test_it_follows_the_size_of_the_window(window: Window, cover: Cover, qtbot: QtBot) -> None:
    window.resize(900, 700)
    qtbot.waitUntil(lambda: cover.geometry() == window.rect())
    assert BELOW.name() not in colours(window)


def test_it_says_how_to_go_back(cover: Cover) -> None:
    words = [label.text() for label in cover.findChildren(QLabel)]
    assert "Press any key, or click, to go back to where you were." in words


@pytest.mark.parametrize("key", [Qt.Key.Key_A, Qt.Key.Key_Space, Qt.Key.Key_Escape, Qt.Key.Key_F5])
def test_any_key_goes_back_and_is_not_typed(window: Window, cover: Cover, key: Qt.Key) -> None:
    QTest.keyClick(cover, key)
    assert not is_covered(cover)
    assert window.field.text() == "as it was"
    assert window.field.hasFocus()
    assert window.field.cursorPosition() == 3


def test_what_is_typed_next_goes_where_the_caret_was(window: Window, cover: Cover) -> None:
    QTest.keyClick(cover, Qt.Key.Key_X)
    QTest.keyClicks(window.field, "it ")
    assert window.field.text() == "as it it was"


def test_a_held_key_types_nothing_until_it_is_let_go(window: Window, cover: Cover) -> None:
    send(QKeyEvent.Type.KeyPress, Qt.Key.Key_A, "a")
    for _ in range(5):
        send(QKeyEvent.Type.KeyRelease, Qt.Key.Key_A, "a", again=True)
        send(QKeyEvent.Type.KeyPress, Qt.Key.Key_A, "a", again=True)
    assert is_covered(cover)
    send(QKeyEvent.Type.KeyRelease, Qt.Key.Key_A, "a")
    assert not is_covered(cover)
    assert window.field.text() == "as it was"


def test_a_click_goes_back_and_reaches_nothing_below(window: Window, cover: Cover) -> None:
    QTest.mousePress(cover, Qt.MouseButton.LeftButton, pos=QPoint(320, 240))
    assert is_covered(cover)
    QTest.mouseRelease(cover, Qt.MouseButton.LeftButton, pos=QPoint(320, 240))
    assert not is_covered(cover)
    assert window.field.cursorPosition() == 3


@pytest.mark.parametrize("key", [Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt])
def test_a_key_that_does_nothing_by_itself_does_nothing_here(cover: Cover, key: Qt.Key) -> None:
    QTest.keyClick(cover, key)
    assert is_covered(cover)


def test_the_key_that_locks_locks_without_uncovering(window: Window, cover: Cover) -> None:
    QTest.keyClick(cover, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    assert window.locked == [True]
    assert is_covered(cover)


def test_no_other_command_is_in_force(window: Window, cover: Cover) -> None:
    QTest.keyClick(cover, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    assert window.locked == []


def test_a_key_whose_release_went_elsewhere_does_not_count(cover: Cover, window: Window) -> None:
    send(QKeyEvent.Type.KeyPress, Qt.Key.Key_A, "a")
    cover.clearFocus()
    cover.setFocus()
    send(QKeyEvent.Type.KeyRelease, Qt.Key.Key_A, "a")
    assert is_covered(cover)


def test_menus_do_not_stay_above_it(window: Window, theme: Theme, qtbot: QtBot) -> None:
    menu = QMenu(window)
    menu.addAction("Wilhelmina")
    menu.popup(window.mapToGlobal(QPoint(5, 5)))
    qtbot.waitUntil(menu.isVisible)
    Cover(window, theme).open()
    assert not menu.isVisible()


def test_a_dialog_below_it_is_there_again_with_its_focus(window: Window, theme: Theme) -> None:
    dialog = Dialog(window, theme, "Asked")
    inside = QLineEdit()
    dialog.body.addWidget(inside)
    dialog.open()
    inside.setFocus()
    cover = Cover(window, theme)
    cover.open()
    QTest.keyClick(cover, Qt.Key.Key_A)
    assert dialog.isVisible()
    assert inside.hasFocus()
    assert inside.text() == ""
    dialog.dismiss()


def test_what_was_covered_comes_back_softly_and_takes_clicks_at_once(
    qapp: QApplication, window: Window, qtbot: QtBot
) -> None:
    moving = Theme(qapp, ThemeChoice.LIGHT)
    cover = Cover(window, moving)
    cover.open()
    QTest.keyClick(cover, Qt.Key.Key_A)
    assert window.field.hasFocus()
    assert window.childAt(window.field.geometry().center()) is window.field
    qtbot.waitUntil(lambda: BELOW.name() in colours(window))
    moving.deleteLater()


def test_where_motion_is_reduced_it_is_back_at_once(qapp: QApplication, window: Window) -> None:
    still = Theme(qapp, ThemeChoice.LIGHT, still=True)
    cover = Cover(window, still)
    cover.open()
    QTest.keyClick(cover, Qt.Key.Key_A)
    assert BELOW.name() in colours(window)
    still.deleteLater()
