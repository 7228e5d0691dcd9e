"""What the page of backups shows, but for what is under way."""

from dataclasses import dataclass

from app.workflows.backup.need import BackupNeed
from app.workflows.backup.places import Place
from app.workflows.backup.plan import Plan
from ui.pages.backups.backup_rows import BackupRow


@dataclass(frozen=True)
class PlaceLine:
    """One place; `here` is None until somebody has looked, `last` when it was last used."""

    place: Place
    here: bool | None
    same_disk: bool
    last: str = ""
    full: bool = False  # no room for another one, or it took none when asked
    missing: bool = False  # no drive that is out, but a folder that is no more
    can_be_chosen: bool = False  # for the next one: another place is here, too


@dataclass(frozen=True)
class LastOne:
    """The last checked backup, `days` ago on the calendar."""

    made: str
    days: int
    place: Place | None
    folder: str
    records: int
    may_be_removed: bool = False  # its drive is in, and nothing is half-made or to be done there


@dataclass(frozen=True)
class State:
    """What is shown. `plan` is None until the vault was read."""

    plan: Plan | None = None
    need: BackupNeed = BackupNeed.NOTHING
    kit_unproven: bool = False
    made_up: bool = False
    takes_writes: bool = True
    last: LastOne | None = None
    places: tuple[PlaceLine, ...] = ()
    rows: tuple[BackupRow, ...] = ()
    to_use: Place | None = None  # where one goes that is asked for now; None when none is here
    behind: int = 0  # how many are still to be brought under the kit in use

    @property
    def loaded(self) -> bool:
        """Whether the vault was read."""
        return self.plan is not None

    def place_at(self, folder: str) -> PlaceLine | None:
        """The place at this folder."""
        return next((line for line in self.places if line.place.folder == folder), None)

    @property
    def newest_here(self) -> BackupRow | None:
        """The newest backup that can be tried now: one that a record tells of."""
        return next((row for row in self.rows if row.is_here and row.backup is not None), None)

    @property
    def may_try(self) -> bool:
        """Whether backups can be made of this vault, if need be after its kit was proven."""
        return self.loaded and not self.made_up

    @property
    def may_back_up(self) -> bool:
        """Whether one can be made now."""
        return self.may_try and self.takes_writes and not self.kit_unproven
