"""The ways to the settings."""

from ui.commands.command import Command, Menu
from ui.commands.context import Context
from ui.translation import QT_TRANSLATE_NOOP

COMMANDS = (
    Command(
        "go.settings",
        QT_TRANSLATE_NOOP("Command", "Settings"),
        Menu.GO,
        Context.DESK,
        keys=("Ctrl+,", "Ctrl+7"),
        icon="settings-2",
        words=(
            QT_TRANSLATE_NOOP("Command", "preferences"),
            QT_TRANSLATE_NOOP("Command", "options"),
        ),
    ),
    Command(
        "go.practice",
        QT_TRANSLATE_NOOP("Command", "Details of the practice"),
        Menu.GO,
        Context.DESK,
        icon="file-check-2",
        words=(
            QT_TRANSLATE_NOOP("Command", "my address"),
            QT_TRANSLATE_NOOP("Command", "who I am"),
        ),
    ),
    Command(
        "go.vault",
        QT_TRANSLATE_NOOP("Command", "Ways into the vault"),
        Menu.GO,
        Context.DESK,
        icon="key-round",
        words=(
            QT_TRANSLATE_NOOP("Command", "how it unlocks"),
            QT_TRANSLATE_NOOP("Command", "security"),
        ),
    ),
    Command(
        "help.about",
        QT_TRANSLATE_NOOP("Command", "About Underrose"),
        Menu.HELP,
        Context.DESK,
        icon="scroll-text",
        words=(QT_TRANSLATE_NOOP("Command", "version"), QT_TRANSLATE_NOOP("Command", "licence")),
    ),
)
