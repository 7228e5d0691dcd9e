"""The parts of what the page of backups shows: each place, and the last backup."""

from collections.abc import Mapping, Sequence

from app.core.clock import Moment
from app.records.backups.record import Backup
from app.workflows.backup.need import days_since
from app.workflows.backup.places import Place
from app.workflows.backup.plan import Plan
from ui.pages.backups.around import PlaceLook, is_here
from ui.pages.backups.backup_rows import made_words
from ui.pages.backups.state import LastOne, PlaceLine


def own_disk(plan: Plan, looks: Mapping[str, PlaceLook]) -> set[str]:
    """The folders on the vault's own disk; of one that is gone and off the plan nobody knows."""
    return {
        folder
        for folder, look in looks.items()
        if look.same_disk and (look.here or plan.place_of(folder) is not None)
    }


def is_full(place: Place, backups: Sequence[Backup], looks: Mapping[str, PlaceLook]) -> bool:
    """Whether nothing can be written there, or there is no room for one as large as the newest."""
    free = looks[place.folder].free
    if looks[place.folder].read_only:
        return True
    return free is not None and bool(backups) and free < backups[0].bytes


def place_line(
    place: Place, backups: tuple[Backup, ...], looks: Mapping[str, PlaceLook], now: Moment
) -> PlaceLine:
    """One place, as it was found."""
    look = looks.get(place.folder)
    used = next((backup for backup in backups if backup.folder == place.folder), None)
    return PlaceLine(
        place,
        is_here(looks, place.folder),
        look is not None and look.same_disk,
        made_words(used.made, now) if used else "",
        missing=look is not None and look.missing,
    )


def last_one(
    last: Backup,
    places: Mapping[str, Place],
    looks: Mapping[str, PlaceLook],
    now: Moment,
    left: Sequence[Backup],
) -> LastOne:
    """The last one, as it was found; `left` are still to be brought under the kit in use."""
    look = looks.get(last.folder)
    place = places.get(last.folder) or (look.place if look else None)
    return LastOne(
        made_words(last.made, now),
        days_since(last.made, now),
        place,
        last.folder,
        last.entries + last.rows,
        may_be_removed=look is not None
        and look.here
        and look.place.is_drive
        and not look.half_made
        and not any(one.folder == last.folder for one in left),
    )
