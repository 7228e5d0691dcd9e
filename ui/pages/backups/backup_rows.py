"""The rows of the table of backups, from what the vault remembers and what lies where."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from app.core.clock import Moment
from app.records.backups.record import Backup, BackupState
from ui.pages.backups.around import PlaceLook, strays_of
from ui.translation import translate
from ui.words.backup_places import place_name
from ui.words.dates import clock_time, short_day
from ui.words.figures import size_words

if TYPE_CHECKING:  # the ciphers behind it come after the first paint
    from app.workflows.backup.places import Place


class RowState(StrEnum):
    """How far a backup is believed, or that it can't be found."""

    CHECKED = "checked"
    TRIED = "tried"
    UNCHECKED = "unchecked"
    GONE = "gone"


class Removal(StrEnum):
    """How a backup may leave the list."""

    NONE = "none"  # not known here, nobody has looked yet, or nothing may be written
    DELETED = "deleted"  # its file can be reached
    LAST = "last"  # it could be, but no newer one can be reached
    OTHERS = "others"  # it could be, but belongs to the vault from which this one was restored
    GONE = "gone"  # on the coach's word that it is


@dataclass(frozen=True)
class BackupRow:
    """One backup; `backup` is its record, `is_here` whether its file can be opened now."""

    id: UUID
    path: Path
    made: str
    where: str
    size: str
    state: RowState
    is_here: bool = False
    backup: Backup | None = None
    is_away: bool = False  # its place can't be looked at
    older_kit: int = 0  # whose sheet opens it, when that isn't the kit in use
    place: "Place | None" = None
    removal: Removal = Removal.NONE

    @property
    def state_word(self) -> str:
        """The state, in a word or two."""
        return state_word(self.state)

    @property
    def absence(self) -> str:
        """That its file can't be seen now; the state is then the one of when it was last seen."""
        return translate("Backups", "not here now") if self.is_away else ""

    @property
    def sheet(self) -> str:
        """What opens it, when that isn't the sheet of the kit in use alone."""
        if self.state is RowState.GONE:
            return ""
        with_passphrase = self.backup is not None and self.backup.with_passphrase
        if not self.older_kit:
            return translate("Backups", "Opens with a passphrase, too") if with_passphrase else ""
        if with_passphrase:
            return translate("Backups", "Sheet of kit {number}, or a passphrase").format(
                number=self.older_kit
            )
        return translate("Backups", "Opens with the sheet of kit {number}").format(
            number=self.older_kit
        )

    @property
    def spoken(self) -> str:
        """The row for a screen reader."""
        said = translate("Backups", "Made {made}. {where}. {size}. {state}").format(
            made=self.made, where=self.where, size=self.size, state=self.state_word
        )
        if self.absence:
            said = translate("Backups", "{said}, {absence}").format(said=said, absence=self.absence)
        return f"{said}. {self.sheet}" if self.sheet else said


def state_word(state: RowState) -> str:
    """How a backup stands."""
    return {
        RowState.CHECKED: translate("Backups", "Checked"),
        RowState.TRIED: translate("Backups", "Tried"),
        RowState.UNCHECKED: translate("Backups", "Not checked"),
        RowState.GONE: translate("Backups", "Gone"),
    }[state]


def rows(
    backups: Sequence[Backup],
    places: Mapping[str, "Place"],
    looks: Mapping[str, PlaceLook],
    now: Moment,
    kit_number: int,
    gone: Collection[UUID] = (),
    own: Collection[UUID] = (),
    *,
    may_remove: bool = False,
) -> tuple[BackupRow, ...]:
    """Those that the vault remembers, and those that only lie there, the newest first.

    `gone` were missing when their place was last looked at, `kit_number` is the kit in use, `own`
    are this vault's own, and with `may_remove` what is written about them may be changed.
    """
    listed = [
        replace(
            _recorded(backup, places, looks, now, backup.id in gone),
            older_kit=backup.kit_number if backup.kit_number != kit_number else 0,
        )
        for backup in backups
    ]
    last = next((row.id for row in listed if row.is_here and row.id in own), None)
    if may_remove:
        listed = [replace(row, removal=_removal(row, own, last)) for row in listed]
    recorded = [(backup.made.utc, row) for backup, row in zip(backups, listed, strict=True)]
    known = {backup.id for backup in backups}
    loose = [
        (at, _stray(stray.id, stray.path, at, stray.size, looks, now))
        for stray in strays_of(looks.values())
        if stray.id not in known
        for at in [datetime.fromtimestamp(stray.made_utc, UTC)]
    ]
    if not loose:
        return tuple(listed)  # in the order in which they were made
    both = sorted((*recorded, *loose), key=lambda pair: pair[0], reverse=True)
    return tuple(row for _, row in both)


def made_words(made: Moment, now: Moment) -> str:
    """When: "22 Oct, 17:40"."""
    return translate("Backups", "{day}, {time}").format(
        day=short_day(made.day, now.day), time=clock_time(made)
    )


def _recorded(
    backup: Backup,
    places: Mapping[str, "Place"],
    looks: Mapping[str, PlaceLook],
    now: Moment,
    gone: bool,
) -> BackupRow:
    look = looks.get(backup.folder)
    path = Path(backup.folder, backup.file_name)
    is_here = look is not None and look.here
    state = RowState.TRIED if backup.state is BackupState.TRIED else RowState.CHECKED
    if look is not None and look.here:
        path = look.found.get(backup.id, path)
        gone = backup.id not in look.found
    if gone:
        state, is_here = RowState.GONE, False
    place = places.get(backup.folder) or (look.place if look is not None else None)
    where = place_name(place) if place is not None else Path(backup.folder).name
    return BackupRow(
        backup.id,
        path,
        made_words(backup.made, now),
        where,
        size_words(backup.bytes),
        state,
        is_here,
        backup,
        is_away=look is not None and not (look.here or look.missing),
        place=place,
    )


def _removal(row: BackupRow, own: Collection[UUID], last: UUID | None) -> Removal:
    if row.state is RowState.GONE or row.is_away:
        return Removal.GONE
    if not row.is_here:
        return Removal.NONE
    if row.id not in own:
        return Removal.OTHERS
    return Removal.LAST if row.id == last else Removal.DELETED


def _stray(
    id: UUID, path: Path, at: datetime, size: int, looks: Mapping[str, PlaceLook], now: Moment
) -> BackupRow:
    look = looks.get(str(path.parent))
    where = place_name(look.place) if look is not None else path.parent.name
    made = made_words(Moment(at, now.zone), now)
    return BackupRow(id, path, made, where, size_words(size), RowState.UNCHECKED, True)
