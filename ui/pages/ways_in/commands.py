"""What can be done about the ways into the vault."""

from ui.commands.command import Command, Menu
from ui.commands.context import Context
from ui.translation import QT_TRANSLATE_NOOP

COMMANDS = (
    Command(
        "vault.change_passphrase",
        QT_TRANSLATE_NOOP("Command", "Change the passphrase"),
        Menu.FILE,
        Context.DESK,
        icon="key-round",
        words=(
            QT_TRANSLATE_NOOP("Command", "password"),
            QT_TRANSLATE_NOOP("Command", "new passphrase"),
        ),
        writes=True,
    ),
    Command(
        "vault.change_opening",
        QT_TRANSLATE_NOOP("Command", "Change how the vault opens"),
        Menu.FILE,
        Context.DESK,
        icon="settings-2",
        words=(
            QT_TRANSLATE_NOOP("Command", "password store"),
            QT_TRANSLATE_NOOP("Command", "keyring"),
        ),
        writes=True,
    ),
    Command(
        "vault.add_way",
        QT_TRANSLATE_NOOP("Command", "Add a way in"),
        Menu.FILE,
        Context.DESK,
        icon="plus",
        words=(
            QT_TRANSLATE_NOOP("Command", "another computer"),
            QT_TRANSLATE_NOOP("Command", "second password"),
        ),
        writes=True,
    ),
    Command(
        "vault.put_back",
        QT_TRANSLATE_NOOP("Command", "Put this computer’s half back"),
        Menu.FILE,
        Context.DESK,
        icon="undo-2",
        words=(
            QT_TRANSLATE_NOOP("Command", "enrol again"),
            QT_TRANSLATE_NOOP("Command", "repair the keyring"),
        ),
        writes=True,
    ),
    Command(
        "vault.rehearse",
        QT_TRANSLATE_NOOP("Command", "Prove your Recovery Kit"),
        Menu.FILE,
        Context.DESK,
        icon="badge-check",
        words=(
            QT_TRANSLATE_NOOP("Command", "rehearsal"),
            QT_TRANSLATE_NOOP("Command", "try the 24 words"),
        ),
        writes=True,
    ),
    Command(
        "vault.new_kit",
        QT_TRANSLATE_NOOP("Command", "Make a new Recovery Kit"),
        Menu.FILE,
        Context.DESK,
        icon="scroll-text",
        words=(
            QT_TRANSLATE_NOOP("Command", "24 words"),
            QT_TRANSLATE_NOOP("Command", "lost paper"),
        ),
        writes=True,
    ),
    Command(
        "vault.new_key",
        QT_TRANSLATE_NOOP("Command", "Someone may have my key"),
        Menu.FILE,
        Context.DESK,
        icon="triangle-alert",
        words=(
            QT_TRANSLATE_NOOP("Command", "stolen"),
            QT_TRANSLATE_NOOP("Command", "change the key"),
        ),
        writes=True,
    ),
)
