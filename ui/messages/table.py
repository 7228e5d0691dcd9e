"""The words for every error that `app` and `crypto` raise on purpose."""

from app.core import errors as app_errors
from crypto import errors as crypto_errors
from ui.messages.backup_table import BACKUP_WORDS
from ui.messages.message import Message
from ui.translation import QT_TRANSLATE_NOOP

UNFORESEEN = Message(
    QT_TRANSLATE_NOOP("Message", "Something went wrong that Underrose didn’t foresee."),
    QT_TRANSLATE_NOOP(
        "Message", "Everything that was saved is unharmed. If it happens again, lock and unlock."
    ),
)

WORDS: dict[type[BaseException], Message] = {
    # The password store
    crypto_errors.KeyringMissing: Message(
        QT_TRANSLATE_NOOP("Message", "This computer has no password store that Underrose can use."),
        QT_TRANSLATE_NOOP(
            "Message", "Open the vault with the Recovery Kit, or choose a passphrase."
        ),
    ),
    crypto_errors.KeyringLocked: Message(
        QT_TRANSLATE_NOOP("Message", "{store} is locked."),
        QT_TRANSLATE_NOOP("Message", "Unlock it, then try again."),
    ),
    crypto_errors.KeyringPromptDismissed: Message(
        QT_TRANSLATE_NOOP("Message", "You closed the prompt of {store}."),
        QT_TRANSLATE_NOOP("Message", "Try again, or use the Recovery Kit."),
    ),
    crypto_errors.KeyringTimeout: Message(
        QT_TRANSLATE_NOOP("Message", "{store} doesn’t answer."),
        QT_TRANSLATE_NOOP("Message", "Keep waiting, or use the Recovery Kit."),
    ),
    crypto_errors.KeyringItemGone: Message(
        QT_TRANSLATE_NOOP(
            "Message",
            "{store} no longer has this vault’s half of the key. The notes are unharmed.",
        ),
        QT_TRANSLATE_NOOP("Message", "Use the Recovery Kit, and Underrose will put it back."),
    ),
    crypto_errors.KeyringBackendChanged: Message(
        QT_TRANSLATE_NOOP(
            "Message",
            "This computer now uses another password store: it was {was}, and is {now} now.",
        ),
        QT_TRANSLATE_NOOP("Message", "Use the Recovery Kit, and Underrose will use the new one."),
    ),
    crypto_errors.KeyringInsecure: Message(
        QT_TRANSLATE_NOOP(
            "Message",
            "The password store here keeps secrets unprotected, so Underrose won’t use it.",
        ),
        QT_TRANSLATE_NOOP("Message", "Use the Recovery Kit, then choose a passphrase."),
    ),
    crypto_errors.KeyringWriteUnverified: Message(
        QT_TRANSLATE_NOOP("Message", "{store} did not keep what was saved."),
        QT_TRANSLATE_NOOP("Message", "Choose a passphrase instead."),
    ),
    # Secrets
    crypto_errors.PassphraseWrong: Message(
        QT_TRANSLATE_NOOP("Message", "That passphrase didn’t open the vault."),
        QT_TRANSLATE_NOOP("Message", "Check Caps Lock."),
    ),
    crypto_errors.PassphraseNotUsable: Message(
        QT_TRANSLATE_NOOP("Message", "That passphrase is too short or too easily guessed."),
        QT_TRANSLATE_NOOP(
            "Message", "Use at least 12 characters; four words at random are easy to keep."
        ),
    ),
    crypto_errors.WrongSecret: Message(
        QT_TRANSLATE_NOOP("Message", "That didn’t open the vault."),
        QT_TRANSLATE_NOOP("Message", "Try again, or use the Recovery Kit."),
    ),
    crypto_errors.RecoveryWordUnknown: Message(
        QT_TRANSLATE_NOOP("Message", "Word {position} isn’t one of the words."),
        QT_TRANSLATE_NOOP("Message", "Check it against the paper."),
    ),
    crypto_errors.RecoveryChecksum: Message(
        QT_TRANSLATE_NOOP("Message", "The words are real but not all right, or not in this order."),
        QT_TRANSLATE_NOOP("Message", "Check them against the paper, one by one."),
    ),
    crypto_errors.RecoveryWrong: Message(
        QT_TRANSLATE_NOOP(
            "Message",
            "These words are for another vault or an older kit"
            " (this vault: kit {kit_number}, {kit_made_on}).",
        ),
        QT_TRANSLATE_NOOP("Message", "Look for the sheet with that number and date."),
    ),
    # Header and vault
    crypto_errors.HeaderDamaged: Message(
        QT_TRANSLATE_NOOP("Message", "Both key files of this vault are damaged."),
        QT_TRANSLATE_NOOP("Message", "Nothing was written. Restore a backup."),
    ),
    crypto_errors.HeaderTampered: Message(
        QT_TRANSLATE_NOOP(
            "Message",
            "The key file was changed by something other than Underrose. Nothing was written.",
        ),
        QT_TRANSLATE_NOOP("Message", "Restore a backup."),
    ),
    crypto_errors.HeaderVaultMismatch: Message(
        QT_TRANSLATE_NOOP("Message", "This key file and these notes belong to different vaults."),
        QT_TRANSLATE_NOOP(
            "Message", "Nothing was changed. Pick the folder where both belong together."
        ),
    ),
    crypto_errors.VaultTooNew: Message(
        QT_TRANSLATE_NOOP("Message", "This vault was made by a newer version of Underrose."),
        QT_TRANSLATE_NOOP("Message", "Update Underrose, then open it."),
    ),
    crypto_errors.VaultDamaged: Message(
        QT_TRANSLATE_NOOP("Message", "Part of the vault fails its check. Nothing was overwritten."),
        QT_TRANSLATE_NOOP("Message", "Restore a backup, or save what can be read."),
    ),
    crypto_errors.VaultRolledBack: Message(
        QT_TRANSLATE_NOOP(
            "Message",
            "This vault is older than the one last saved here (entry {known}, now {found}).",
        ),
        QT_TRANSLATE_NOOP("Message", "Find the newer one, or go on with this one."),
    ),
    crypto_errors.VaultForked: Message(
        QT_TRANSLATE_NOOP("Message", "This vault went two ways: here and on another computer."),
        QT_TRANSLATE_NOOP("Message", "Nothing was changed. Keep both folders, and choose one."),
    ),
    crypto_errors.SealDamaged: Message(
        QT_TRANSLATE_NOOP("Message", "The seal doesn’t match the notes. Nothing was changed."),
        QT_TRANSLATE_NOOP("Message", "Check everything, then go on."),
    ),
    crypto_errors.SealBehind: Message(
        QT_TRANSLATE_NOOP("Message", "The seal doesn’t match; the notes are being checked."),
        QT_TRANSLATE_NOOP("Message", "You can go on meanwhile."),
    ),
    crypto_errors.SaveNotDurable: Message(
        QT_TRANSLATE_NOOP("Message", "Not saved: the disk is full. Your text is still here."),
        QT_TRANSLATE_NOOP("Message", "Free some space, then try again."),
    ),
    crypto_errors.VaultInUse: Message(
        QT_TRANSLATE_NOOP("Message", "This vault is open on this computer already."),
        QT_TRANSLATE_NOOP("Message", "Close it there, then try again."),
    ),
    crypto_errors.VaultMissing: Message(
        QT_TRANSLATE_NOOP("Message", "The vault isn’t where it was."),
        QT_TRANSLATE_NOOP("Message", "Put the drive in, find the folder, or restore a backup."),
    ),
    crypto_errors.VaultOnSyncedFolder: Message(
        QT_TRANSLATE_NOOP(
            "Message", "This folder is copied by a sync service; two copies may conflict."
        ),
        QT_TRANSLATE_NOOP("Message", "Choose a folder that stays on this computer."),
    ),
    crypto_errors.VaultReadOnly: Message(
        QT_TRANSLATE_NOOP("Message", "The folder can’t be written to."),
        QT_TRANSLATE_NOOP("Message", "It can be read only. Move it to a folder of your own."),
    ),
    crypto_errors.OpenForReading: Message(
        QT_TRANSLATE_NOOP("Message", "This vault is open for reading only."),
        QT_TRANSLATE_NOOP("Message", "Nothing was changed."),
    ),
    crypto_errors.VaultExchanged: Message(
        QT_TRANSLATE_NOOP(
            "Message",
            "The file was changed by something other than Underrose. Nothing was written.",
        ),
        QT_TRANSLATE_NOOP("Message", "Lock and unlock the vault to see what is there now."),
    ),
    crypto_errors.VaultClosed: Message(
        QT_TRANSLATE_NOOP("Message", "The vault is closed."),
        QT_TRANSLATE_NOOP("Message", "Lock, then unlock it."),
    ),
    crypto_errors.VaultFolderNotEmpty: Message(
        QT_TRANSLATE_NOOP("Message", "There is something in this folder already."),
        QT_TRANSLATE_NOOP("Message", "Choose another name, or another place."),
    ),
    crypto_errors.VaultNameNotUsable: Message(
        QT_TRANSLATE_NOOP("Message", "The vault can’t have that name."),
        QT_TRANSLATE_NOOP("Message", "Use up to 200 letters, figures and spaces."),
    ),
    crypto_errors.LastWayIn: Message(
        QT_TRANSLATE_NOOP("Message", "This is the last way in beside the Recovery Kit."),
        QT_TRANSLATE_NOOP("Message", "Add another way in first."),
    ),
    crypto_errors.WayInExists: Message(
        QT_TRANSLATE_NOOP("Message", "This vault has such a way in already."),
        QT_TRANSLATE_NOOP("Message", "Replace the one that is there."),
    ),
    crypto_errors.TooManyWaysIn: Message(
        QT_TRANSLATE_NOOP("Message", "There is no room for another way in."),
        QT_TRANSLATE_NOOP("Message", "Remove one that is no longer used."),
    ),
    **BACKUP_WORDS,
    crypto_errors.CryptoError: UNFORESEEN,
    # What a coach asked for, and records cannot do
    app_errors.NameMissing: Message(
        QT_TRANSLATE_NOOP("Message", "A name is missing."),
        QT_TRANSLATE_NOOP("Message", "A name or initials is enough."),
    ),
    app_errors.NameNotUsable: Message(
        QT_TRANSLATE_NOOP("Message", "There is a character in it that can’t be kept."),
        QT_TRANSLATE_NOOP("Message", "Type it again, without copying it from elsewhere."),
    ),
    app_errors.TextTooLong: Message(
        QT_TRANSLATE_NOOP("Message", "That is longer than can be kept here."),
        QT_TRANSLATE_NOOP("Message", "Shorten it a little."),
    ),
    app_errors.RecordMissing: Message(QT_TRANSLATE_NOOP("Message", "That isn’t here any more.")),
    app_errors.ClientArchived: Message(
        QT_TRANSLATE_NOOP("Message", "This client is archived."),
        QT_TRANSLATE_NOOP("Message", "Restore the client first."),
    ),
    app_errors.SessionAlreadyEnded: Message(
        QT_TRANSLATE_NOOP("Message", "This session has ended already.")
    ),
    app_errors.NoteIsFinal: Message(
        QT_TRANSLATE_NOOP("Message", "This note is final, and stays as it is.")
    ),
    app_errors.NoteTooLong: Message(
        QT_TRANSLATE_NOOP(
            "Message",
            "A note holds half a million characters in 20,000 paragraphs; this would be more.",
        ),
        QT_TRANSLATE_NOOP("Message", "Nothing was added. Take a shorter piece."),
    ),
    app_errors.EventNotPossible: Message(
        QT_TRANSLATE_NOOP("Message", "That doesn’t follow from how this consent stands."),
        QT_TRANSLATE_NOOP("Message", "Look at its entries, then record what happened next."),
    ),
    app_errors.EndBeforeStart: Message(
        QT_TRANSLATE_NOOP("Message", "The end lies before the beginning."),
        QT_TRANSLATE_NOOP("Message", "Choose a later day."),
    ),
    app_errors.MomentInFuture: Message(
        QT_TRANSLATE_NOOP("Message", "That day is still to come."),
        QT_TRANSLATE_NOOP("Message", "Choose today or an earlier day."),
    ),
    app_errors.DayNotUnderstood: Message(
        QT_TRANSLATE_NOOP("Message", "No day can be read from this."),
        QT_TRANSLATE_NOOP("Message", "Write it like “2 Dec”, “fri” or “in 2 weeks”."),
    ),
    app_errors.MonthHasFewerDays: Message(
        QT_TRANSLATE_NOOP("Message", "{month} has {days} days."),
    ),
    app_errors.PracticeIncomplete: Message(
        QT_TRANSLATE_NOOP("Message", "A consent record needs a few more details of your practice."),
        QT_TRANSLATE_NOOP("Message", "Fill them in, and the export goes on."),
    ),
    app_errors.NothingToExport: Message(
        QT_TRANSLATE_NOOP("Message", "There is no consent of this client on record yet."),
        QT_TRANSLATE_NOOP("Message", "Record a decision first."),
    ),
    app_errors.KitBesideVault: Message(
        QT_TRANSLATE_NOOP("Message", "There, whoever copies the vault has its key as well."),
        QT_TRANSLATE_NOOP("Message", "Save the kit to a USB stick, or print it."),
    ),
    app_errors.KitOnSyncedFolder: Message(
        QT_TRANSLATE_NOOP("Message", "That folder is copied to other computers by a sync service."),
        QT_TRANSLATE_NOOP("Message", "Save the kit to a USB stick, or print it."),
    ),
    app_errors.ExportNotWritten: Message(
        QT_TRANSLATE_NOOP("Message", "The file couldn’t be written to this folder."),
        QT_TRANSLATE_NOOP("Message", "Choose another."),
    ),
    app_errors.VaultFormatUnknown: Message(
        QT_TRANSLATE_NOOP("Message", "This vault was made by a newer version of Underrose."),
        QT_TRANSLATE_NOOP("Message", "Update Underrose, then open it."),
    ),
    app_errors.VaultHeld: Message(
        QT_TRANSLATE_NOOP(
            "Message", "This vault is open for reading only, until you say how to go on."
        ),
        QT_TRANSLATE_NOOP("Message", "Lock and unlock it to be asked again."),
    ),
    app_errors.HeldForDamage: Message(
        QT_TRANSLATE_NOOP(
            "Message", "Part of the vault fails its check, so it is open for reading only."
        ),
        QT_TRANSLATE_NOOP(
            "Message", "Nothing was changed. Restore a backup, or save what can be read."
        ),
    ),
    app_errors.Stopped: Message(QT_TRANSLATE_NOOP("Message", "Stopped. Nothing was changed.")),
    app_errors.AppError: UNFORESEEN,
}
