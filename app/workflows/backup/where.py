"""Where a backup goes that is asked for now, of the places that are here."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime

from app.core.clock import EPOCH, Moment
from app.records.backups.record import Backup
from app.workflows.backup.places import Place


def best(
    places: Sequence[Place], last: Mapping[str, Moment], full: Collection[str]
) -> Place | None:
    """The one that was used longest ago, by `last` for each folder; None where none is here.

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
