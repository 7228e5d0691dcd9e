"""Backups as a vault remembers them, made up."""

from uuid import UUID

from app.core.clock import Moment
from app.core.ids import new_id
from app.records.backups.record import Backup


def a_backup(
    generation: int = 40,
    made: Moment | None = None,
    folder: str = "/run/media/hanna/BLUE",
    id: UUID | None = None,
    kit_number: int = 1,
) -> Backup:
    """One that was proven; `generation` is the last entry of the ledger in it."""
    made = made or Moment.of(1_790_000_000_000, "Europe/London")
    id = id or new_id()
    return Backup(
        id=id,
        folder=folder,
        file_name=f"{made.day}-{id.hex[-8:]}.underrose-backup",
        made=made,
        bytes=4_202_496,
        entries=generation,
        rows=57,
        generation=generation,
        kit_number=kit_number,
    )
