"""A bit flips in any of a vault's files: it is told, or what is opened is the same as before."""

import shutil
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from random import Random

from crypto.vault.header_files import COPIES
from crypto.vault.lock import LOCK_FILE
from crypto.vault.reserve import RESERVE_FILE
from tests.soak import vaults
from tests.soak.counts import BIT_FLIPS, Count
from tests.soak.story import Story
from tests.soak.telling import found_at

STEPS = 60
DATABASE, SEAL = "vault-1.db", "seal-1"
# The database is the largest by far, and the least likely to show where it was hit.
FILES = (*[(DATABASE,)] * 6, (SEAL,), (COPIES[0],), (COPIES[1],), COPIES, (RESERVE_FILE,))


def flip(place: Path, names: tuple[str, ...], rng: Random) -> None:
    """Turns one bit over, the same one in each of the files."""
    data = bytearray((place / names[0]).read_bytes())
    data[rng.randrange(len(data))] ^= 1 << rng.randrange(8)
    for name in names:
        (place / name).unlink()  # which may be shared with other vaults
        (place / name).write_bytes(data)


def test_a_flipped_bit_is_told_or_changes_nothing(
    tmp_path: Path, rng: Random, times: Callable[[Count], int], figure: Callable[[str], None]
) -> None:
    folder, story, place = tmp_path / "Practice.vault", Story(rng), tmp_path / "found"
    story.prepare(STEPS)
    vaults.make(folder)
    with vaults.opened(folder) as workspace:
        for step in story.steps:
            step.do(workspace)
    (folder / LOCK_FILE).write_bytes(b"\0")  # empty, it has no bit to flip
    pin = vaults.pin_of(folder)
    vaults.copy(folder, place)
    sound = found_at(place, pin)
    assert sound.told == ""
    shutil.rmtree(place)
    told: Counter[str] = Counter()
    harmless: Counter[str] = Counter()
    flips = times(BIT_FLIPS)
    for _ in range(flips):
        names = rng.choice((*FILES, (LOCK_FILE,)))
        vaults.copy(folder, place)
        flip(place, names, rng)
        found = found_at(place, rng.choice((pin, None)))
        if found.told:
            told[found.told] += 1
        else:
            assert found.content == sound.content, names
            harmless[" and ".join(names)] += 1
        shutil.rmtree(place)
    figure(f"{flips} bits flipped; told: {told_as(told)}; harmless: {told_as(harmless)}")
    # Damage to what is read cannot be harmless.
    assert not {SEAL, " and ".join(COPIES)} & harmless.keys()
    assert told.total() > flips / 4


def told_as(counts: Counter[str]) -> str:
    """Counts as words."""
    return ", ".join(f"{name} {count}" for name, count in counts.most_common())
