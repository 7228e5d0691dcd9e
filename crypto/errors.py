"""CryptoError and its family: one class for each thing that can be wrong with a vault.

The sentences that people read live in `ui/messages`. An error carries data only where that
sentence needs it, never a secret, a path or a client's text.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date


class CryptoError(Exception):
    """Anything that this floor raises on purpose."""

    def __str__(self) -> str:
        return ""

    def __repr__(self) -> str:
        return f"{type(self).__name__}()"


# The password store


class KeyringError(CryptoError):
    """The password store of this computer could not do its part."""


class KeyringMissing(KeyringError):
    """There is no password store, or it cannot be reached."""


class KeyringLocked(KeyringError):
    """The store is locked and did not ask to be unlocked."""


class KeyringPromptDismissed(KeyringError):
    """The store asked, and the person closed its prompt."""


class KeyringTimeout(KeyringError):
    """The store did not answer in time."""


class KeyringItemGone(KeyringError):
    """The store no longer holds this vault's secret, or holds something else in its place."""


class KeyringBackendChanged(KeyringError):
    """The secret was kept in another store than the one this computer uses now."""

    def __init__(self, was: str, now: str) -> None:
        self.was = was
        self.now = now


class KeyringInsecure(KeyringError):
    """The store would keep the secret unprotected, or only until the session ends."""


class KeyringWriteUnverified(KeyringError):
    """What was saved in the store could not be read back."""


# Secrets


class WrongSecret(CryptoError):
    """A secret does not fit a slot. Nothing else about the vault is wrong."""


class PassphraseWrong(WrongSecret):
    """The passphrase does not open this vault."""


class PassphraseNotUsable(CryptoError):
    """A new passphrase is too short, or holds characters that Unicode has not assigned."""


class RecoveryWordUnknown(CryptoError):
    """A word is not in the list; positions count from 1."""

    def __init__(self, position: int, suggestion: str | None) -> None:
        self.position = position
        self.suggestion = suggestion


class RecoveryChecksum(CryptoError):
    """Every word is in the list, but they are not 24, not all right or not in this order."""

    def __init__(self, count: int = 24) -> None:
        """`count` is how many there were."""
        self.count = count


class RecoveryWrong(WrongSecret):
    """The words are a valid kit, but not the one of this vault, which is named here."""

    def __init__(self, kit_number: int, kit_made_on: "date") -> None:
        self.kit_number = kit_number
        self.kit_made_on = kit_made_on


# Header


class HeaderDamaged(CryptoError):
    """Both copies of the header fail their checksum."""


class HeaderTampered(CryptoError):
    """The header's checksum is right, but the app did not write it like this."""


class HeaderVaultMismatch(CryptoError):
    """The header and the database belong to different vaults."""


class VaultTooNew(CryptoError):
    """A newer version of the app wrote this vault."""


# Ways in


class LastWayIn(CryptoError):
    """The recovery slot, and the last way in beside it, cannot be removed."""


class WayInExists(CryptoError):
    """The vault has such a way in already: one passphrase, and one of each computer's store."""


class TooManyWaysIn(CryptoError):
    """The header has no room for another way in."""


# Vault


class VaultDamaged(CryptoError):
    """Part of the vault fails its check."""


class VaultRolledBack(CryptoError):
    """The vault is older than what was last saved here: ledger entry `known`, and now `found`."""

    # `write_behind`: only the very last write is missing, which a power cut may have undone.
    def __init__(self, known: int = 0, found: int = 0, *, write_behind: bool = False) -> None:
        self.known = known
        self.found = found
        self.write_behind = write_behind


class VaultForked(CryptoError):
    """The vault was continued in two places: entry `known` was another one than it is now."""

    # `found`: the last entry of the vault as it is.
    def __init__(self, known: int = 0, found: int = 0) -> None:
        self.known = known
        self.found = found


class SealDamaged(CryptoError):
    """The seal is missing, or its check fails."""


class SealBehind(CryptoError):
    """The seal is more than one write behind the database."""


class SaveNotDurable(CryptoError):
    """The write did not reach the disk."""


class VaultInUse(CryptoError):
    """Another process, or another window of this one, has the vault open."""


class VaultMissing(CryptoError):
    """There is no vault in this folder."""


class VaultOnSyncedFolder(CryptoError):
    """A sync service copies this folder."""


class VaultReadOnly(CryptoError):
    """The folder cannot be written to."""


class OpenForReading(VaultReadOnly):
    """The vault was opened for reading only, whatever its folder would take."""


class VaultExchanged(CryptoError):
    """While it was open, the database file was replaced by another one."""


class VaultClosed(CryptoError):
    """The vault was closed, or another database has taken its place, and it is still asked."""


class VaultFolderNotEmpty(CryptoError):
    """A new vault cannot be made in a folder that holds something already."""


class VaultNameNotUsable(CryptoError):
    """The vault's name is empty, too long, or holds control characters."""


# Backups


class BackupError(CryptoError):
    """A backup could not be made, read or believed. Neither the vault nor older ones changed."""


class BackupMissing(BackupError):
    """There is no such file, or it cannot be read."""


class BackupDamaged(BackupError):
    """The backup fails its check."""


class NotABackup(BackupDamaged):
    """Nothing at the end of the file is as the app writes it: another file, or its end is gone."""


class BackupTooNew(BackupError):
    """A newer version of the app wrote this backup."""


class BackupUnverified(BackupError):
    """A backup that was just made failed its test."""


class BackupInterrupted(BackupError):
    """The drive, or the folder on it, went away."""


class BackupOfAnotherVault(BackupError):
    """The backup belongs to the vault of this name, and another one was expected."""

    def __init__(self, name: str) -> None:
        self.name = name


class BackupNoRoom(BackupError):
    """The disk is full: the one that the vault is on if `here`, else the one for backups."""

    def __init__(self, here: bool) -> None:
        self.here = here


class BackupTooLarge(BackupError):
    """The drive's file system cannot hold a file of this size."""


class BackupPlaceReadOnly(BackupError):
    """The folder for backups cannot be written to."""


class BackupNameTaken(BackupError):
    """Another file has the backup's name; it stays as it is."""


class BackupRootMissing(BackupError):
    """The vault has no root for the kit in use: its words must be proven once."""


# Database


class ConstraintRefused(CryptoError):
    """A CHECK, a trigger or a uniqueness rule of the database said no."""


class StatementRefused(CryptoError):
    """The database could not run a statement as it is written: a mistake in the app."""
