"""What is said of backups after a new Recovery Kit: which open by it, which still by the old."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from app.records.backups.record import Backup
from app.workflows.backup.places import Place
from ui.translation import translate
from ui.words.backup_places import place_name
from ui.words.dates import clock_time, short_day

if TYPE_CHECKING:  # the ciphers behind it come after the first paint
    from app.workflows.backup.rewrap import Rewrapped

MOST = 6  # backups that are named, one a line


def under_way(count: int) -> str:
    """While it is being done; empty for none."""
    if not count:
        return ""
    if count == 1:
        return translate("Rewrap", "Bringing the backup under the new kit…")
    return translate("Rewrap", "Bringing {count} backups under the new kit…").format(count=count)


def what_opens_now(rewrapped: "Rewrapped") -> str:
    """How many the new words open; empty for none."""
    count = len(rewrapped.done)
    if not count:
        return ""
    if count == 1:
        return translate("Rewrap", "One backup now opens with the new kit, and not with the old.")
    said = translate("Rewrap", "{count} backups now open with the new kit, and not with the old.")
    return said.format(count=count)


def what_is_left(rewrapped: "Rewrapped") -> str:
    """That some couldn't be reached; empty when all could."""
    count = len(rewrapped.unreachable)
    if not count:
        return ""
    if count == 1:
        return translate(
            "Rewrap",
            "This one couldn’t be reached and still opens with the old sheet. It is brought under "
            "the new kit when its drive is in. Keep the old sheet until then.",
        )
    return translate(
        "Rewrap",
        "These couldn’t be reached and still open with the old sheet. Each is brought under the "
        "new kit when its drive is in. Keep the old sheet until then.",
    )


def what_belongs_elsewhere(rewrapped: "Rewrapped") -> str:
    """That some are of the vault that this one was restored from; empty where none is."""
    if not rewrapped.others:
        return ""
    if len(rewrapped.others) == 1:
        return translate(
            "Rewrap",
            "This one is from before this vault was restored, and belongs to the vault that made "
            "it. It still opens with the old sheet: keep that as long as you keep the backup.",
        )
    return translate(
        "Rewrap",
        "These are from before this vault was restored, and belong to the vault that made them. "
        "They still open with the old sheet: keep that as long as you keep them.",
    )


def names(backups: Sequence[Backup], places: Sequence[Place], today: date) -> str:
    """A line for each: when it was made and where it lies; the rest is counted."""
    by_folder = {place.folder: place for place in places}
    lines = [_name(backup, by_folder.get(backup.folder), today) for backup in backups[:MOST]]
    if more := len(backups) - len(lines):
        lines.append(translate("Rewrap", "and {count} more").format(count=more))
    return "\n".join(lines)


def old_sheet(rewrapped: "Rewrapped") -> str:
    """What becomes of it."""
    if rewrapped.unreachable or rewrapped.others:
        return ""
    return translate(
        "Rewrap",
        "Destroy the old sheet. Copies of backups that you made yourself still open with it.",
    )


def _name(backup: Backup, place: Place | None, today: date) -> str:
    where = place_name(place or Place(backup.folder, Path(backup.folder).name))
    day, time = short_day(backup.made.day, today), clock_time(backup.made)
    return translate("Rewrap", "{day}, {time} · {where}").format(day=day, time=time, where=where)
