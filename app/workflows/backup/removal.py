"""The removal of backups: of those that a place needs no longer, or that the coach wants gone.

First the file goes, then that is noted.
"""

from collections.abc import Sequence
from contextlib import suppress
from itertools import takewhile
from pathlib import Path

from app.core.changes import Changes
from app.core.errors import RecordMissing
from app.ledger.entry import Actor
from app.records.backups.record import Backup
from app.records.backups.service import BackupService
from app.workflows.backup.find import find
from app.workflows.backup.places import Place, here
from app.workflows.backup.plan import KeptPlan
from app.workflows.backup.rotation import to_remove
from crypto.backup.face import look_at_backup
from crypto.errors import BackupError
from crypto.vault.atomic_file import sync_folder


class RemoveBackups:
    """Asks and notes on the vault's thread; what touches files is `remove`, elsewhere."""

    def __init__(self, backups: BackupService, plan: KeptPlan) -> None:
        self._backups = backups
        self._plan = plan

    def too_many(self, folder: str) -> list[Backup]:
        """Those in a folder that are the vault's own and not needed there any longer."""
        there = [one for one in self._backups.own() if one.folder == folder]
        return to_remove(there, self._plan.get().keep_yearly)

    def note(self, gone: Sequence[Backup], by: Actor = Actor.APP) -> Changes:
        """Notes that the files of these are gone; `by` says who wanted it."""
        changes = Changes()
        for backup in gone:
            with suppress(RecordMissing):  # noted meanwhile
                changes |= self._backups.was_removed(backup.id, by)
        return changes


def remove(place: Place, backups: Sequence[Backup]) -> list[Backup]:
    """Deletes the files of these, and returns those that are gone: to be noted afterwards.

    A file that was gone already counts. What isn't there because its drive is out stays noted,
    and so does one that the coach has given another name. Whatever has its name and isn't that
    backup itself is left alone, also if it comes while that is looked at. Off the GUI thread.
    """
    gone = [
        backup
        for backup in backups
        if backup.folder == place.folder and here(place) and _is_gone(place, backup)
    ]
    if gone:
        with suppress(OSError):  # so that the drive is at rest when it is said to be safe to take
            sync_folder(place.path)
    return gone


def delete(place: Place, backup: Backup, own: Sequence[Backup]) -> list[Backup]:
    """The same for one that the coach wants gone, by the name that its file has now.

    It stays unless a newer one of `own`, which has the newest first, is found: the last checked
    one that can be reached is never deleted.
    """
    newer = takewhile(lambda one: one.id != backup.id, own)
    return remove(place, [backup]) if any(map(_is_found, newer)) else []


def _is_found(backup: Backup) -> bool:
    try:
        return find(backup) is not None
    except OSError:
        return False


def _is_gone(place: Place, backup: Backup) -> bool:
    file = Path(backup.folder) / backup.file_name
    try:
        seen = _looks(file)
        if seen is None:
            return find(backup) is None and here(place)
        if not _is_of(file, backup) or _looks(file) != seen:
            return False
        file.unlink(missing_ok=True)
    except OSError:  # read-only, or pulled out: the next time
        return False
    return here(place)


def _looks(file: Path) -> tuple[int, int, int] | None:
    """What would differ if another file, or a link to one, took its place; None without any."""
    try:
        found = file.lstat()
    except FileNotFoundError:
        return None
    return (found.st_mode, found.st_size, found.st_mtime_ns)


def _is_of(file: Path, backup: Backup) -> bool:
    try:
        return not file.is_symlink() and look_at_backup(file).backup_id == backup.id
    except BackupError:
        return False
