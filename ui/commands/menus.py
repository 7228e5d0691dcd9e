"""The native menu bar, filled from the registry."""

from PySide6.QtWidgets import QMenu, QMenuBar

from ui.commands.command import Menu
from ui.commands.registry import Registry
from ui.translation import QT_TRANSLATE_NOOP, translate

TITLES = {
    Menu.FILE: QT_TRANSLATE_NOOP("Menu", "&File"),
    Menu.EDIT: QT_TRANSLATE_NOOP("Menu", "&Edit"),
    Menu.GO: QT_TRANSLATE_NOOP("Menu", "&Go"),
    Menu.CLIENT: QT_TRANSLATE_NOOP("Menu", "&Client"),
    Menu.SESSION: QT_TRANSLATE_NOOP("Menu", "&Session"),
    Menu.VIEW: QT_TRANSLATE_NOOP("Menu", "&View"),
    Menu.HELP: QT_TRANSLATE_NOOP("Menu", "&Help"),
}


def fill_menu_bar(bar: QMenuBar, registry: Registry) -> None:
    """Adds every menu that has a command, with a line between subjects."""
    for menu in Menu:
        commands = [command for command in registry.commands() if command.menu is menu]
        if not commands:
            continue
        shown = QMenu(translate("Menu", TITLES[menu]), bar)
        shown.setObjectName(f"menu.{menu.value}")
        subject = commands[0].subject
        for command in commands:
            if command.subject != subject:
                subject = command.subject
                shown.addSeparator()
            shown.addAction(registry.action(command.id))
        bar.addMenu(shown)
