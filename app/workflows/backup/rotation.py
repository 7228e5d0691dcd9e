"""Which backups a place needs no longer.

They count in the order in which they were made, by the ledger's count in each. A clock that was
years off gives some a wrong day, so the days are read in several ways, and a backup goes only if
each lets it go: by every day as it is noted, by those days alone that agree with the order, and
both without what was made since a jump of the clock.
"""

from bisect import bisect_right
from collections.abc import Callable, Hashable, Iterator, Sequence
from datetime import date
from typing import NamedTuple

from app.core.clock import Moment
from app.records.backups.record import Backup, BackupState

LAST, WEEKS, MONTHS = 7, 4, 12
_FAR = 400  # days from one backup to the next that are a clock's jump more likely than a pause
_IN_DOUBT = 21  # backups after a jump until the new days may push out the old ones


class _Dated(NamedTuple):
    """A backup and the day on which its clock had it made."""

    day: date
    backup: Backup


Period = Callable[[date], Hashable]


def to_remove(backups: Sequence[Backup], keep_yearly: bool) -> list[Backup]:
    """Those that may go, the oldest first; each folder by itself. Never the last checked one."""
    gone: list[Backup] = []
    for folder in sorted({backup.folder for backup in backups}):
        there = sorted((one for one in backups if one.folder == folder), key=_order)
        dated = [_Dated(backup.made.day, backup) for backup in there]
        kept = {one.backup.id for one in _kept(dated, keep_yearly)}
        gone += (backup for backup in there if backup.id not in kept)
    return sorted(gone, key=_order)


def _kept(oldest_first: Sequence[_Dated], keep_yearly: bool) -> Iterator[_Dated]:
    yield from oldest_first[-LAST:]
    tried = [one for one in oldest_first if one.backup.state is BackupState.TRIED]
    yield from tried[-1:]
    for counted in (oldest_first, *_before_jumps(oldest_first)):
        believed = _in_order(counted)[::-1]
        for newest_first in (counted[::-1], believed):
            yield from _one_of_each(newest_first, _week, WEEKS)
            yield from _one_of_each(newest_first, _month, MONTHS)
        if keep_yearly:  # for good, so a wrong year is not to stay on
            yield from _one_of_each(believed, _year, len(believed))


def _before_jumps(oldest_first: Sequence[_Dated]) -> Iterator[Sequence[_Dated]]:
    """Those before the clock jumped, for each jump of late.

    Nobody knows yet which side is wrong, so the days since are not to push out others.
    """
    for at in range(max(len(oldest_first) - _IN_DOUBT, 1), len(oldest_first)):
        if not 0 <= (oldest_first[at].day - oldest_first[at - 1].day).days <= _FAR:
            yield oldest_first[:at]


def _one_of_each(newest_first: Sequence[_Dated], period: Period, limit: int) -> Iterator[_Dated]:
    """The newest of each of the last periods that have one."""
    found: dict[Hashable, _Dated] = {}
    for one in newest_first:
        found.setdefault(period(one.day), one)
        if len(found) == limit:
            break
    yield from found.values()


def _in_order(oldest_first: Sequence[_Dated]) -> list[_Dated]:
    """The most backups whose days never go back, which is what right clocks give."""
    days: list[date] = []  # the last day of the best row of each length
    ends: list[int] = []  # and which backup that is
    before: list[int | None] = []
    for at, one in enumerate(oldest_first):
        length = bisect_right(days, one.day)
        before.append(ends[length - 1] if length else None)
        days[length : length + 1] = [one.day]
        ends[length : length + 1] = [at]
    row: list[_Dated] = []
    at = ends[-1] if ends else None
    while at is not None:
        row.append(oldest_first[at])
        at = before[at]
    return row[::-1]


def _order(backup: Backup) -> tuple[int, Moment, str]:
    return (backup.generation, backup.made, str(backup.id))


def _week(day: date) -> Hashable:
    return day.isocalendar()[:2]


def _month(day: date) -> Hashable:
    return (day.year, day.month)


def _year(day: date) -> Hashable:
    return day.year
