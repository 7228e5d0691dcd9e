"""What the backup commands say when something can't be done, and their exit codes."""

import sys

from app.backup_commands.as_json import say
from app.core.errors import AppError, Stopped, VaultHeld
from app.every_command.refusal import Told, told
from app.process.exit_codes import ExitCode
from crypto.errors import (
    BackupDamaged,
    BackupInterrupted,
    BackupMissing,
    BackupNameTaken,
    BackupNoRoom,
    BackupPlaceReadOnly,
    BackupRootMissing,
    BackupTooLarge,
    BackupTooNew,
    BackupUnverified,
    NotABackup,
    PassphraseNotUsable,
    RecoveryWordUnknown,
    RecoveryWrong,
    SaveNotDurable,
    VaultFolderNotEmpty,
    VaultNameNotUsable,
    VaultOnSyncedFolder,
    VaultReadOnly,
    WrongSecret,
)


class NoSuchFolder(AppError):
    """The folder that a backup is to go into isn't there."""


class InsideVault(AppError):
    """A backup is to go into the folder of the vault that it is of."""


_DAMAGED = (
    "The backup is damaged. Nothing was changed. Take another one; or choose it in the window,"
    " where what can still be read of it can be saved."
)

_OWN: dict[type[Exception], Told] = {
    # The backup
    BackupMissing: ("There is no backup there that can be read.", ExitCode.NOT_FOUND),
    BackupDamaged: (_DAMAGED, ExitCode.VERIFICATION_FAILED),
    NotABackup: (
        "That isn't a backup of Underrose's, or its end is missing.",
        ExitCode.VERIFICATION_FAILED,
    ),
    BackupUnverified: (
        "The copy read back differs from the vault, so it was deleted.",
        ExitCode.VERIFICATION_FAILED,
    ),
    BackupTooNew: ("A newer version of Underrose made this backup.", ExitCode.FAILURE),
    BackupInterrupted: ("The drive is gone. Nothing half-made was left.", ExitCode.FAILURE),
    BackupNoRoom: ("There is no room for the backup there.", ExitCode.FAILURE),
    BackupTooLarge: ("The drive can't hold a file as large as the backup.", ExitCode.FAILURE),
    BackupPlaceReadOnly: ("That folder can't be written to.", ExitCode.FAILURE),
    BackupNameTaken: ("There is a file of that name already; it is left alone.", ExitCode.USAGE),
    NoSuchFolder: ("There is no such folder.", ExitCode.NOT_FOUND),
    InsideVault: ("That is the vault's own folder; take another.", ExitCode.USAGE),
    BackupRootMissing: (
        "Prove the Recovery Kit once (Settings, Vault in the window); backups open with it.",
        ExitCode.FAILURE,
    ),
    # The secrets
    WrongSecret: ("That doesn't open it.", ExitCode.WRONG_SECRET),
    RecoveryWordUnknown: ("Word {position} isn't one of the words.", ExitCode.WRONG_SECRET),
    RecoveryWrong: (
        "These words are of another vault or kit; it takes kit {kit_number}, {kit_made_on}.",
        ExitCode.WRONG_SECRET,
    ),
    PassphraseNotUsable: (
        "A new passphrase needs at least 12 characters, all of them ordinary ones.",
        ExitCode.USAGE,
    ),
    # The vault
    VaultFolderNotEmpty: (
        "There is something at that place already; it is left alone.",
        ExitCode.USAGE,
    ),
    VaultNameNotUsable: ("The vault can't have that name.", ExitCode.USAGE),
    VaultOnSyncedFolder: ("A sync service copies that folder.", ExitCode.FAILURE),
    VaultReadOnly: ("The vault's folder can't be written to.", ExitCode.FAILURE),
    SaveNotDurable: ("The disk is full, or doesn't answer.", ExitCode.FAILURE),
    VaultHeld: (
        "The vault isn't as it was left. Open it in the window first, which says how.",
        ExitCode.VERIFICATION_FAILED,
    ),
    Stopped: ("Stopped. Nothing half-made was left.", ExitCode.FAILURE),
}
_NO_ROOM_HERE = "There is no room on this computer to make the backup ready."


def refuse(error: Exception, *, as_json: bool) -> int:
    """Says what `error` means, with its class as JSON for programs; returns the exit code."""
    sentence, code = _told(error)
    if as_json:
        say({"error": type(error).__name__})
    sys.stderr.write(f"{sentence}\n")
    return code


def _told(error: Exception) -> Told:
    if isinstance(error, BackupNoRoom) and error.here:
        return _NO_ROOM_HERE, ExitCode.FAILURE
    return told(error, _OWN, "That couldn't be done.")
