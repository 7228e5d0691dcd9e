"""kill -9 while a practice is written: what was acknowledged is there, and one vault opens."""

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from random import Random

from crypto.slots.recovery import RecoveryWay
from tests.soak import vaults
from tests.soak.counts import KILLS_OF_A_WRITER, Count
from tests.soak.killed import Killing
from tests.soak.story import Story, held_by

KILLS_TO_A_VAULT = 40  # a vault that grew for ever would make each kill dearer
AHEAD = 200  # steps made up before a fork


def test_a_killed_writer_loses_nothing_that_it_acknowledged(
    tmp_path: Path,
    rng: Random,
    times: Callable[[Count], int],
    figure: Callable[[str], None],
) -> None:
    killing = Killing(rng)
    kills, acknowledged, unsealed, in_flight = times(KILLS_OF_A_WRITER), 0, 0, 0
    folder, story, done, words = tmp_path, Story(rng), 0, ()
    for kill in range(kills):
        if kill % KILLS_TO_A_VAULT == 0:
            folder, story, done = tmp_path / f"{kill}.vault", Story(rng), 0
            words = vaults.make(folder)
        story.prepare(done + AHEAD)
        killed = killing(partial(write_on, folder, story, done))
        acknowledged += killed.steps
        # Two ways lead in, and each must find the same.
        seal, there = vaults.sealed_and_there(folder, RecoveryWay(words))
        assert seal is not None
        assert seal.write_no in {there.write_no, there.write_no - 1}
        assert seal.write_no < there.write_no or seal == there
        unsealed += seal != there
        with vaults.opened(folder) as workspace:
            held = held_by(workspace)
        done += killed.steps
        assert held in (story.held[done], story.held[done + 1])
        if held != story.held[done]:
            in_flight += 1
            done += 1
        assert vaults.databases(folder) == ["vault-1.db"]
    figure(
        f"{kills} kills, {acknowledged} writes acknowledged, 0 lost; {in_flight} were kept without"
        f" having been acknowledged, {unsealed} times the seal was one write behind"
    )


def write_on(folder: Path, story: Story, first: int) -> Iterator[None]:
    """Opens the vault and takes the story on, a yield for each thing that is on the disk."""
    with vaults.opened(folder) as workspace:
        yield
        for step in story.steps[first:]:
            step.do(workspace)
            yield
