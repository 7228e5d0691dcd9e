"""Ten years of backups on two sticks, and all that goes wrong meanwhile: what is kept each day."""

import random
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from uuid import UUID

import pytest

from app.core.clock import Moment
from app.records.backups.record import Backup
from app.workflows.backup import removal
from app.workflows.backup.places import Place, here
from app.workflows.backup.plan import Plan
from app.workflows.backup.removal import remove
from app.workflows.backup.rotation import LAST, MONTHS, WEEKS, to_remove
from app.workflows.backup.which_place import due
from tests.soak.counts import TEN_YEARS_OF_BACKUPS, Count
from tests.support.promised_backups import too_many_lost

BEGAN = date(2026, 11, 17)
YEARS = 10
ZONE = "Europe/London"
MOST = LAST + WEEKS + MONTHS  # files on one stick


@dataclass(frozen=True)
class Face:
    """What a file says of itself."""

    backup_id: UUID


def look(file: Path) -> Face:
    return Face(UUID(file.read_text()))


@dataclass
class Practice:
    """A coach, two sticks, and a computer whose clock is now and then years off."""

    root: Path
    chance: random.Random
    keep_yearly: bool
    records: list[Backup] = field(default_factory=list)  # what the vault knows, removed ones gone
    wrong: set[UUID] = field(default_factory=set)  # those dated by a wrong clock
    ever: dict[str, list[Backup]] = field(default_factory=dict)  # by folder
    by_hand: set[UUID] = field(default_factory=set)
    touched: list[Place] = field(default_factory=list)  # today
    generation: int = 0
    offset: int = 0  # days by which the clock is off
    off_for: int = 0
    away_for: int = 0
    made: int = 0
    removed: int = 0
    failures: int = 0
    most: int = 0  # files of its own on one stick, but for years that never were

    def __post_init__(self) -> None:
        self.places = [Place(str(self.root / name / "B"), name) for name in ("red", "blue")]
        for place in self.places:
            place.path.mkdir(parents=True)
            (place.path / "2020-01-01-0badcafe.underrose-backup").write_text(str(UUID(int=0)))
            (place.path / "Holiday.jpg").write_text("of the coach's own")

    def live(self, day: date) -> None:
        """One day: perhaps a holiday, perhaps a wrong clock; sticks in and out; backups."""
        self.touched.clear()
        if self.away_for:
            self.away_for -= 1
            return
        if self.chance.random() < 0.01:
            self.away_for = self.chance.randint(3, 45)
        self._set_clock(day)
        for place in self.places:
            self._plug(place, in_=self.chance.random() < 0.6)
        self.generation += self.chance.randint(0, 9)
        now = Moment(datetime.combine(day + timedelta(days=self.offset), time(18), UTC), ZONE)
        for _ in self.places:
            there = [place for place in self.places if here(place)]
            last = {one.folder: one.made for one in sorted(self.records, key=_order)}
            place = due(Plan(tuple(there)), last, now, session_runs=False)
            if place is not None:
                self._back_up(place, now)

    def _set_clock(self, day: date) -> None:
        """Now and then it is off: by years, by days, or set to its first day by an empty cell."""
        self.off_for = max(self.off_for - 1, 0)
        if self.off_for:
            return
        self.offset = 0
        if self.chance.random() < 0.02:
            years = self.chance.choice((-1, 1)) * self.chance.randint(500, 20 * 365)
            days = self.chance.choice((-1, 1)) * self.chance.randint(1, 60)
            self.offset = self.chance.choice((years, days, (date(2000, 1, 1) - day).days))
            self.off_for = self.chance.choice((1, 6, self.chance.randint(1, 60)))

    def _plug(self, place: Place, *, in_: bool) -> None:
        stick, pocket = place.path.parent, self.root / f"{place.label} in a pocket"
        if in_ and pocket.exists():
            pocket.rename(stick)
        elif not in_ and stick.exists():
            stick.rename(pocket)

    def _back_up(self, place: Place, now: Moment) -> None:
        if self.chance.random() < 0.05:
            self.failures += 1  # pulled out midway: nothing is recorded
            return
        self.touched.append(place)
        self.generation += 1
        self.made += 1
        id = UUID(int=self.made)
        backup = Backup(
            id, place.folder, f"{now.day}-{self.made:08x}.underrose-backup", now, 1, 1, 1,
            self.generation, 1,
        )  # fmt: skip
        (place.path / backup.file_name).write_text(str(id))
        if self.offset:
            self.wrong.add(id)
        self.records.append(backup)
        self.ever.setdefault(place.folder, []).append(backup)
        if self.chance.random() < 0.005:
            self._delete_by_hand(place)
        self._rotate(place)

    def _rotate(self, place: Place) -> None:
        here_alone = [one for one in self.records if one.folder == place.folder]
        gone = remove(place, to_remove(here_alone, self.keep_yearly))
        self.removed += len(gone)
        if self.chance.random() < 0.05:
            self.failures += 1  # killed before it was noted: made up for the next time
            return
        self.records = [one for one in self.records if one not in gone]

    def _delete_by_hand(self, place: Place) -> None:
        """The coach clears up, whatever it is."""
        backup = self.chance.choice([one for one in self.records if one.folder == place.folder])
        (place.path / backup.file_name).unlink(missing_ok=True)
        self.by_hand.add(backup.id)

    def files(self, place: Place) -> set[str]:
        """The names of what lies there."""
        return {file.name for file in place.path.iterdir()}

    def check(self, place: Place) -> None:
        """No more is lost than a wrong clock has written, and nothing that was not to go."""
        made = self.ever[place.folder]
        files = self.files(place)
        gone = {one.id for one in made if one.file_name not in files} - self.by_hand
        assert too_many_lost(made, self.wrong, gone, yearly=self.keep_yearly) == []
        own = [one for one in made if one.file_name in files]
        assert len(files) - len(own) == 2, "what the vault did not make stays"
        wrong_years = {one.made.day.year for one in own if one.id in self.wrong}
        self.most = max(self.most, len(own) - len(wrong_years) * self.keep_yearly)

    def check_all_at_once(self, place: Place) -> None:
        """What was removed day by day is what the rule removes of all that there ever were."""
        made, files = self.ever[place.folder], self.files(place)
        own = {one.id for one in made if one.file_name in files}
        to_go = {one.id for one in to_remove(made, self.keep_yearly)}
        assert own == {one.id for one in made} - to_go - self.by_hand


