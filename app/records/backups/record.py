"""A backup as the vault remembers it, and the pure rules for what becomes of it."""

from dataclasses import dataclass, replace
from enum import StrEnum
from uuid import UUID

from app.core.clock import Moment
from app.core.errors import RecordMissing


class BackupState(StrEnum):
    """How far a backup is believed."""

    CHECKED = "checked"  # read back from its drive, and everything in it verified
    TRIED = "tried"  # opened by its kit's words or its passphrase, too


@dataclass(frozen=True)
class Backup:
    """One backup file: `folder` and `file_name` say where it was put, `bytes` how large it is.

    `entries` and `rows` were counted when it was proven; `generation` is the last entry in it.
    `id` stands in the file's own header; the kit `kit_number` opens it.
    """

    id: UUID
    folder: str
    file_name: str
    made: Moment
    bytes: int
    entries: int
    rows: int
    generation: int
    kit_number: int
    with_passphrase: bool = False
    state: BackupState = BackupState.CHECKED
    removed: Moment | None = None

    @property
    def is_there(self) -> bool:
        """Whether the app hasn't removed it."""
        return self.removed is None


def tried(backup: Backup) -> Backup:
    """The backup once it was opened so; raises RecordMissing for one that was removed."""
    return replace(_there(backup), state=BackupState.TRIED)


def rewrapped(backup: Backup, kit_number: int) -> Backup:
    """The backup once another kit opens it; raises RecordMissing for one that was removed."""
    return replace(_there(backup), kit_number=kit_number)


def removed(backup: Backup, at: Moment) -> Backup:
    """The backup without its file; raises RecordMissing when that was so before."""
    return replace(_there(backup), removed=at)


def found_again(backup: Backup, found: Backup) -> Backup:
    """One that was said to be gone, where `found` lies; raises RecordMissing for one that is there.

    What was proven of it when it was made still holds, since nobody can change what is in it.
    """
    if backup.is_there:
        raise RecordMissing
    return replace(
        backup,
        folder=found.folder,
        file_name=found.file_name,
        kit_number=found.kit_number,
        removed=None,
    )


def content(backup: Backup) -> dict[str, str | int | bool | None]:
    """What an entry of kind `backup/1` commits to."""
    gone = backup.removed
    return {
        "folder": backup.folder,
        "file_name": backup.file_name,
        "made_ms": backup.made.milliseconds,
        "made_zone": backup.made.zone,
        "bytes": backup.bytes,
        "entries": backup.entries,
        "rows": backup.rows,
        "generation": backup.generation,
        "kit_number": backup.kit_number,
        "with_passphrase": backup.with_passphrase,
        "state": backup.state.value,
        "removed_ms": gone.milliseconds if gone else None,
        "removed_zone": gone.zone if gone else None,
    }


def _there(backup: Backup) -> Backup:
    if not backup.is_there:
        raise RecordMissing
    return backup
