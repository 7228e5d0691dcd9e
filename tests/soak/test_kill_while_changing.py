"""kill -9 while ways in or the key are changed: the old secrets open the vault, or the new ones."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from random import Random

from tests.soak import vaults
from tests.soak.changed import Changed
from tests.soak.changing import Keys, change_key, change_ways
from tests.soak.counts import KILLS_CHANGING_THE_KEY, KILLS_CHANGING_WAYS_IN, Count
from tests.soak.killed import Killing
from tests.soak.story import Story

KILLS_TO_A_VAULT = 20
AHEAD = 60


def a_vault(folder: Path, chance: Random) -> Changed:
    """A new one."""
    story, keys = Story(chance), Keys(0, ())
    words = vaults.make(folder, keys.way)
    return Changed(folder, chance, replace(keys, words=words), story)


def test_ways_in_are_changed_whole_or_not_at_all(
    tmp_path: Path, rng: Random, times: Callable[[Count], int], figure: Callable[[str], None]
) -> None:
    killing, kills = Killing(rng, longest=12), times(KILLS_CHANGING_WAYS_IN)
    changed: list[Changed] = []
    for kill in range(kills):
        if kill % KILLS_TO_A_VAULT == 0:
            changed.append(a_vault(tmp_path / f"{kill}.vault", rng))
        now = changed[-1]
        now.story.prepare(now.done + AHEAD)
        work = partial(change_ways, now.folder, now.keys, now.store, now.story, now.done)
        now.interrupted_after(killing(work))
    figure(f"{kills} kills; {told(changed)}")


def test_the_key_is_changed_whole_or_not_at_all(
    tmp_path: Path, rng: Random, times: Callable[[Count], int], figure: Callable[[str], None]
) -> None:
    killing, kills = Killing(rng, longest=6, longest_step=0.08), times(KILLS_CHANGING_THE_KEY)
    changed: list[Changed] = []
    for kill in range(kills):
        if kill % KILLS_TO_A_VAULT == 0:
            changed.append(a_vault(tmp_path / f"{kill}.vault", rng))
        now = changed[-1]
        now.story.prepare(now.done + AHEAD)
        now.interrupted_after(
            killing(partial(change_key, now.folder, now.keys, now.story, now.done))
        )
    figure(f"{kills} kills; {told(changed)}")


def told(changed: list[Changed]) -> str:
    """The figures of all vaults together."""
    total = {name: sum(each.counts[name] for each in changed) for name in changed[0].counts}
    return (
        f"{total['acknowledged']} changes acknowledged, all in force; killed within one:"
        f" {total['old']} times as before, {total['new']} times as after"
    )
