"""The ways to the help: for the current screen, and while the vault is locked."""

from ui.commands.command import Command, Menu
from ui.commands.context import Context
from ui.translation import QT_TRANSLATE_NOOP

COMMANDS = (
    Command(
        "help.page",
        QT_TRANSLATE_NOOP("Command", "Help for this screen"),
        Menu.HELP,
        Context.EVERYWHERE,
        keys=("F1",),
        in_dialogs=True,
        icon="message-circle-question-mark",
        words=(QT_TRANSLATE_NOOP("Command", "manual"), QT_TRANSLATE_NOOP("Command", "how to")),
    ),
    Command(
        "help.security",
        QT_TRANSLATE_NOOP("Command", "What is protected, and what isn’t"),
        Menu.HELP,
        Context.EVERYWHERE,
        icon="shield",
        words=(
            QT_TRANSLATE_NOOP("Command", "security"),
            QT_TRANSLATE_NOOP("Command", "encryption"),
        ),
    ),
    Command(
        "help.locked",
        QT_TRANSLATE_NOOP("Command", "Help"),
        Menu.HELP,
        Context.LOCKED,
        keys=("F1",),
        in_dialogs=True,
        in_palette=False,
    ),
)
