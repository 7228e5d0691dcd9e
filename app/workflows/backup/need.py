"""What backups need of the coach, by those that are there, where they lie and what opens them."""

from collections.abc import Collection, Sequence
from uuid import UUID

from app.core.clock import Moment
from app.records.backups.record import Backup
from app.workflows.backup.plan import BackupNeed, Plan, age, days_since


def need_of(
    there: Sequence[Backup],
    plan: Plan,
    now: Moment,
    own_disk: Collection[str],
    *,
    under_older_kit: bool,
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
    return BackupNeed.OLD_SHEET if under_older_kit else BackupNeed.NOTHING


def behind(there: Sequence[Backup], own: Collection[UUID], kit_number: int) -> list[Backup]:
    """Those of the vault's own that are still to be brought under the kit in use."""
    return [one for one in there if one.id in own and one.kit_number != kit_number]


def is_under_older_kit(there: Sequence[Backup], own: Collection[UUID], kit_number: int) -> bool:
    """Whether an older sheet has to be kept: for the newest one, or until these are brought along.

    One from before a restore, which nothing brings along, counts as long as it is the newest.
    """
    newest = there[:1]
    return any(one.kit_number != kit_number for one in (*newest, *behind(there, own, kit_number)))
