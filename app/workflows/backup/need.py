"""What backups need of the coach, by those that are there, where they lie and what opens them."""

from collections.abc import Collection, Sequence
from enum import StrEnum
from uuid import UUID

from app.core.clock import Moment
from app.records.backups.record import Backup
from app.workflows.backup.plan import Plan

_A_DAY_AHEAD = 1  # of a clock in another zone, or set by a few hours


class BackupNeed(StrEnum):
    """Whether the coach has to think of backups."""

    NOTHING = "nothing"
    FIRST = "first"  # nothing was ever backed up
    OLD = "old"  # the last one is older than the coach wants it to be
    UNKNOWN = "unknown"  # the last one is dated ahead of today: one of the two clocks was wrong
    SAME_DISK = "same_disk"  # the new ones lie on the vault's own disk alone
    NOWHERE = "nowhere"  # restored, and nobody said yet where the next ones go
    OLD_SHEET = "old_sheet"  # some open with the sheet of an older kit


def need_of(
    there: Sequence[Backup],
    plan: Plan,
    now: Moment,
    own_disk: Collection[str],
    *,
    under_older_kit: bool,
    nowhere: bool = False,
    something_to_lose: bool = True,
) -> BackupNeed:
    """The first thing to think of; `there` has the one with the newest content first.

    `own_disk` are the folders that would be lost with the vault.
    """
    last = there[0].made if there else None
    need = age(last, now, plan.remind_days, something_to_lose=something_to_lose)
    if need is not BackupNeed.NOTHING or not there:
        return need
    fresh = [one for one in there if 0 <= days_since(one.made, now) <= plan.remind_days]
    if fresh and all(one.folder in own_disk for one in fresh):
        return BackupNeed.SAME_DISK
    if nowhere:
        return BackupNeed.NOWHERE
    return BackupNeed.OLD_SHEET if under_older_kit else BackupNeed.NOTHING


def goes_nowhere(there: Sequence[Backup], own: Collection[UUID], plan: Plan) -> bool:
    """Whether no place is chosen since a restore: places are of the computer that was before."""
    return not plan.places and bool(there) and there[0].id not in own


def behind(there: Sequence[Backup], own: Collection[UUID], kit_number: int) -> list[Backup]:
    """Those of the vault's own that are still to be brought under the kit in use."""
    return [one for one in there if one.id in own and one.kit_number != kit_number]


def is_under_older_kit(there: Sequence[Backup], own: Collection[UUID], kit_number: int) -> bool:
    """Whether an older sheet has to be kept: for the newest one, or until these are brought along.

    One from before a restore, which nothing brings along, counts as long as it is the newest.
    """
    newest = there[:1]
    return any(one.kit_number != kit_number for one in (*newest, *behind(there, own, kit_number)))


def age(
    last: Moment | None, now: Moment, remind_days: int, *, something_to_lose: bool = True
) -> BackupNeed:
    """What is needed, going by when the last checked backup was made."""
    if last is None:
        return BackupNeed.FIRST if something_to_lose else BackupNeed.NOTHING
    days = days_since(last, now)
    if days < -_A_DAY_AHEAD:
        return BackupNeed.UNKNOWN
    return BackupNeed.OLD if days > remind_days else BackupNeed.NOTHING


def days_since(last: Moment, now: Moment) -> int:
    """Whole days on the calendar of where the coach is now; less than none for a wrong clock."""
    return (now.day - last.in_zone(now.zone).day).days
