"""Which backups a place needs no longer.

They count in the order in which they were made, by the ledger's count in each. A clock that was
years off gives some a wrong day, so the days are read in several ways, and a backup goes only if
each lets it go: by every day as it is noted, by those days alone that agree with the order, and
both without what was made since the clock jumped last.
"""

from bisect import bisect_right
from collections.abc import Callable, Hashable, Iterator, Sequence
from datetime import date

from app.core.clock import Moment
from app.records.backups.record import Backup, BackupState

LAST, WEEKS, MONTHS = 7, 4, 12
_FAR = 400  # days from one backup to the next that are a clock's jump more likely than a pause

Period = Callable[[date], Hashable]


def to_remove(backups: Sequence[Backup], keep_yearly: bool) -> list[Backup]:
    """Those that may go, the oldest first; each folder by itself. Never the last checked one."""
    gone: list[Backup] = []
    for folder in sorted({backup.folder for backup in backups}):
        there = sorted((one for one in backups if one.folder == folder), key=_order)
        kept = {one.id for one in _kept(there, keep_yearly)}
        gone += (backup for backup in there if backup.id not in kept)
    return sorted(gone, key=_order)


def _kept(oldest_first: Sequence[Backup], keep_yearly: bool) -> Iterator[Backup]:
    yield from oldest_first[-LAST:]
    tried = [backup for backup in oldest_first if backup.state is BackupState.TRIED]
    yield from tried[-1:]
    for counted in (oldest_first, _before_jump(oldest_first)):
        for reading in (counted, _in_order(counted)):
            newest_first = reading[::-1]
            yield from _one_of_each(newest_first, _week, WEEKS)
            yield from _one_of_each(newest_first, _month, MONTHS)
            if keep_yearly:
                yield from _one_of_each(newest_first, _year, len(newest_first))


def _before_jump(oldest_first: Sequence[Backup]) -> Sequence[Backup]:
    """Those before the clock jumped, as long as the ones since are kept anyway.

    Nobody knows yet which side is wrong, so the new days are not to push out the others.
    """
    days = [_day(backup.made) for backup in oldest_first]
    for at in range(len(days) - 1, max(len(days) - 1 - LAST, 0), -1):
        if not 0 <= (days[at] - days[at - 1]).days <= _FAR:
            return oldest_first[:at]
    return oldest_first


def _one_of_each(newest_first: Sequence[Backup], period: Period, limit: int) -> Iterator[Backup]:
    """The newest of each of the last periods that have one."""
    found: dict[Hashable, Backup] = {}
    for backup in newest_first:
        found.setdefault(period(_day(backup.made)), backup)
        if len(found) == limit:
            break
    yield from found.values()


def _in_order(oldest_first: Sequence[Backup]) -> list[Backup]:
    """The most backups whose days never go back, which is what right clocks give."""
    days: list[date] = []  # the last day of the best row of each length
    ends: list[int] = []  # and which backup that is
    before: list[int | None] = []
    for at, backup in enumerate(oldest_first):
        day = _day(backup.made)
        length = bisect_right(days, day)
        before.append(ends[length - 1] if length else None)
        days[length : length + 1] = [day]
        ends[length : length + 1] = [at]
    row: list[Backup] = []
    at = ends[-1] if ends else None
    while at is not None:
        row.append(oldest_first[at])
        at = before[at]
    return row[::-1]


def _order(backup: Backup) -> tuple[int, Moment, str]:
    return (backup.generation, backup.made, str(backup.id))


def _day(made: Moment) -> date:
    return made.day


def _week(day: date) -> Hashable:
    return day.isocalendar()[:2]


def _month(day: date) -> Hashable:
    return (day.year, day.month)


def _year(day: date) -> Hashable:
    return day.year
