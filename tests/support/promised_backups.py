"""What rotation promises of the backups at one place, said apart from how it is done."""

from collections.abc import Callable, Collection, Hashable, Sequence
from functools import lru_cache
from itertools import dropwhile
from uuid import UUID

from app.core.clock import Moment
from app.records.backups.record import Backup
from app.workflows.backup.rotation import LAST, MONTHS, WEEKS

Period = Callable[[Moment], Hashable]
_FOR_GOOD = 10_000


@lru_cache(100_000)
def week(made: Moment) -> Hashable:
    return made.day.strftime("%G-%V")


@lru_cache(100_000)
def month(made: Moment) -> Hashable:
    return made.day.strftime("%Y-%m")


@lru_cache(100_000)
def year(made: Moment) -> Hashable:
    return made.day.year


def too_many_lost(
    made: Sequence[Backup], wrong: Collection[UUID], gone: Collection[UUID], *, yearly: bool
) -> list[str]:
    """Which promises are broken, for backups in the order made of which some had a wrong clock.

    Of the weeks and months that a right clock wrote last, at most as many are lost as a wrong one
    has written since; of the years, only those that it has written too.
    """
    broken = ["one of the last" for one in made[-LAST:] if one.id in gone]
    for period, limit in ((week, WEEKS), (month, MONTHS), *([(year, _FOR_GOOD)] * yearly)):
        needed = _needed(made, wrong, period, limit)
        lost = [one for one in needed if one.id in gone]
        since = _from(made, needed[0]) if needed else []
        written = {period(one.made) for one in since if one.id in wrong}
        if period is year:
            lost = [one for one in lost if period(one.made) not in written]
            written = set[Hashable]()
        if len(lost) > len(written):
            broken.append(f"{len(lost)} for {len(written)} of {period}")
    return broken


def _from(made: Sequence[Backup], first: Backup) -> list[Backup]:
    """This one and those after it; looked for by identity, since years of days look so often."""
    return list(dropwhile(lambda one: one is not first, made))


def _needed(
    made: Sequence[Backup], wrong: Collection[UUID], period: Period, limit: int
) -> list[Backup]:
    """The newest with a right clock of each of the last periods, the oldest first."""
    newest: dict[Hashable, Backup] = {}
    for one in reversed(made):
        if one.id not in wrong:
            newest.setdefault(period(one.made), one)
        if len(newest) == limit:
            break
    return list(newest.values())[::-1]
