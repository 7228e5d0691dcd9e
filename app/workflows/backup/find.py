"""Which file a backup is: known by its id, since the coach may have given it another name."""

from contextlib import suppress
from pathlib import Path

from app.records.backups.record import Backup
from app.workflows.backup.errand import SUFFIX
from crypto.backup.face import BackupFace, look_at_backup
from crypto.errors import BackupError


def find(backup: Backup) -> BackupFace | None:
    """The backup in its folder, under its own name or another; None when it isn't there."""
    named = Path(backup.folder) / backup.file_name
    others = (file for file in sorted(named.parent.glob(f"*{SUFFIX}")) if file != named)
    for file in (named, *others):
        with suppress(BackupError):
            face = look_at_backup(file)
            if face.backup_id == backup.id:
                return face
    return None
