"""What can be done from Today: go there, and start a session."""

from ui.commands.command import Command, Menu
from ui.commands.context import Context
from ui.translation import QT_TRANSLATE_NOOP

COMMANDS = (
    Command(
        "go.today",
        QT_TRANSLATE_NOOP("Command", "Today"),
        Menu.GO,
        Context.DESK,
        keys=("Ctrl+1",),
        icon="sun",
        words=(QT_TRANSLATE_NOOP("Command", "home"), QT_TRANSLATE_NOOP("Command", "start page")),
    ),
    Command(
        "session.start",
        QT_TRANSLATE_NOOP("Command", "Start session"),
        Menu.SESSION,
        Context.DESK,
        keys=("F5", "Ctrl+Shift+S"),
        icon="pen-line",
        words=(
            QT_TRANSLATE_NOOP("Command", "begin meeting"),
            QT_TRANSLATE_NOOP("Command", "take notes"),
        ),
        writes=True,
    ),
)
