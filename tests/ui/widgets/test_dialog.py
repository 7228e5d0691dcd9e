"""A dialog keeps mouse, keys and focus inside, and gives the focus back."""

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QLineEdit, QMainWindow, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ui.theme.switcher import Theme
from ui.widgets.button import Button, ButtonKind
from ui.widgets.confirm import Confirm
from ui.widgets.dialog import Dialog
from ui.widgets.field import Field
from ui.widgets.scrim import OVER_DIALOGS, top_scrim
from ui.widgets.text import Text


@pytest.fixture
def window(qtbot: QtBot, theme: Theme) -> QMainWindow:
    window = QMainWindow()
    qtbot.addWidget(window)
    window.resize(1024, 640)
    page = QWidget()
    column = QVBoxLayout(page)
    below = QLineEdit()
    below.setObjectName("below")
    column.addWidget(below)
    window.setCentralWidget(page)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    below.setFocus()
    return window


def below(window: QMainWindow) -> QLineEdit:
    found = window.findChild(QLineEdit, "below")
    assert isinstance(found, QLineEdit)
    return found


def asking(window: QMainWindow, theme: Theme) -> tuple[Dialog, Field, Button]:
    dialog = Dialog(window, theme, "Add a client")
    field = Field(theme, "Name")
    dialog.body.addWidget(field)
    dialog.add_button(Button(theme, "Cancel")).clicked.connect(dialog.dismiss)
    add = dialog.add_button(Button(theme, "Add", ButtonKind.MAIN), default=True)
    dialog.open()
    return dialog, field, add


def test_it_covers_the_window_also_after_a_resize(window: QMainWindow, theme: Theme) -> None:
    dialog, *_ = asking(window, theme)
    assert dialog.geometry() == window.rect()
    window.resize(1100, 700)
    assert dialog.geometry() == window.rect()


def test_the_first_field_has_the_focus(window: QMainWindow, theme: Theme) -> None:
    _, field, _ = asking(window, theme)
    assert field.line.hasFocus()


@pytest.mark.parametrize("key", [Qt.Key.Key_Tab, Qt.Key.Key_Backtab])
def test_tab_goes_round_inside(
    qtbot: QtBot, window: QMainWindow, theme: Theme, key: Qt.Key
) -> None:
    dialog, field, _ = asking(window, theme)
    visited: set[QWidget | None] = set()
    for _ in range(3):
        qtbot.keyClick(QApplication.focusWidget(), key)
        now = QApplication.focusWidget()
        assert now is not None
        assert dialog.isAncestorOf(now)
        visited.add(now)
    assert len(visited) == 3
    assert field.line.hasFocus()


def test_focus_that_strays_comes_back(window: QMainWindow, theme: Theme) -> None:
    _, field, _ = asking(window, theme)
    below(window).setFocus()
    assert field.line.hasFocus()


def test_closing_gives_the_focus_back(qtbot: QtBot, window: QMainWindow, theme: Theme) -> None:
    dialog, *_ = asking(window, theme)
    with qtbot.waitSignal(dialog.closed):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert below(window).hasFocus()
    assert top_scrim(window) is None


def test_enter_in_a_field_presses_the_default_button(
    qtbot: QtBot, window: QMainWindow, theme: Theme
) -> None:
    _, field, add = asking(window, theme)
    with qtbot.waitSignal(add.clicked):
        qtbot.keyClick(field.line, Qt.Key.Key_Return)


def test_enter_on_another_button_presses_that_one(
    qtbot: QtBot, window: QMainWindow, theme: Theme
) -> None:
    dialog, _, add = asking(window, theme)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    with qtbot.assertNotEmitted(add.clicked), qtbot.waitSignal(dialog.closed):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)


