"""The Edit menu works on the field in focus; Undo also takes back what a toast offers."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ui.commands import editing_commands
from ui.commands.editing import bind_editing
from ui.commands.registry import Registry
from ui.theme.switcher import Theme
from ui.widgets.toast import show_toast


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    window = QWidget()
    column = QVBoxLayout(window)
    column.addWidget(QLineEdit("note"))
    column.addWidget(QPushButton("Done"))
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return window


@pytest.fixture
def editing(window: QWidget, qapp: QApplication) -> Iterator[Registry]:
    registry = Registry()
    registry.declare(editing_commands.COMMANDS)
    bind_editing(registry, window)
    yield registry
    registry.deleteLater()


def field(window: QWidget) -> QLineEdit:
    found = window.findChild(QLineEdit)
    assert found is not None
    found.setFocus()
    return found


def test_it_edits_the_field_in_focus(editing: Registry, window: QWidget) -> None:
    line = field(window)
    for id in ("edit.select_all", "edit.cut", "edit.paste", "edit.paste"):
        editing.run(id)
    assert line.text() == "notenote"
    editing.run("edit.undo")
    assert line.text() != "notenote"
    editing.run("edit.redo")
    assert line.text() == "notenote"
    QApplication.clipboard().clear()


def test_without_a_field_it_does_nothing(editing: Registry, window: QWidget) -> None:
    button = window.findChild(QPushButton)
    assert button is not None
    button.setFocus()
    for command in editing.commands():
        editing.run(command.id)


def test_undo_takes_back_what_a_toast_offers_unless_a_field_has_the_focus(
    editing: Registry, window: QWidget, theme: Theme
) -> None:
    undone: list[bool] = []
    show_toast(window, theme, "Archived", lambda: undone.append(True))
    field(window)
    editing.run("edit.undo")
    assert undone == []
    button = window.findChild(QPushButton)
    assert button is not None
    button.setFocus()
    editing.run("edit.undo")
    assert undone == [True]
