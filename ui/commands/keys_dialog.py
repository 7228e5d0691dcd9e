"""Keys for this screen: every shortcut in force, by menu."""

from itertools import groupby

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractSlider, QHBoxLayout, QWidget

from ui.commands.command import Command
from ui.commands.menus import TITLES
from ui.commands.registry import Registry
from ui.theme.switcher import Theme
from ui.translation import translate
from ui.widgets.button import Button
from ui.widgets.dialog import Dialog
from ui.widgets.key_cap import KeyCap
from ui.widgets.scrim import top_scrim
from ui.widgets.text import Text


def bind_keys(registry: Registry, window: QWidget, theme: Theme) -> None:
    """Binds Ctrl /."""

    def show() -> None:
        if top_scrim(window) is None:
            KeysDialog(window, theme, keyed(registry)).open()

    registry.bind("keys.show", show)


def keyed(registry: Registry) -> list[Command]:
    """The commands that have a key and can be used now, in the order of the menus."""
    order = list(TITLES)
    usable = [c for c in registry.commands() if c.keys and registry.is_enabled(c.id)]
    return sorted(usable, key=lambda command: order.index(command.menu))


SCROLLS = {
    Qt.Key.Key_Down: QAbstractSlider.SliderAction.SliderSingleStepAdd,
    Qt.Key.Key_Up: QAbstractSlider.SliderAction.SliderSingleStepSub,
    Qt.Key.Key_PageDown: QAbstractSlider.SliderAction.SliderPageStepAdd,
    Qt.Key.Key_PageUp: QAbstractSlider.SliderAction.SliderPageStepSub,
}


class KeysDialog(Dialog):
    """A list to read; arrows scroll it, Esc or Enter closes it."""

    def __init__(self, window: QWidget, theme: Theme, commands: list[Command]) -> None:
        super().__init__(window, theme, translate("KeysDialog", "Keys for this screen"))
        self.setObjectName("keys")
        for menu, group in groupby(commands, lambda command: command.menu):
            title = translate("Menu", TITLES[menu]).replace("&", "")
            self.body.addWidget(Text(title, "caption", "tertiary", strong=True))
            for command in group:
                self.body.addLayout(self._row(command))
        close = self.add_button(Button(theme, translate("KeysDialog", "Close")), default=True)
        close.setObjectName("keys.close")
        close.clicked.connect(self.dismiss)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        scroll = SCROLLS.get(Qt.Key(event.key()))
        if scroll is None:
            super().keyPressEvent(event)
        else:
            self._scroll.verticalScrollBar().triggerAction(scroll)

    def _row(self, command: Command) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(6)
        row.addWidget(Text(translate("Command", command.title), "small"), 1)
        for key in command.keys:
            row.addWidget(KeyCap(self._theme, key))
        return row
