"""kill -9 while a practice is written: what was acknowledged is there, and one vault opens."""

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from random import Random

from app.ledger.verdict import VerdictKind
from crypto.slots.recovery import RecoveryWay
from tests.soak import vaults
from tests.soak.counts import KILLS_OF_A_WRITER, Count
from tests.soak.killed import Killing
from tests.soak.story import Story, held_by

KILLS_TO_A_VAULT = 40  # a vault that grew for ever would make each kill dearer
PIN_KEPT = 0.3  # part of the times at which the password store gets to know of a vault
WRITTEN = "written"
AHEAD = 200  # steps made up before a fork


def test_a_killed_writer_loses_nothing_that_it_acknowledged(
    tmp_path: Path,
    rng: Random,
    times: Callable[[Count], int],
    figure: Callable[[str], None],
) -> None:
    killing = Killing(rng)
    kills, acknowledged, unsealed, in_flight = times(KILLS_OF_A_WRITER), 0, 0, 0
    folder, story, done, words, pin = tmp_path, Story(rng), 0, (), None
    for kill in range(kills):
        if kill % KILLS_TO_A_VAULT == 0:
            folder, story, done = tmp_path / f"{kill}.vault", Story(rng), 0
            words, pin = vaults.make(folder), None
        story.prepare(done + AHEAD)
        steps = killing(partial(write_on, folder, story, done)).count(WRITTEN)
        acknowledged += steps
        # Two ways lead in, and each must find the same.
        behind = vaults.seal_is_behind(folder, RecoveryWay(words))
        with vaults.opened(folder, pin=pin) as workspace:
            expected = VerdictKind.UNSEALED if behind else VerdictKind.AS_LEFT
            assert workspace.standing.verdict.kind is expected
            assert not workspace.standing.needs_answer
            held = held_by(workspace)
        unsealed += behind
        done += steps
        assert held in (story.held[done], story.held[done + 1])
        if held != story.held[done]:
            in_flight += 1
            done += 1
        assert vaults.databases(folder) == ["vault-1.db"]
        if rng.random() < PIN_KEPT:
            pin = vaults.pin_of(folder)
    figure(
        f"{kills} kills, {acknowledged} writes acknowledged, 0 lost, no false alarm; {in_flight}"
        f" were kept without having been acknowledged, {unsealed} times the seal was one behind"
    )


def write_on(folder: Path, story: Story, first: int) -> Iterator[str]:
    """Opens the vault and takes the story on; tells each step that is on the disk."""
    with vaults.opened(folder) as workspace:
        yield "opened"
        for step in story.steps[first:]:
            step.do(workspace)
            yield WRITTEN
