"""How old the last checked backup is, and whether it lies on another disk than the vault."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from app.core.clock import Moment
from app.records.backups.record import Backup
from app.workflows.backup.places import Place, describe, here, is_same_disk_as
from app.workflows.backup.plan import BackupNeed, Plan, age, days_since
from app.workflows.privacy_check.finding import Fact, Finding


@dataclass(frozen=True)
class BackupsLook:
    """What was read from the open vault; `backups` has the one with the newest content first."""

    backups: tuple[Backup, ...]
    plan: Plan
    something_to_lose: bool


def look(seen: BackupsLook, vault_folder: Path, now: Moment) -> tuple[Finding, ...]:
    """What it means; nothing for a vault with nothing in it. Off the GUI thread: reads folders.

    A backup whose drive is out counts, one that is missing from its folder doesn't.
    """
    there = [one for one in seen.backups if not _is_missing(one, seen.plan)]
    if not there:
        none = (Finding(Fact.BACKUPS_NONE),)
        return none if seen.something_to_lose else ()
    last = there[0]
    days = days_since(last.made, now)
    need = age(last.made, now, seen.plan.remind_days)
    if need is BackupNeed.UNKNOWN:
        return (Finding(Fact.BACKUPS_UNKNOWN),)
    if need is BackupNeed.OLD:
        return (Finding(Fact.BACKUPS_OLD, (days,)),)
    fresh = [one for one in there if 0 <= days_since(one.made, now) <= seen.plan.remind_days]
    if fresh and _all_on_same_disk(fresh, seen.plan, vault_folder):
        return (Finding(Fact.BACKUPS_SAME_DISK, (days,)),)
    return (Finding(Fact.BACKUPS_FRESH, (max(days, 0),)),)


def _all_on_same_disk(backups: Sequence[Backup], plan: Plan, vault_folder: Path) -> bool:
    places = {backup.folder: _place(backup, plan) for backup in backups}
    # Of a place that is gone and that nobody described, nothing is known.
    return all(
        place is not None and is_same_disk_as(place, vault_folder) for place in places.values()
    )


def _is_missing(backup: Backup, plan: Plan) -> bool:
    place = _place(backup, plan)
    if place is None or not here(place):
        return False
    try:
        return not (place.path / backup.file_name).exists()
    except OSError:
        return False


def _place(backup: Backup, plan: Plan) -> Place | None:
    chosen = plan.place_of(backup.folder)
    if chosen is not None:
        return chosen
    folder = Path(backup.folder)
    try:
        return describe(folder) if folder.is_dir() else None
    except OSError:
        return None
