"""The family of refusals: what a coach asked for and the app will not do, each with its class.

A refusal carries no text and no client data; `ui/messages` words it with a way out.
"""


class AppError(Exception):
    """Anything that `app` raises on purpose."""


class Refusal(AppError):
    """A rule of a record said no; nothing was written."""


class NameMissing(Refusal):
    """A name is empty or nothing but spaces."""


class NameNotUsable(Refusal):
    """A name holds control characters, or is too long."""


class TextTooLong(Refusal):
    """A text is longer than its field may hold."""


class RecordMissing(Refusal):
    """The record is not there, or no longer."""


class ClientArchived(Refusal):
    """An archived client takes no new sessions."""


class SessionAlreadyEnded(Refusal):
    """The session has an end already."""


class NoteIsFinal(Refusal):
    """A final note only ever gains addenda."""


class NoteTooLong(Refusal):
    """A note would grow beyond what one note can hold."""


class EventNotPossible(Refusal):
    """A consent event does not follow from the state that the consent is in."""


class EndBeforeStart(Refusal):
    """An end lies before its beginning."""


class MomentInFuture(Refusal):
    """Something that happened cannot lie in the future."""


class DayNotUnderstood(Refusal):
    """A text names no day."""


class MonthHasFewerDays(Refusal):
    """A day that its month does not have: 31 November. `month` counts from 1."""

    def __init__(self, month: int, days: int) -> None:
        super().__init__()
        self.month = month
        self.days = days


class PracticeIncomplete(Refusal):
    """Details of the practice that the law asks for on a consent record are missing."""

    def __init__(self, missing: tuple[str, ...]) -> None:
        super().__init__()
        self.missing = missing


class NothingToExport(Refusal):
    """The client has no consent on record."""


class KitBesideVault(Refusal):
    """The Recovery Kit would lie with the vault, so that whoever copies both can open it."""


class KitOnSyncedFolder(Refusal):
    """The Recovery Kit would be copied to other computers by a sync service."""


class ExportNotWritten(AppError):
    """The file could not be written to the folder that the coach chose."""


class VaultFormatUnknown(AppError):
    """The database was migrated by a newer version of the app."""


class VaultHeld(AppError):
    """Nothing is written before the coach has said how to go on with a vault that changed."""


class HeldForDamage(VaultHeld):
    """Nothing is written into a vault that fails its check."""


class Stopped(AppError):
    """The coach stopped something long; nothing was changed."""


class BackupBrokenOff(AppError):
    """The process that made a backup ended before it was finished: by a lock, as a rule."""


class BackupBrokenOffWithPassphrase(BackupBrokenOff):
    """Nobody but the coach can begin that one again: its passphrase was kept nowhere."""
