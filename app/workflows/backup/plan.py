"""Where backups go by themselves, when one is due, and when the coach is to think of them."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from enum import StrEnum
from typing import Any, cast
from uuid import UUID

from app.core.changes import Changes, Kind
from app.core.clock import Moment
from app.settings.declared import BACKUP_PLAN
from app.storage import settings
from app.storage.database import Database
from app.storage.transaction import Reader, Writer
from app.workflows.backup.places import Place

PLAN_ID = UUID("00000000-0000-7000-8000-000000000002")
REMIND_DAYS = (7, 14, 30)
_MOST_DAYS = 366  # that somebody can have meant
_A_DAY_AHEAD = 1  # of a clock in another zone, or set by a few hours


@dataclass(frozen=True)
class Plan:
    """What the coach chose; `places` in the order in which they were added."""

    places: tuple[Place, ...] = ()
    automatic: bool = True
    keep_yearly: bool = False
    remind_days: int = 14

    def place_of(self, folder: str) -> Place | None:
        """The place with this folder."""
        return next((place for place in self.places if place.folder == folder), None)

    def with_place(self, place: Place) -> "Plan":
        """The same with a place more, or with what is known of it now."""
        if self.place_of(place.folder) is None:
            return replace(self, places=(*self.places, place))
        places = (place if one.folder == place.folder else one for one in self.places)
        return replace(self, places=tuple(places))

    def without(self, folder: str) -> "Plan":
        """The same without a place; what lies there stays there."""
        return replace(self, places=tuple(one for one in self.places if one.folder != folder))

    def only(self, places: Sequence[Place]) -> "Plan":
        """The same with those of its places alone: the ones whose drive is in."""
        return replace(self, places=tuple(one for one in self.places if one in places))


class BackupNeed(StrEnum):
    """Whether the coach has to think of backups."""

    NOTHING = "nothing"
    FIRST = "first"  # nothing was ever backed up
    OLD = "old"  # the last one is older than the coach wants it to be
    UNKNOWN = "unknown"  # the last one is dated ahead of today: one of the two clocks was wrong
    SAME_DISK = "same_disk"  # the new ones lie on the vault's own disk alone
    OLD_SHEET = "old_sheet"  # some open with the sheet of an older kit


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


class KeptPlan:
    """The plan that the vault keeps; used on the vault's thread."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def get(self) -> Plan:
        """What was chosen last; at first there is no place."""
        with self._database.read() as reader:
            return _kept(reader)

    def put(self, plan: Plan) -> Changes:
        """Keeps another plan."""
        with self._database.write() as writer:
            _put(writer, plan)
        return Changes.of(Kind.BACKUP, PLAN_ID)


def forget_places(writer: Writer) -> None:
    """Leaves a restored vault nowhere to go by itself: the places are those of another one."""
    plan = _kept(writer)
    if plan.places:
        _put(writer, replace(plan, places=()))


def _kept(reader: Reader) -> Plan:
    return read_plan(settings.get(reader, BACKUP_PLAN.key) or BACKUP_PLAN.default)


def _put(writer: Writer, plan: Plan) -> None:
    settings.put(writer, BACKUP_PLAN.key, json.dumps(asdict(plan), ensure_ascii=False))


def read_plan(text: str) -> Plan:
    """The plan in `text`, which an older or a newer version may have written, or anybody else."""
    try:
        kept = cast(dict[str, Any], json.loads(text))
        places = tuple(_place(one) for one in kept.get("places", ()))
        plan = Plan(
            places,
            automatic=bool(kept.get("automatic", True)),
            keep_yearly=bool(kept.get("keep_yearly", False)),
            remind_days=int(kept.get("remind_days", 14)),
        )
    except (ValueError, TypeError, KeyError, AttributeError, OverflowError, RecursionError):
        return Plan()
    return plan if 0 < plan.remind_days <= _MOST_DAYS else replace(plan, remind_days=14)


def _place(kept: dict[str, Any]) -> Place:
    mount = kept.get("mount")
    return Place(
        folder=str(kept["folder"]),
        label=str(kept["label"]),
        mount=None if mount is None else str(mount),
        volume=str(kept.get("volume", "")),
        stick=bool(kept.get("stick", False)),
    )


def _day_of_last(last: Mapping[str, Moment], place: Place, now: Moment) -> object:
    made = last.get(place.folder)
    return None if made is None else made.in_zone(now.zone).day
