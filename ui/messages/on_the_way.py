"""Words that differ from the table's while a vault is being made, opened or restored."""

from collections.abc import Mapping

from crypto import errors
from ui.messages.backup_table import WHERE_IT_DIFFERS
from ui.messages.message import Message
from ui.messages.moment import At
from ui.translation import QT_TRANSLATE_NOOP

ON_THE_WAY: Mapping[tuple[At, type[BaseException]], Message] = {
    # While a vault is being made there is a passphrase to fall back on, and no kit yet.
    (At.CREATING, errors.KeyringMissing): Message(
        QT_TRANSLATE_NOOP("Message", "This computer has no password store that Underrose can use."),
        QT_TRANSLATE_NOOP("Message", "Choose a passphrase."),
    ),
    (At.CREATING, errors.KeyringLocked): Message(
        QT_TRANSLATE_NOOP("Message", "{store} is locked."),
        QT_TRANSLATE_NOOP("Message", "Unlock it and try again, or choose a passphrase."),
    ),
    (At.CREATING, errors.KeyringPromptDismissed): Message(
        QT_TRANSLATE_NOOP("Message", "You closed the prompt of {store}. No vault was made."),
        QT_TRANSLATE_NOOP("Message", "Try again, or choose a passphrase."),
    ),
    (At.CREATING, errors.KeyringTimeout): Message(
        QT_TRANSLATE_NOOP("Message", "{store} doesn’t answer. No vault was made."),
        QT_TRANSLATE_NOOP("Message", "Try again, or choose a passphrase."),
    ),
    (At.CREATING, errors.KeyringItemGone): Message(
        QT_TRANSLATE_NOOP("Message", "{store} did not keep what was saved. No vault was made."),
        QT_TRANSLATE_NOOP("Message", "Choose a passphrase instead."),
    ),
    (At.CREATING, errors.KeyringInsecure): Message(
        QT_TRANSLATE_NOOP(
            "Message",
            "The password store here keeps secrets unprotected, so Underrose won’t use it.",
        ),
        QT_TRANSLATE_NOOP("Message", "Choose a passphrase."),
    ),
    (At.CREATING, errors.SaveNotDurable): Message(
        QT_TRANSLATE_NOOP("Message", "The vault couldn’t be made: the disk is full."),
        QT_TRANSLATE_NOOP("Message", "Free some space, or choose another place."),
    ),
    (At.CREATING, errors.VaultReadOnly): Message(
        QT_TRANSLATE_NOOP("Message", "This folder can’t be written to."),
        QT_TRANSLATE_NOOP("Message", "Choose another place."),
    ),
    (At.CREATING, errors.VaultMissing): Message(
        QT_TRANSLATE_NOOP("Message", "That place isn’t there any more."),
        QT_TRANSLATE_NOOP("Message", "Choose another place."),
    ),
    # While it is being opened, nothing was typed that could be lost.
    (At.UNLOCKING, errors.SaveNotDurable): Message(
        QT_TRANSLATE_NOOP("Message", "The disk is full, so the vault couldn’t be opened."),
        QT_TRANSLATE_NOOP("Message", "Free some space, or open it for reading only."),
    ),
    (At.UNLOCKING, errors.VaultReadOnly): Message(
        QT_TRANSLATE_NOOP("Message", "The folder can’t be written to."),
        QT_TRANSLATE_NOOP("Message", "Open it for reading only, or move it."),
    ),
    (At.UNLOCKING, errors.VaultDamaged): Message(
        QT_TRANSLATE_NOOP("Message", "Part of the vault fails its check. Nothing was overwritten."),
        QT_TRANSLATE_NOOP(
            "Message",
            "Restore a backup, or save what can be read. You can also open it for reading only.",
        ),
    ),
    **WHERE_IT_DIFFERS,
}
