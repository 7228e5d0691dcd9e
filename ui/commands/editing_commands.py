"""The Edit menu's own commands: what every text field can do."""

from ui.commands.command import Command, Menu
from ui.commands.context import Context
from ui.translation import QT_TRANSLATE_NOOP

COMMANDS = (
    Command(
        "edit.undo",
        QT_TRANSLATE_NOOP("Command", "Undo"),
        Menu.EDIT,
        Context.ALWAYS,
        keys=("Ctrl+Z",),
        in_palette=False,
    ),
    Command(
        "edit.redo",
        QT_TRANSLATE_NOOP("Command", "Redo"),
        Menu.EDIT,
        Context.ALWAYS,
        keys=("Ctrl+Shift+Z",),
        in_palette=False,
    ),
    Command(
        "edit.cut",
        QT_TRANSLATE_NOOP("Command", "Cut"),
        Menu.EDIT,
        Context.ALWAYS,
        keys=("Ctrl+X",),
        in_palette=False,
    ),
    Command(
        "edit.copy",
        QT_TRANSLATE_NOOP("Command", "Copy"),
        Menu.EDIT,
        Context.ALWAYS,
        keys=("Ctrl+C",),
        in_palette=False,
    ),
    Command(
        "edit.paste",
        QT_TRANSLATE_NOOP("Command", "Paste"),
        Menu.EDIT,
        Context.ALWAYS,
        keys=("Ctrl+V",),
        in_palette=False,
    ),
    Command(
        "edit.select_all",
        QT_TRANSLATE_NOOP("Command", "Select all"),
        Menu.EDIT,
        Context.ALWAYS,
        keys=("Ctrl+A",),
        in_palette=False,
    ),
)
