"""What can be done with a client's record."""

from ui.commands.command import Command, Menu
from ui.commands.context import Context
from ui.translation import QT_TRANSLATE_NOOP

COMMANDS = (
    Command(
        "record.decide",
        QT_TRANSLATE_NOOP("Command", "Record a decision"),
        Menu.CLIENT,
        Context.CLIENT,
        icon="plus",
        words=(
            QT_TRANSLATE_NOOP("Command", "consent"),
            QT_TRANSLATE_NOOP("Command", "withdraw"),
        ),
        writes=True,
    ),
    Command(
        "record.export",
        QT_TRANSLATE_NOOP("Command", "Export the consent record"),
        Menu.CLIENT,
        Context.CLIENT,
        keys=("Ctrl+E",),
        icon="file-output",
        words=(
            QT_TRANSLATE_NOOP("Command", "copy"),
            QT_TRANSLATE_NOOP("Command", "PDF"),
        ),
        writes=True,
    ),
)
