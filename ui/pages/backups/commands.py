"""The way to the backups, and what can be done with them."""

from ui.commands.command import Command, Menu
from ui.commands.context import Context
from ui.translation import QT_TRANSLATE_NOOP

COMMANDS = (
    Command(
        "go.backups",
        QT_TRANSLATE_NOOP("Command", "Backups"),
        Menu.GO,
        Context.DESK,
        keys=("Ctrl+6",),
        icon="archive-restore",
        words=(
            QT_TRANSLATE_NOOP("Command", "copies"),
            QT_TRANSLATE_NOOP("Command", "safety copy"),
        ),
    ),
    Command(
        "backup.now",
        QT_TRANSLATE_NOOP("Command", "Back up now"),
        Menu.FILE,
        Context.DESK,
        icon="hard-drive",
        words=(
            QT_TRANSLATE_NOOP("Command", "make a backup"),
            QT_TRANSLATE_NOOP("Command", "copy to a stick"),
            QT_TRANSLATE_NOOP("Command", "save everything"),
        ),
        writes=True,
    ),
    Command(
        "backup.stop",
        QT_TRANSLATE_NOOP("Command", "Stop the backup"),
        Menu.FILE,
        Context.DESK,
        icon="circle-x",
        words=(
            QT_TRANSLATE_NOOP("Command", "cancel"),
            QT_TRANSLATE_NOOP("Command", "remove the stick"),
        ),
    ),
    Command(
        "backup.add_place",
        QT_TRANSLATE_NOOP("Command", "Add a place for backups"),
        Menu.FILE,
        Context.DESK,
        icon="plus",
        words=(
            QT_TRANSLATE_NOOP("Command", "another drive"),
            QT_TRANSLATE_NOOP("Command", "folder"),
        ),
        writes=True,
    ),
    Command(
        "backup.with_passphrase",
        QT_TRANSLATE_NOOP("Command", "Back up with a passphrase of its own"),
        Menu.FILE,
        Context.DESK,
        icon="key-round",
        words=(
            QT_TRANSLATE_NOOP("Command", "backup for somebody else"),
            QT_TRANSLATE_NOOP("Command", "without the kit"),
        ),
        writes=True,
    ),
    Command(
        "backup.bring_back",
        QT_TRANSLATE_NOOP("Command", "Restore a backup"),
        Menu.FILE,
        Context.DESK,
        icon="folder-open",
        words=(
            QT_TRANSLATE_NOOP("Command", "bring back"),
            QT_TRANSLATE_NOOP("Command", "look inside"),
            QT_TRANSLATE_NOOP("Command", "recover"),
        ),
    ),
    Command(
        "backup.try",
        QT_TRANSLATE_NOOP("Command", "Try the newest backup"),
        Menu.FILE,
        Context.DESK,
        icon="play",
        words=(
            QT_TRANSLATE_NOOP("Command", "test"),
            QT_TRANSLATE_NOOP("Command", "rehearse"),
        ),
        writes=True,
    ),
)
