"""When a backup was made, and how a moment is written."""

from typing import TYPE_CHECKING

from app.core.clock import Moment, local_zone
from ui.translation import translate
from ui.words import dates

if TYPE_CHECKING:  # its package comes with the ciphers
    from crypto.backup.face import BackupFace


def made_at(face: "BackupFace") -> Moment:
    """When a backup was made, in this computer's zone."""
    return Moment(face.made_at, local_zone())


def moment(at: Moment) -> str:
    """A day and a time: "22 October 2026, 17:40"."""
    told = translate("Restoring", "{day}, {time}")
    return told.format(day=dates.full_day(at.day), time=dates.clock_time(at))