def _order(backup: Backup) -> int:
    return backup.generation


def live_ten_years(root: Path, chance: random.Random, *, keep_yearly: bool) -> Practice:
    """Looks at each stick that got a backup, on that day."""
    practice = Practice(root, chance, keep_yearly)
    for at in range(YEARS * 365):
        practice.live(BEGAN + timedelta(days=at))
        for place in practice.touched:
            practice.check(place)
            if at % 100 == 0:
                practice.check_all_at_once(place)
    return practice


def test_ten_years_with_wrong_clocks_lose_no_more_than_the_clocks_have_written(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    rng: random.Random,
    times: Callable[[Count], int],
    figure: Callable[[str], None],
) -> None:
    monkeypatch.setattr(removal, "look_at_backup", look)
    practices: list[Practice] = []
    for at in range(times(TEN_YEARS_OF_BACKUPS)):
        keep_yearly = bool(at % 2)
        practice = live_ten_years(tmp_path / str(at), rng, keep_yearly=keep_yearly)
        assert practice.made > 2000
        assert practice.most <= MOST + YEARS * keep_yearly
        assert practice.removed > practice.made - 2 * (MOST + len(practice.wrong))
        assert len(practice.wrong) > 100
        assert practice.failures > 100
        practices.append(practice)
    made, wrong = sum(one.made for one in practices), sum(len(one.wrong) for one in practices)
    figure(f"{len(practices)} times ten years: {made} backups, {wrong} by a wrong clock")
