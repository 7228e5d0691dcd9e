"""How old the last checked backup is, on which disk it lies, and which sheet opens it."""

from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import NamedTuple
from uuid import UUID

from app.core.clock import Moment
from app.core.each_by_itself import EachByItself
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


class Lies(NamedTuple):
    """What was seen of a folder with backups; of one that doesn't answer nothing is known."""

    missing: frozenset[UUID] = frozenset()
    on_own_disk: bool = False


Each = EachByItself[str, Lies]  # by folder


def look(seen: BackupsLook, vault_folder: Path, now: Moment, each: Each) -> tuple[Finding, ...]:
    """What it means; nothing for a vault with nothing in it. Off the GUI thread: reads folders.

    A backup whose drive is out counts, one that is missing from its folder doesn't.
    """
    folders = dict.fromkeys(one.folder for one in seen.backups)
    looks = {one: partial(_look_at, one, seen, vault_folder) for one in folders}
    lie = each.answers(looks)
    missing = frozenset[UUID]().union(*(one.missing for one in lie.values()))
    there = [one for one in seen.backups if one.id not in missing]
    if not there:
        none = (Finding(Fact.BACKUPS_NONE),)
        return none if seen.something_to_lose else ()
    need = need_of(
        there,
        seen.plan,
        now,
        {folder for folder, one in lie.items() if one.on_own_disk},
        under_older_kit=is_under_older_kit(there, seen.own, seen.kit_number),
    )
    if need is BackupNeed.UNKNOWN:
        return (Finding(Fact.BACKUPS_UNKNOWN),)
    fact = _FACTS[need]
    if need is BackupNeed.OLD_SHEET and all(one.kit_number != seen.kit_number for one in there):
        fact = Fact.BACKUPS_OLD_SHEET_ALONE
    return (Finding(fact, (max(days_since(there[0].made, now), 0),)),)


_FACTS = {
    BackupNeed.NOTHING: Fact.BACKUPS_FRESH,
    BackupNeed.OLD: Fact.BACKUPS_OLD,
    BackupNeed.SAME_DISK: Fact.BACKUPS_SAME_DISK,
    BackupNeed.OLD_SHEET: Fact.BACKUPS_OLD_SHEET,
}


def _look_at(folder: str, seen: BackupsLook, vault_folder: Path) -> Lies:
    place = _place(folder, seen.plan)
    if place is None:  # gone, and nobody described it
        return Lies()
    missing = (one.id for one in seen.backups if one.folder == folder and _is_missing(one, place))
    return Lies(frozenset(missing), is_same_disk_as(place, vault_folder))


def _is_missing(backup: Backup, place: Place) -> bool:
    # the page is there before the ciphers behind it
    from app.workflows.backup.find import find

    try:
        if not here(place):
            return not place.is_drive  # no folder of this computer's own is ever out
        if (place.path / backup.file_name).exists():
            return False
        return find(backup) is None and here(place)  # nor under another name
    except OSError:
        return False


def _place(folder: str, plan: Plan) -> Place | None:
    chosen = plan.place_of(folder)
    if chosen is not None:
        return chosen
    path = Path(folder)
    try:
        return describe(path) if path.is_dir() else None
    except OSError:
        return None
