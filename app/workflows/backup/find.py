"""The files of backups: known by their ids, since the coach may have given them other names."""

from contextlib import suppress
from pathlib import Path

from app.records.backups.record import Backup
from app.workflows.backup.errand import SUFFIX
from crypto.backup.face import BackupFace, look_at_backup
from crypto.errors import BackupError


def backups_in(folder: Path) -> list[Path]:
    """What may be backups in a folder, by their names; none without the folder. Raises OSError."""
    try:
        return sorted(path for path in folder.iterdir() if path.name.endswith(SUFFIX))
    except FileNotFoundError:
        return []


def find(backup: Backup) -> BackupFace | None:
    """The backup in its folder, under its own name or another; None when it isn't there.

    Raises OSError for a folder that can't be looked into.
    """
    named = Path(backup.folder) / backup.file_name
    others = (file for file in backups_in(named.parent) if file != named)
    for file in (named, *others):
        with suppress(BackupError):
            face = look_at_backup(file)
            if face.backup_id == backup.id:
                return face
    return None
