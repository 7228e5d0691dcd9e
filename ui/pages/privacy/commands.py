"""The way to the privacy check-up, and what it can mend."""

from ui.commands.command import Command, Menu
from ui.commands.context import Context
from ui.translation import QT_TRANSLATE_NOOP

COMMANDS = (
    Command(
        "go.privacy",
        QT_TRANSLATE_NOOP("Command", "Privacy check-up"),
        Menu.GO,
        Context.DESK,
        keys=("Ctrl+5",),
        icon="shield-check",
        words=(
            QT_TRANSLATE_NOOP("Command", "security"),
            QT_TRANSLATE_NOOP("Command", "safety"),
        ),
    ),
    Command(
        "vault.make_private",
        QT_TRANSLATE_NOOP("Command", "Make the vault’s files private"),
        Menu.FILE,
        Context.DESK,
        icon="lock",
        words=(
            QT_TRANSLATE_NOOP("Command", "permissions"),
            QT_TRANSLATE_NOOP("Command", "other users"),
        ),
        writes=True,
    ),
    Command(
        "vault.save_readable",
        QT_TRANSLATE_NOOP("Command", "Save what can be read"),
        Menu.FILE,
        Context.DESK,
        icon="archive-restore",
        words=(
            QT_TRANSLATE_NOOP("Command", "damaged"),
            QT_TRANSLATE_NOOP("Command", "salvage"),
        ),
    ),
)
