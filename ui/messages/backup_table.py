"""The words for what can go wrong with a backup; those of the table speak of a USB stick."""

from collections.abc import Mapping

from app.core import errors as app_errors
from crypto import errors
from ui.messages.message import Message
from ui.messages.moment import At
from ui.translation import QT_TRANSLATE_NOOP

BACKUP_WORDS: Mapping[type[BaseException], Message] = {
    errors.BackupMissing: Message(
        QT_TRANSLATE_NOOP("Message", "The backup isn’t there, or can’t be read."),
        QT_TRANSLATE_NOOP("Message", "Put the drive in, or choose another file."),
    ),
    errors.BackupDamaged: Message(
        QT_TRANSLATE_NOOP("Message", "This backup is damaged. Nothing was changed."),
        QT_TRANSLATE_NOOP("Message", "Try another backup, or save what can be read."),
    ),
    errors.NotABackup: Message(
        QT_TRANSLATE_NOOP("Message", "This isn’t a backup of Underrose’s, or its end is missing."),
        QT_TRANSLATE_NOOP("Message", "Nothing was changed. Choose another file."),
    ),
    errors.BackupTooNew: Message(
        QT_TRANSLATE_NOOP("Message", "This backup was made by a newer version of Underrose."),
        QT_TRANSLATE_NOOP("Message", "Update Underrose, then restore it."),
    ),
    errors.BackupOfAnotherVault: Message(
        QT_TRANSLATE_NOOP("Message", "This backup belongs to another vault, “{name}”."),
        QT_TRANSLATE_NOOP("Message", "Restore it beside this one."),
    ),
    errors.BackupUnverified: Message(
        QT_TRANSLATE_NOOP(
            "Message", "The copy on the stick differs from the vault, so it was deleted."
        ),
        QT_TRANSLATE_NOOP("Message", "Try another stick."),
    ),
    # The button beside it says what to do.
    errors.BackupInterrupted: Message(
        QT_TRANSLATE_NOOP("Message", "The USB stick was taken out. The backup isn’t finished."),
    ),
    app_errors.BackupBrokenOff: Message(
        QT_TRANSLATE_NOOP(
            "Message", "Underrose was locked or closed before the last backup was finished."
        ),
        QT_TRANSLATE_NOOP("Message", "Put its drive in, and it begins again by itself."),
    ),
    app_errors.BackupBrokenOffWithPassphrase: Message(
        QT_TRANSLATE_NOOP(
            "Message",
            "Underrose was locked or closed before the backup with a passphrase was finished.",
        ),
        QT_TRANSLATE_NOOP(
            "Message",
            "Begin it again: its passphrase is kept nowhere, so it has to be typed once more.",
        ),
    ),
    errors.BackupNoRoom: Message(
        QT_TRANSLATE_NOOP("Message", "The stick is full. The backup isn’t finished."),
        QT_TRANSLATE_NOOP("Message", "Free some space on it, or use another stick."),
    ),
    errors.BackupTooLarge: Message(
        QT_TRANSLATE_NOOP("Message", "The backup is larger than a file can be on this stick."),
        QT_TRANSLATE_NOOP(
            "Message",
            "Sticks in FAT32 take files of up to 4 GB. Use one in exFAT, or a folder elsewhere.",
        ),
    ),
    errors.BackupPlaceReadOnly: Message(
        QT_TRANSLATE_NOOP("Message", "The stick can’t be written to."),
        QT_TRANSLATE_NOOP("Message", "Slide its lock open if it has one, or use another stick."),
    ),
    errors.BackupNameTaken: Message(
        QT_TRANSLATE_NOOP(
            "Message", "There is a file with the backup’s name already. It was left as it is."
        ),
        QT_TRANSLATE_NOOP("Message", "Try again: the backup gets another name."),
    ),
    errors.BackupRootMissing: Message(
        QT_TRANSLATE_NOOP(
            "Message", "Before the first backup, the Recovery Kit has to be proven once."
        ),
        QT_TRANSLATE_NOOP(
            "Message", "Type its 24 words under Settings, Vault: backups will open with them."
        ),
    ),
}

# `BackupNoRoom` with `here`: it was to be made ready beside the vault, as every backup is.
NO_ROOM_HERE = Message(
    QT_TRANSLATE_NOOP("Message", "There is no room on this computer to make the backup ready."),
    QT_TRANSLATE_NOOP("Message", "Free as much space as the vault takes, then try again."),
)

