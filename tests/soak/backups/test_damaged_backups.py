"""A backup that was changed in any way: it is refused, by what is wrong with it, or is the same."""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from random import Random

import pytest

from app.workflows.restore.look import look_inside
from app.workflows.restore.restore import restore
from crypto.backup.unlock import ByWords
from tests.soak import vaults
from tests.soak.backups import damage
from tests.soak.backups.damage import Damage
from tests.soak.backups.making import make_backup
from tests.soak.backups.reading import REFUSALS, read_through
from tests.soak.backups.rows import Rows
from tests.soak.counts import BIT_FLIPS_IN_A_BACKUP, Count
from tests.soak.story import Story
from tests.soak.test_bit_flips import told_as
from tests.support.fixed_clock import FixedClock

STEPS = 60
RESTORED_EACH = 5  # of those that are refused, one is also looked into and restored as in the app
# What may be said of them; by these classes the app tells somebody what to do.
TELLING = {"BackupDamaged", "NotABackup", "BackupTooNew", "RecoveryWrong"}


@dataclass(frozen=True, repr=False)
class Sound:
    """A backup as it was made: its file, its words, what is in it."""

    data: bytes
    words: tuple[str, ...]
    rows: Rows


@pytest.fixture(scope="module")
def backups(tmp_path_factory: pytest.TempPathFactory) -> tuple[Sound, Sound, Sound]:
    """Two backups of one vault, and one of another."""
    folder = tmp_path_factory.mktemp("backups")
    first, second = two_of_one_vault(folder / "One.vault", STEPS)
    third, _ = two_of_one_vault(folder / "Other.vault", STEPS)
    return first, second, third


def two_of_one_vault(folder: Path, steps: int) -> tuple[Sound, Sound]:
    """With a few steps between them."""
    story, words, made = Story(Random(folder.name)), vaults.make(folder), list[Sound]()
    story.prepare(steps + 5)
    with vaults.opened(folder) as workspace:
        for number, step in enumerate(story.steps, 1):
            step.do(workspace)
            if number in {steps, steps + 5}:
                stick = folder.with_name(f"{folder.stem} {number}")
                stick.mkdir()
                file = make_backup(workspace, stick)
                made.append(Sound(file.read_bytes(), words, read_through(file, words)))
    first, second = made
    return first, second


def come_of(damages: Iterable[Damage], sound: Sound, place: Path) -> tuple[Counter[str], int, int]:
    """What was said, by class; how many were harmless, and how many might have been.

    What else comes of one is an error.
    """
    told: Counter[str] = Counter()
    harmless = one_left = 0
    for damaged in damages:
        one_left += damaged.may_open
        place.write_bytes(damaged.data)
        try:
            rows = read_through(place, sound.words)
        except REFUSALS as error:
            names = [kind.__name__ for kind in type(error).__mro__]
            name = next((name for name in names if name in TELLING), "")
            assert name, f"{damaged.name}: {names[0]}"
            if told.total() % RESTORED_EACH == 0:
                is_not_restored(place, sound.words, type(error))
            told[name] += 1
        else:
            assert damaged.may_open, damaged.name
            assert rows == sound.rows, damaged.name
            harmless += 1
        assert place.read_bytes() == damaged.data
    return told, harmless, one_left


def is_not_restored(file: Path, words: tuple[str, ...], told: type[Exception]) -> None:
    """Looking inside says the same, and so does restoring, which leaves nothing behind."""
    with pytest.raises(told):
        look_inside(file, ByWords(words), FixedClock())
    home = file.with_name("home")
    home.mkdir()
    with pytest.raises(told):
        restore(file, ByWords(words), home / "Restored.vault", "Restored", FixedClock())
    home.rmdir()  # which is empty


def test_a_flipped_bit_is_told_unless_the_other_block_says_the_same(
    tmp_path: Path,
    rng: Random,
    times: Callable[[Count], int],
    figure: Callable[[str], None],
    backups: tuple[Sound, Sound, Sound],
) -> None:
    sound, *_ = backups
    flips = times(BIT_FLIPS_IN_A_BACKUP)
    flipped = (damage.flipped(sound.data, rng) for _ in range(flips))
    told, harmless, one_left = come_of(flipped, sound, tmp_path / "flipped.underrose-backup")
    # Every bit before the blocks counts, and so does a block when the other has gone too.
    assert harmless == one_left
    figure(
        f"{flips} bits flipped in a backup of {len(sound.data)} bytes; told: {told_as(told)};"
        f" harmless, in one of two blocks: {harmless}"
    )


def test_a_backup_that_is_cut_off_grown_zeroed_or_mixed_is_refused(
    tmp_path: Path,
    rng: Random,
    figure: Callable[[str], None],
    backups: tuple[Sound, Sound, Sound],
) -> None:
    first, second, third = backups
    place, lines = tmp_path / "damaged.underrose-backup", list[str]()
    for name, damages in {
        "cut off": damage.cut_off(first.data, rng),
        "grown": [*damage.grown(first.data, second.data), *damage.grown(first.data, third.data)],
        "zeroed": damage.zeroed(first.data, rng),
        "mixed with a later one": damage.mixed(first.data, second.data, rng),
        "mixed with an earlier one": damage.mixed(second.data, first.data, rng),
        "mixed with another vault’s": damage.mixed(first.data, third.data, rng),
    }.items():
        sound = second if name == "mixed with an earlier one" else first
        told, harmless, _ = come_of(damages, sound, place)
        assert told
        lines.append(f"{name}: {told_as(told)}, harmless {harmless}")
    figure("; ".join(lines))
