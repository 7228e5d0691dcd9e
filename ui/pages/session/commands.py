"""What can be done on a session's page."""

from ui.commands.command import Command, Menu
from ui.commands.context import Context
from ui.translation import QT_TRANSLATE_NOOP

COMMANDS = (
    Command(
        "session.end",
        QT_TRANSLATE_NOOP("Command", "End session"),
        Menu.SESSION,
        Context.SESSION,
        keys=("Ctrl+Enter", "Ctrl+Return"),
        icon="check",
        words=(
            QT_TRANSLATE_NOOP("Command", "finish"),
            QT_TRANSLATE_NOOP("Command", "stop the meeting"),
        ),
        writes=True,
    ),
    Command(
        "session.leave",
        QT_TRANSLATE_NOOP("Command", "Close the note"),
        Menu.SESSION,
        Context.SESSION,
        keys=("Esc",),
        icon="arrow-left",
        words=(
            QT_TRANSLATE_NOOP("Command", "back to the client"),
            QT_TRANSLATE_NOOP("Command", "leave"),
        ),
    ),
    Command(  # without a key: one pressed by mistake would show every client's name
        "session.step_out",
        QT_TRANSLATE_NOOP("Command", "Leave the note, the session goes on"),
        Menu.SESSION,
        Context.SESSION,
        icon="arrow-left",
        words=(
            QT_TRANSLATE_NOOP("Command", "back to the client"),
            QT_TRANSLATE_NOOP("Command", "close the note"),
        ),
    ),
    Command(
        "session.make_final",
        QT_TRANSLATE_NOOP("Command", "Make the note final"),
        Menu.SESSION,
        Context.SESSION,
        icon="badge-check",
        words=(
            QT_TRANSLATE_NOOP("Command", "finalise"),
            QT_TRANSLATE_NOOP("Command", "complete"),
        ),
        writes=True,
    ),
    Command(
        "session.mark.insight",
        QT_TRANSLATE_NOOP("Command", "Mark as insight"),
        Menu.SESSION,
        Context.SESSION,
        keys=("Ctrl+1",),
        icon="lightbulb",
        words=(QT_TRANSLATE_NOOP("Command", "realisation"), QT_TRANSLATE_NOOP("Command", "aha")),
    ),
    Command(
        "session.mark.concern",
        QT_TRANSLATE_NOOP("Command", "Mark as concern"),
        Menu.SESSION,
        Context.SESSION,
        keys=("Ctrl+2",),
        icon="circle-alert",
        words=(QT_TRANSLATE_NOOP("Command", "worry"), QT_TRANSLATE_NOOP("Command", "warning")),
    ),
    Command(
        "session.mark.commitment",
        QT_TRANSLATE_NOOP("Command", "Mark as commitment"),
        Menu.SESSION,
        Context.SESSION,
        keys=("Ctrl+3",),
        icon="handshake",
        words=(QT_TRANSLATE_NOOP("Command", "promise"), QT_TRANSLATE_NOOP("Command", "agreed")),
    ),
    Command(
        "session.mark.quote",
        QT_TRANSLATE_NOOP("Command", "Mark as quote"),
        Menu.SESSION,
        Context.SESSION,
        keys=("Ctrl+4",),
        icon="quote",
        words=(QT_TRANSLATE_NOOP("Command", "their words"), QT_TRANSLATE_NOOP("Command", "said")),
    ),
    Command(
        "session.time",
        QT_TRANSLATE_NOOP("Command", "Insert the time"),
        Menu.SESSION,
        Context.SESSION,
        keys=("Ctrl+T",),
        icon="clock",
        words=(QT_TRANSLATE_NOOP("Command", "clock"), QT_TRANSLATE_NOOP("Command", "timestamp")),
    ),
)
