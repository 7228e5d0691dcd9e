"""Power is lost while backups get a new kit: one of the two opens each, and it is what it was."""

import sys
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest

from crypto.errors import CryptoError
from tests.soak.backups.reading import opens, read_through
from tests.soak.backups.test_kill_while_rewrapping import Rewrapped, Words, a_vault
from tests.soak.backups.test_power_cuts_of_backups import told_until, without
from tests.soak.counts import POWER_CUTS_REWRAPPING, Count
from tests.soak.disk import Disk
from tests.soak.recorded import Recording, Synced, record
from tests.soak.test_power_cuts import moments

KITS = 6  # one after the other


def rewrapping_recorded(folder: Path, root: Path, rng: Random) -> tuple[Rewrapped, Recording]:
    """A vault with backups, and what happens to those while it gets new kits."""
    vault = a_vault(folder, rng)
    program = [sys.executable, "-m", "tests.soak.backups.rewrap_again", str(vault.folder)]
    # As they were before it began: a few cuts may come as early as that.
    return vault, record([*program, str(KITS)], vault.stick, folder / "strace.log", root)


@pytest.fixture(scope="module")
def rewrapped_once(
    tmp_path_factory: pytest.TempPathFactory, root: Path
) -> tuple[Rewrapped, Recording]:
    """Made once: the proofs only replay it."""
    return rewrapping_recorded(tmp_path_factory.mktemp("kits") / "one", root, Random("kits"))


def test_a_power_cut_leaves_the_old_kit_in_force_or_the_new_one(
    tmp_path: Path,
    rng: Random,
    times: Callable[[Count], int],
    figure: Callable[[str], None],
    rewrapped_once: tuple[Rewrapped, Recording],
) -> None:
    cuts, (vault, recording) = times(POWER_CUTS_REWRAPPING), rewrapped_once
    counts = cut_rewrapping(vault, recording, cuts, rng, tmp_path)
    figure(
        f"{cuts} power cuts within {len(recording.events)} recorded calls that give"
        f" {len(vault.rows)} backups {KITS} kits: of those found between two kits"
        f" {counts['as before']} opened as before, {counts['as after']} as after, none by neither"
    )


def cut_rewrapping(
    vault: Rewrapped, recording: Recording, cuts: int, rng: Random, place: Path
) -> Counter[str]:
    """Cuts the power; each backup is opened by one of the kits that it may have then."""
    disk, at, counts = Disk(recording), 0, Counter[str]()
    for moment in sorted(moments(recording, cuts, rng)):
        for event in recording.events[at:moment]:
            disk.take(event)
        at = moment
        kits = kits_after(vault.in_use, told_until(recording, moment))
        found = disk.after_power_cut(rng)
        assert found.keys() == vault.rows.keys()
        for name, data in found.items():
            file = place / name
            file.write_bytes(data)
            (words,) = (words for words in kits if opens(file, words))
            assert read_through(file, words) == vault.rows[name]
            if len(kits) > 1:
                counts["as after" if words == kits[-1] else "as before"] += 1
    return counts


def kits_after(first: Words, lines: list[str]) -> list[Words]:
    """Those that may open a backup: one, or while it is given another, two."""
    kits = [first]
    for line in lines:
        what, *words = line.split()
        if what == "done":
            kits.append(tuple(words))
        elif what == "rewrapped":
            kits = kits[-1:]
    return kits


def test_a_kit_that_would_not_be_synced_is_found_out(
    tmp_path: Path, rng: Random, rewrapped_once: tuple[Rewrapped, Recording]
) -> None:
    """The disk is as forgetful as it is meant to be."""
    vault, recording = rewrapped_once
    with pytest.raises((AssertionError, ValueError, CryptoError)):
        cut_rewrapping(vault, without(recording, Synced), 100, rng, tmp_path)
