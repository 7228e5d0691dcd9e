"""What the backup commands say when something can't be done, and their exit codes."""

import json
import sys

from app.core.errors import AppError, Stopped, VaultFormatUnknown, VaultHeld
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
    HeaderDamaged,
    HeaderTampered,
    HeaderVaultMismatch,
    KeyringError,
    NotABackup,
    PassphraseNotUsable,
    RecoveryChecksum,
    RecoveryWordUnknown,
    RecoveryWrong,
    SaveNotDurable,
    VaultDamaged,
    VaultFolderNotEmpty,
    VaultInUse,
    VaultMissing,
    VaultNameNotUsable,
    VaultOnSyncedFolder,
    VaultReadOnly,
    VaultTooNew,
    WrongSecret,
)


class NoSuchFolder(AppError):
    """The folder that a backup is to go into isn't there."""


class InsideVault(AppError):
    """A backup is to go into the folder of the vault that it is of."""


_TOO_NEW = "A newer version of Underrose made this vault."
_DAMAGED = (
    "The backup is damaged. Nothing was changed. Take another one; or choose it in the window,"
    " where what can still be read of it can be saved."
)

_TOLD: dict[type[Exception], tuple[str, ExitCode]] = {
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
    RecoveryChecksum: (
        "The words are not all right, or not in this order.",
        ExitCode.WRONG_SECRET,
    ),
    RecoveryWrong: (
        "These words are of another vault or kit; it takes kit {kit_number}, {kit_made_on}.",
        ExitCode.WRONG_SECRET,
    ),
    KeyringError: (
        "This computer's password store doesn't give its part of the key.",
        ExitCode.WRONG_SECRET,
    ),
    PassphraseNotUsable: (
        "A new passphrase needs at least 12 characters, all of them ordinary ones.",
        ExitCode.USAGE,
    ),
    # The vault
    VaultMissing: ("There is no vault there.", ExitCode.NOT_FOUND),
    VaultInUse: ("The vault is open; lock it first.", ExitCode.IN_USE),
    VaultFolderNotEmpty: (
        "There is something at that place already; it is left alone.",
        ExitCode.USAGE,
    ),
    VaultNameNotUsable: ("The vault can't have that name.", ExitCode.USAGE),
    VaultOnSyncedFolder: ("A sync service copies that folder.", ExitCode.FAILURE),
    VaultReadOnly: ("The vault's folder can't be written to.", ExitCode.FAILURE),
    SaveNotDurable: ("The disk is full, or doesn't answer.", ExitCode.FAILURE),
    VaultTooNew: (_TOO_NEW, ExitCode.FAILURE),
    VaultFormatUnknown: (_TOO_NEW, ExitCode.FAILURE),
    VaultHeld: (
        "The vault isn't as it was left. Open it in the window first, which says how.",
        ExitCode.VERIFICATION_FAILED,
    ),
    HeaderDamaged: ("Both key files are damaged.", ExitCode.VERIFICATION_FAILED),
    HeaderTampered: (
        "The key file was changed by something other than Underrose.",
        ExitCode.VERIFICATION_FAILED,
    ),
    HeaderVaultMismatch: (
        "The key file and the notes belong to different vaults.",
        ExitCode.VERIFICATION_FAILED,
    ),
    VaultDamaged: ("Part of the vault fails its check.", ExitCode.VERIFICATION_FAILED),
    Stopped: ("Stopped. Nothing half-made was left.", ExitCode.FAILURE),
}
_NO_ROOM_HERE = "There is no room on this computer to make the backup ready."
_UNFORESEEN = ("That couldn't be done.", ExitCode.FAILURE)


def refuse(error: Exception, *, as_json: bool) -> int:
    """Says what `error` means, with its class as JSON for programs; returns the exit code."""
    sentence, code = _told(error)
    if as_json:
        sys.stdout.write(json.dumps({"error": type(error).__name__}, indent=2) + "\n")
    sys.stderr.write(f"{sentence}\n")
    return code


def _told(error: Exception) -> tuple[str, ExitCode]:
    if isinstance(error, BackupNoRoom) and error.here:
        return _NO_ROOM_HERE, ExitCode.FAILURE
    found = (_TOLD[kind] for kind in type(error).__mro__ if kind in _TOLD)
    sentence, code = next(found, _UNFORESEEN)
    return sentence.format(**vars(error)), code
