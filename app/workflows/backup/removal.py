"""The removal of backups that a place needs no longer: first the file, then it is noted."""

from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from app.records.backups.record import Backup
from app.workflows.backup.find import find
from app.workflows.backup.places import Place, here
from crypto.backup.face import look_at_backup
from crypto.errors import BackupError
from crypto.vault.atomic_file import sync_folder


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
