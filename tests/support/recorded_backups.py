"""Backups as the vault remembers them, without any file."""

from datetime import timedelta
from uuid import UUID

from app.core.clock import Moment
from app.core.ids import new_id
from app.records.backups.record import Backup, BackupState
from app.workflows.backup.places import Place
from tests.support.fixed_clock import FixedClock

STICK = Place("/media/hanna/Whitlock", "Whitlock", "/media/hanna/Whitlock", "AB12", stick=True)
DRIVE = Place("/mnt/office/backups", "office", "/mnt/office", "CD34")
FOLDER = Place("/srv/hanna/Backups", "Backups")
NOW = FixedClock().now()


def a_backup(
    days_ago: float = 0,
    place: Place = STICK,
    *,
    made: Moment | None = None,
    state: BackupState = BackupState.CHECKED,
    size: int = 41_200_000,
    generation: int = 1482,
    id: UUID | None = None,
) -> Backup:
    """One that was made so long before 17 November 2026, 10:12 in London."""
    made = made or NOW.plus(-timedelta(days=days_ago))
    id = id or new_id()
    return Backup(
        id=id,
        folder=place.folder,
        file_name=f"{made.day.isoformat()}-{id.hex[:8]}.underrose-backup",
        made=made,
        bytes=size,
        entries=generation,
        rows=836,
        generation=generation,
        kit_number=1,
        state=state,
    )
