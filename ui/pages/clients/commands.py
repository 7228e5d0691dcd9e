"""The way to the list of clients."""

from ui.commands.command import Command, Menu
from ui.commands.context import Context
from ui.translation import QT_TRANSLATE_NOOP

COMMANDS = (
    Command(
        "go.clients",
        QT_TRANSLATE_NOOP("Command", "All clients"),
        Menu.GO,
        Context.DESK,
        icon="users",
        words=(QT_TRANSLATE_NOOP("Command", "people"), QT_TRANSLATE_NOOP("Command", "archived")),
    ),
)
