"""Where backups go, whether by themselves, and when a missing one is told: what the coach chose."""

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from typing import Any, cast
from uuid import UUID

from app.core.changes import Changes, Kind
from app.settings.declared import BACKUP_PLAN
from app.storage import settings
from app.storage.database import Database
from app.storage.transaction import Reader, Writer
from app.workflows.backup.places import Place

PLAN_ID = UUID("00000000-0000-7000-8000-000000000002")
REMIND_DAYS = (7, 14, 30)
_MOST_DAYS = 366  # that somebody can have meant


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
