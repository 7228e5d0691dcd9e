"""What can be done about a client."""

from ui.commands.command import Command, Menu
from ui.commands.context import Context
from ui.translation import QT_TRANSLATE_NOOP

COMMANDS = (
    Command(
        "client.add",
        QT_TRANSLATE_NOOP("Command", "Add a client"),
        Menu.CLIENT,
        Context.DESK,
        keys=("Ctrl+N",),
        icon="user-round-plus",
        words=(QT_TRANSLATE_NOOP("Command", "new client"), QT_TRANSLATE_NOOP("Command", "create")),
        writes=True,
    ),
    Command(
        "client.edit",
        QT_TRANSLATE_NOOP("Command", "Edit details"),
        Menu.CLIENT,
        Context.CLIENT,
        keys=("F2",),
        icon="pencil",
        words=(QT_TRANSLATE_NOOP("Command", "rename"), QT_TRANSLATE_NOOP("Command", "change")),
        writes=True,
    ),
    Command(
        "client.archive",
        QT_TRANSLATE_NOOP("Command", "Archive client"),
        Menu.CLIENT,
        Context.CLIENT,
        icon="file-archive",
        words=(QT_TRANSLATE_NOOP("Command", "put aside"), QT_TRANSLATE_NOOP("Command", "remove")),
        writes=True,
    ),
    Command(
        "client.restore",
        QT_TRANSLATE_NOOP("Command", "Restore client"),
        Menu.CLIENT,
        Context.CLIENT,
        icon="archive-restore",
        words=(QT_TRANSLATE_NOOP("Command", "unarchive"), QT_TRANSLATE_NOOP("Command", "return")),
        writes=True,
    ),
    Command(
        "client.previous",
        QT_TRANSLATE_NOOP("Command", "Previous client"),
        Menu.GO,
        Context.DESK,
        keys=("Alt+Up",),
        icon="chevron-up",
        words=(QT_TRANSLATE_NOOP("Command", "client before"),),
    ),
    Command(
        "client.next",
        QT_TRANSLATE_NOOP("Command", "Next client"),
        Menu.GO,
        Context.DESK,
        keys=("Alt+Down",),
        icon="chevron-down",
        words=(QT_TRANSLATE_NOOP("Command", "client after"),),
    ),
    Command(
        "client.next_tab",
        QT_TRANSLATE_NOOP("Command", "Next tab"),
        Menu.GO,
        Context.CLIENT,
        keys=("Ctrl+Tab",),
        in_palette=False,
    ),
    Command(
        "client.previous_tab",
        QT_TRANSLATE_NOOP("Command", "Previous tab"),
        Menu.GO,
        Context.CLIENT,
        keys=("Ctrl+Shift+Tab",),
        in_palette=False,
    ),
)
