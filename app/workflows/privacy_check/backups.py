"""How old the last checked backup is, on which disk it lies, and which sheet opens it."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from app.core.clock import Moment
from app.records.backups.record import Backup
from app.workflows.backup.need import BackupNeed, days_since, is_under_older_kit, need_of
from app.workflows.backup.places import Place, describe, here, is_same_disk_as
from app.workflows.backup.plan import Plan
from app.workflows.privacy_check.finding import Fact, Finding


@dataclass(frozen=True)
class BackupsLook:
    """What was read from the open vault; `backups` has the one with the newest content first.

    `own` are those that are brought along when there is a new kit.
    """

    backups: tuple[Backup, ...]
    plan: Plan
    something_to_lose: bool
    kit_number: int
    own: frozenset[UUID] = frozenset()


def look(seen: BackupsLook, vault_folder: Path, now: Moment) -> tuple[Finding, ...]:
    """What it means; nothing for a vault with nothing in it. Off the GUI thread: reads folders.

    A backup whose drive is out counts, one that is missing from its folder doesn't.
    """
    there = [one for one in seen.backups if not _is_missing(one, seen.plan)]
    if not there:
        none = (Finding(Fact.BACKUPS_NONE),)
        return none if seen.something_to_lose else ()
    need = need_of(
        there,
        seen.plan,
        now,
        _own_disk(there, seen.plan, vault_folder),
        under_older_kit=is_under_older_kit(there, seen.own, seen.kit_number),
    )
    if need is BackupNeed.UNKNOWN:
        return (Finding(Fact.BACKUPS_UNKNOWN),)
    return (Finding(_FACTS[need], (max(days_since(there[0].made, now), 0),)),)


_FACTS = {
    BackupNeed.NOTHING: Fact.BACKUPS_FRESH,
    BackupNeed.OLD: Fact.BACKUPS_OLD,
    BackupNeed.SAME_DISK: Fact.BACKUPS_SAME_DISK,
    BackupNeed.OLD_SHEET: Fact.BACKUPS_OLD_SHEET,
}


def _own_disk(backups: Sequence[Backup], plan: Plan, vault_folder: Path) -> set[str]:
    places = {backup.folder: _place(backup, plan) for backup in backups}
    # Of a place that is gone and that nobody described, nothing is known.
    return {
        folder
        for folder, place in places.items()
        if place is not None and is_same_disk_as(place, vault_folder)
    }


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
