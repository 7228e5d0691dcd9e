"""Ten years of backups on two sticks, and all that goes wrong meanwhile: what is kept each day."""

import random
from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from uuid import UUID

import pytest

from app.core.clock import Moment
from app.records.backups.record import Backup
from app.workflows.backup import removal
from app.workflows.backup.places import Place, here
from app.workflows.backup.plan import Plan, due
from app.workflows.backup.removal import remove
from app.workflows.backup.rotation import LAST, MONTHS, WEEKS, to_remove

BEGAN = date(2026, 11, 17)
YEARS = 10
ZONE = "Europe/London"
MOST = 60  # files on one stick, years included


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
    longest_jump: int
    keep_yearly: bool = True
    records: list[Backup] = field(default_factory=list)  # what the vault knows, removed ones gone
    made_on: dict[UUID, date] = field(default_factory=dict)  # the true day
    wrong: set[UUID] = field(default_factory=set)  # those dated by a wrong clock
    ever: list[Backup] = field(default_factory=list)
    by_hand: set[UUID] = field(default_factory=set)
    touched: list[Place] = field(default_factory=list)  # today
    generation: int = 0
    offset: int = 0  # days by which the clock is off
    off_for: int = 0
    away_for: int = 0
    made: int = 0
    removed: int = 0
    failures: int = 0

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
        self._set_clock()
        for place in self.places:
            self._plug(place, in_=self.chance.random() < 0.6)
        self.generation += self.chance.randint(0, 9)
        now = Moment(datetime.combine(day + timedelta(days=self.offset), time(18), UTC), ZONE)
        for _ in self.places:
            there = [place for place in self.places if here(place)]
            last = {one.folder: one.made for one in sorted(self.records, key=_order)}
            place = due(Plan(tuple(there)), last, now, session_runs=False)
            if place is not None:
                self._back_up(place, day, now)

    def _set_clock(self) -> None:
        self.off_for = max(self.off_for - 1, 0)
        if not self.off_for:
            self.offset = 0
            if self.chance.random() < 0.02:
                self.offset = self.chance.choice((-1, 1)) * self.chance.randint(500, 20 * 365)
                self.off_for = self.chance.randint(1, self.longest_jump)

    def _plug(self, place: Place, *, in_: bool) -> None:
        stick, pocket = place.path.parent, self.root / f"{place.label} in a pocket"
        if in_ and pocket.exists():
            pocket.rename(stick)
        elif not in_ and stick.exists():
            stick.rename(pocket)

    def _back_up(self, place: Place, day: date, now: Moment) -> None:
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
        self.made_on[id] = day
        if self.offset:
            self.wrong.add(id)
        self.records.append(backup)
        self.ever.append(backup)
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
        folder = place.path if here(place) else self.root / f"{place.label} in a pocket" / "B"
        return {file.name for file in folder.iterdir()}

    def required(self, place: Place) -> set[UUID]:
        """Which have to be there, by the true days of those whose clock was right."""
        all_ = [one for one in self.ever if one.folder == place.folder]
        right = [one for one in all_ if one.id not in self.wrong]
        needed = {
            *(one.id for one in all_[-LAST:]),
            *self._newest(right, lambda day: day.isocalendar()[:2], WEEKS),
            *self._newest(right, lambda day: (day.year, day.month), MONTHS),
        }
        if self.keep_yearly:
            # The first days of all have none before them that their days could agree with.
            later = [one for one in right if self.made_on[one.id].year > BEGAN.year]
            needed |= {*self._newest(later, lambda day: day.year, YEARS)}
        return needed - self.by_hand

    def _newest(
        self, backups: Sequence[Backup], period: Callable[[date], Hashable], limit: int
    ) -> list[UUID]:
        newest: dict[Hashable, UUID] = {}
        for backup in reversed(backups):
            newest.setdefault(period(self.made_on[backup.id]), backup.id)
            if len(newest) == limit:
                break
        return list(newest.values())


def _order(backup: Backup) -> int:
    return backup.generation


@pytest.mark.parametrize(("seed", "keep_yearly"), [(0, False), (1, True)])
def test_ten_years_with_wrong_clocks_lose_nothing_that_was_to_be_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, seed: int, keep_yearly: bool
) -> None:
    monkeypatch.setattr(removal, "look_at_backup", look)
    practice = Practice(tmp_path, random.Random(seed), LAST - 1, keep_yearly)
    for at in range(YEARS * 365):
        practice.live(BEGAN + timedelta(days=at))
        for place in practice.touched:
            files = practice.files(place)
            own = {one.file_name: one.id for one in practice.ever if one.file_name in files}
            assert practice.required(place) <= set(own.values())
            assert len(files) - len(own) == 2, "what the vault did not make stays"
            assert len(own) <= MOST
    assert practice.made > 2000
    assert practice.removed > practice.made - 2 * MOST
    assert len(practice.wrong) > 100
    assert practice.failures > 100
