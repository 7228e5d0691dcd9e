"""Keys for this screen: what has a key and can be used now, to be read by keyboard."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QMainWindow, QScrollArea
from pytestqt.qtbot import QtBot

from tests.support.find import find
from ui.commands.context import Context
from ui.commands.keys_dialog import KeysDialog, bind_keys, keyed
from ui.commands.registry import Registry
from ui.theme.switcher import Theme
from ui.widgets.button import Button
from ui.widgets.key_cap import KeyCap


def bound(registry: Registry) -> None:
    for id in ("app.lock", "palette.open", "client.add", "client.edit", "mark.insight"):
        registry.bind(id, lambda: None)


def test_it_lists_by_menu_what_has_a_key_here(registry: Registry) -> None:
    bound(registry)
    assert [command.id for command in keyed(registry)] == ["app.lock", "palette.open"]
    registry.set_context(Context.SESSION)
    assert [c.id for c in keyed(registry)] == ["app.lock", "palette.open", "mark.insight"]


def test_it_opens_and_closes_by_key(registry: Registry, theme: Theme, qtbot: QtBot) -> None:
    window = QMainWindow()
    qtbot.addWidget(window)
    window.resize(1024, 640)
    window.show()
    bound(registry)
    bind_keys(registry, window, theme)
    registry.action("keys.show").trigger()
    registry.action("keys.show").trigger()
    (dialog,) = window.findChildren(KeysDialog)
    caps = [cap.accessibleName() for cap in dialog.findChildren(KeyCap)]
    assert caps == ["Ctrl L", "F12", "Ctrl K", "Ctrl /"]
    assert "File" in [label.text() for label in dialog.findChildren(QLabel)]
    qtbot.keyClick(find(dialog, Button, "keys.close"), Qt.Key.Key_Return)
    assert not dialog.isVisible()


def test_arrows_scroll_it(registry: Registry, theme: Theme, qtbot: QtBot) -> None:
    window = QMainWindow()
    qtbot.addWidget(window)
    window.resize(400, 160)
    window.show()
    bound(registry)
    dialog = KeysDialog(window, theme, keyed(registry))
    dialog.open()
    bar = find(dialog, QScrollArea).verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    qtbot.keyClick(dialog, Qt.Key.Key_PageDown)
    assert bar.value() > 0
    qtbot.keyClick(dialog, Qt.Key.Key_PageUp)
    assert bar.value() == 0
