"""Which place a backup goes to: one that is made by itself, or one that is asked for now."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime

from app.core.clock import EPOCH, Moment
from app.records.backups.record import Backup
from app.workflows.backup.places import Place
from app.workflows.backup.plan import Plan


def due(plan: Plan, last: Mapping[str, Moment], now: Moment, session_runs: bool) -> Place | None:
    """The place that a backup should go to now: one a day at each, never during a session.

    `last` has the newest backup by folder, newest by what is in it. A day in the future is another
    day too: the clock was wrong then or is now, and one backup more does no harm.
    """
    if session_runs or not plan.automatic:
        return None
    waiting = [place for place in plan.places if _day_of_last(last, place, now) != now.day]
    never = [place for place in waiting if place.folder not in last]
    if never or not waiting:
        return never[0] if never else None
    return min(waiting, key=lambda place: last[place.folder].utc)


def best_place(
    places: Sequence[Place], last: Mapping[str, Moment], full: Collection[str]
) -> Place | None:
    """The one of those here that was used longest ago, by `last` for each folder; None of none.

    One that is full is passed over as long as another is not, and drives come before folders of
    this computer, which are lost with it.
    """

    def order(place: Place) -> tuple[bool, bool, datetime]:
        used = last.get(place.folder)
        return (place.folder in full, not place.is_drive, EPOCH if used is None else used.utc)

    return min(places, key=order, default=None)


def last_used(backups: Sequence[Backup]) -> dict[str, Moment]:
    """When each folder got its newest one; `backups` has the one with the newest content first."""
    last: dict[str, Moment] = {}
    for backup in backups:
        last.setdefault(backup.folder, backup.made)
    return last


def _day_of_last(last: Mapping[str, Moment], place: Place, now: Moment) -> object:
    made = last.get(place.folder)
    return None if made is None else made.in_zone(now.zone).day