def test_it_shrinks_to_a_low_window_and_keeps_its_buttons(
    window: QMainWindow, theme: Theme
) -> None:
    dialog = Dialog(window, theme, "Long")
    dialog.body.addWidget(Text("word " * 4000, wrap=True))
    keep = dialog.add_button(Button(theme, "Keep it"), default=True)
    dialog.open()
    assert dialog.rect().contains(dialog.panel.geometry())
    keep_at = QRect(keep.mapTo(dialog, keep.rect().topLeft()), keep.size())
    assert dialog.panel.geometry().contains(keep_at)


def test_it_grows_with_what_is_said_in_it(qtbot: QtBot, window: QMainWindow, theme: Theme) -> None:
    dialog, field, _ = asking(window, theme)
    before = dialog.panel.height()
    field.set_error("A client needs a name or initials.")
    qtbot.waitUntil(lambda: dialog.panel.height() > before)


def test_wrapped_words_make_it_no_higher_than_they_are(
    qtbot: QtBot, window: QMainWindow, theme: Theme
) -> None:
    dialog = Dialog(window, theme, "Wide", width=640)
    # Narrow, these words would need many more lines.
    words = Text("Stands on the record that the client gets. Facts only.", wrap=True)
    dialog.body.addWidget(words)
    dialog.open()
    qtbot.waitUntil(lambda: words.height() < 2 * words.heightForWidth(words.width()))
    assert dialog._scroll.verticalScrollBar().maximum() == 0


def test_other_shortcuts_wait_but_a_lock_does_not(
    qtbot: QtBot, window: QMainWindow, theme: Theme
) -> None:
    done: list[str] = []
    for keys, over in (("F5", False), ("F12", True)):
        action = QAction(keys, window)
        action.setShortcut(keys)
        action.setProperty(OVER_DIALOGS, over)
        action.triggered.connect(lambda _=False, keys=keys: done.append(keys))
        window.addAction(action)
    asking(window, theme)
    for key in (Qt.Key.Key_F5, Qt.Key.Key_F12):
        qtbot.keyClick(QApplication.focusWidget(), key)
    assert done == ["F12"]


def test_a_dialog_over_a_dialog_gives_the_focus_to_the_one_below(
    qtbot: QtBot, window: QMainWindow, theme: Theme
) -> None:
    _, field, _ = asking(window, theme)
    upper, upper_field, _ = asking(window, theme)
    assert top_scrim(window) is upper
    assert upper_field.line.hasFocus()
    qtbot.keyClick(upper_field.line, Qt.Key.Key_Escape)
    assert field.line.hasFocus()


def confirmed(window: QMainWindow, theme: Theme, done: list[str]) -> Confirm:
    question = Confirm(
        window,
        theme,
        "Delete this draft?",
        "It was never made final.",
        safe="Keep it",
        other="Delete draft",
        then=lambda: done.append("deleted"),
    )
    question.open()
    return question


def test_the_safe_answer_has_the_focus(qtbot: QtBot, window: QMainWindow, theme: Theme) -> None:
    done: list[str] = []
    question = confirmed(window, theme, done)
    assert question.safe.hasFocus()
    qtbot.keyClick(question.safe, Qt.Key.Key_Return)
    assert done == []
    assert top_scrim(window) is None


def test_the_other_answer_closes_first_and_acts_then(
    qtbot: QtBot, window: QMainWindow, theme: Theme
) -> None:
    done: list[str] = []
    question = confirmed(window, theme, done)
    qtbot.mouseClick(question.other, Qt.MouseButton.LeftButton)
    assert done == ["deleted"]
    assert below(window).hasFocus()


def test_a_field_that_answers_to_enter_by_itself_presses_nothing_twice(
    qtbot: QtBot, window: QMainWindow, theme: Theme
) -> None:
    dialog, field, add = asking(window, theme)
    said: list[str] = []

    def agree() -> None:
        said.append(field.text())
        field.line.clear()
        dialog.dismiss()

    add.clicked.connect(agree)
    field.line.returnPressed.connect(add.click)
    field.line.setText("Amara")
    qtbot.keyClick(field.line, Qt.Key.Key_Return)
    assert said == ["Amara"]
