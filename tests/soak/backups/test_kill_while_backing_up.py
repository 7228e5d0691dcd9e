"""kill -9 while a vault is backed up: no write is lost, and each backup is whole or not there."""

from collections import Counter
from collections.abc import Callable
from functools import partial
from pathlib import Path
from random import Random

import pytest

from tests.soak import vaults
from tests.soak.backups.alone import Alone, alone
from tests.soak.backups.backed_up import BackedUp
from tests.soak.backups.making import BackingUp, Carry, by_a_process, in_process
from tests.soak.backups.orphans import adopting, children, wait_for_the_end_of_all_but
from tests.soak.counts import KILLS_BACKING_UP, Count
from tests.soak.killed import Killing
from tests.soak.story import Story
from tests.soak.test_bit_flips import told_as

KILLS_TO_A_VAULT = 20
AHEAD = 200  # steps made up before a fork
BEFORE_A_STEP = 0.5  # part of the kills that come right before a step on the disk
MOST_STEPS = 120
DAYS = 10  # from one life of the process to the next


def a_vault(folder: Path, chance: Random, helper: Alone) -> BackedUp:
    """A new one, and a folder for its backups."""
    folder.mkdir()
    stick = folder / "stick"
    stick.mkdir()
    words = vaults.make(folder / "Practice.vault")
    return BackedUp(folder / "Practice.vault", stick, words, chance, Story(chance), helper)


@pytest.mark.parametrize("carry", [in_process, by_a_process])
def test_a_killed_backup_is_whole_or_not_there(
    tmp_path: Path,
    root: Path,
    rng: Random,
    times: Callable[[Count], int],
    figure: Callable[[str], None],
    carry: Carry,
) -> None:
    killing = Killing(rng, longest=16, longest_step=0.03 if carry is in_process else 0.4)
    kills, backed_up, longest = times(KILLS_BACKING_UP), list[BackedUp](), 0.0
    with alone(root) as helper, adopting():
        known = children()
        for kill in range(kills):
            if kill % KILLS_TO_A_VAULT == 0:
                backed_up.append(a_vault(tmp_path / f"{kill}", rng, helper))
            now = backed_up[-1]
            now.story.prepare(now.done + AHEAD)
            work = BackingUp(now.folder, now.stick, kill * DAYS, f"{rng.random()}", carry)
            again_and_again = partial(work.again_and_again, now.story, now.done)
            step = rng.randint(1, MOST_STEPS) if rng.random() < BEFORE_A_STEP else None
            lines = killing.while_telling(again_and_again, step)
            longest = max(longest, wait_for_the_end_of_all_but(known))
            now.interrupted_after(lines)
        for each in backed_up:
            each.finished()
    total = sum((each.counts for each in backed_up), Counter[str]())
    figure(
        f"{kills} kills: {told_as(total)}; the process that carries was gone within {longest:.2f} s"
    )
