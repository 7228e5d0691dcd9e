"""Which backups a place needs no longer.

It keeps the last 7, the last one that was restored from, and the newest one of each of the last 4
weeks, of the last 12 months and, by choice, of every year. Last and newest go by the ledger's
count and not by the clock, so a wrong clock costs no more weeks and months than it has written.
"""

from collections.abc import Callable, Hashable, Iterator, Sequence
from datetime import date

from app.core.clock import Moment
from app.records.backups.record import Backup, BackupState

LAST, WEEKS, MONTHS = 7, 4, 12

Period = Callable[[date], Hashable]


def to_remove(backups: Sequence[Backup], keep_yearly: bool) -> list[Backup]:
    """Those that may go, the oldest first; each folder by itself. Never the last checked one."""
    newest_first = sorted(backups, key=_order, reverse=True)
    kept: set[Backup] = set()
    for folder in {backup.folder for backup in backups}:
        kept.update(_kept([one for one in newest_first if one.folder == folder], keep_yearly))
    return [backup for backup in reversed(newest_first) if backup not in kept]


def _kept(newest_first: Sequence[Backup], keep_yearly: bool) -> Iterator[Backup]:
    yield from newest_first[:LAST]
    yield from [one for one in newest_first if one.state is BackupState.TRIED][:1]
    yield from _one_of_each(newest_first, _week)[:WEEKS]
    yield from _one_of_each(newest_first, _month)[:MONTHS]
    if keep_yearly:
        yield from _one_of_each(newest_first, _year)


def _one_of_each(newest_first: Sequence[Backup], period: Period) -> list[Backup]:
    """The newest of each period that has one, the newest first."""
    found: dict[Hashable, Backup] = {}
    for backup in newest_first:
        found.setdefault(period(backup.made.day), backup)
    return list(found.values())


def _order(backup: Backup) -> tuple[int, Moment, str]:
    return (backup.generation, backup.made, str(backup.id))


def _week(day: date) -> Hashable:
    return day.isocalendar()[:2]


def _month(day: date) -> Hashable:
    return (day.year, day.month)


def _year(day: date) -> Hashable:
    return day.year