WHERE_IT_DIFFERS: Mapping[tuple[At, type[BaseException]], Message] = {
    (At.BACKING_UP_TO_FOLDER, errors.BackupUnverified): Message(
        QT_TRANSLATE_NOOP(
            "Message", "The copy in that folder differs from the vault, so it was deleted."
        ),
        QT_TRANSLATE_NOOP("Message", "Try another folder."),
    ),
    (At.BACKING_UP_TO_FOLDER, errors.BackupInterrupted): Message(
        QT_TRANSLATE_NOOP(
            "Message", "The folder can’t be reached any more. The backup isn’t finished."
        ),
    ),
    (At.BACKING_UP_TO_FOLDER, app_errors.BackupBrokenOff): Message(
        QT_TRANSLATE_NOOP(
            "Message", "Underrose was locked or closed before the last backup was finished."
        ),
        QT_TRANSLATE_NOOP("Message", "It begins again by itself once its folder can be reached."),
    ),
    (At.BACKING_UP_TO_FOLDER, errors.BackupNoRoom): Message(
        QT_TRANSLATE_NOOP("Message", "The folder’s disk is full. The backup isn’t finished."),
        QT_TRANSLATE_NOOP("Message", "Free some space on it, or choose another folder."),
    ),
    (At.BACKING_UP_TO_FOLDER, errors.BackupTooLarge): Message(
        QT_TRANSLATE_NOOP("Message", "The backup is larger than a file can be in that folder."),
        QT_TRANSLATE_NOOP("Message", "Choose a folder on another disk."),
    ),
    (At.BACKING_UP_TO_FOLDER, errors.BackupPlaceReadOnly): Message(
        QT_TRANSLATE_NOOP("Message", "That folder can’t be written to."),
        QT_TRANSLATE_NOOP("Message", "Choose another folder."),
    ),
    # A backup is being looked into or restored: it opens by a kit or its own passphrase alone.
    (At.RESTORING, errors.PassphraseWrong): Message(
        QT_TRANSLATE_NOOP("Message", "That passphrase didn’t open the backup."),
        QT_TRANSLATE_NOOP(
            "Message", "A backup has a passphrase of its own. Check Caps Lock, or use the kit."
        ),
    ),
    (At.RESTORING, errors.RecoveryWrong): Message(
        QT_TRANSLATE_NOOP(
            "Message",
            "These words are for another vault or another kit"
            " (this backup: kit {kit_number}, {kit_made_on}).",
        ),
        QT_TRANSLATE_NOOP("Message", "Look for the sheet with that number and date."),
    ),
    (At.RESTORING, errors.BackupInterrupted): Message(
        QT_TRANSLATE_NOOP(
            "Message", "The drive with the backup was taken out. Nothing was restored."
        ),
        QT_TRANSLATE_NOOP("Message", "Put it back in, then try again."),
    ),
    (At.RESTORING, errors.BackupDamaged): Message(
        QT_TRANSLATE_NOOP("Message", "This backup is damaged. Nothing was changed."),
        QT_TRANSLATE_NOOP("Message", "Choose another backup."),
    ),
    (At.RESTORING, errors.BackupRootMissing): Message(
        QT_TRANSLATE_NOOP("Message", "This vault doesn’t know the kit that opens this backup."),
        QT_TRANSLATE_NOOP("Message", "Open it with the words of that kit, or its passphrase."),
    ),
    (At.RESTORING, errors.SaveNotDurable): Message(
        QT_TRANSLATE_NOOP("Message", "The disk is full, so nothing was restored."),
        QT_TRANSLATE_NOOP("Message", "Free some space, or choose another place."),
    ),
    (At.RESTORING, errors.VaultReadOnly): Message(
        QT_TRANSLATE_NOOP("Message", "That place can’t be written to. Nothing was restored."),
        QT_TRANSLATE_NOOP("Message", "Choose another place."),
    ),
    (At.RESTORING, errors.VaultMissing): Message(
        QT_TRANSLATE_NOOP("Message", "That place isn’t there any more. Nothing was restored."),
        QT_TRANSLATE_NOOP("Message", "Choose another place."),
    ),
}
