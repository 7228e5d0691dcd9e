"""kill -9 of the process that carries a backup: the window goes on, nothing half-made stays."""

import os
import signal
from collections.abc import Callable
from pathlib import Path
from random import Random
from threading import Event, Timer

from app.backup_process.carrier import Carrier, CarrierGone
from app.workflows.backup.errand import Errand
from app.workflows.backup.step import Proof, Step
from tests.soak import vaults
from tests.soak.backups.making import nobody
from tests.soak.backups.orphans import children
from tests.soak.backups.reading import read_through
from tests.soak.backups.rows import rows_of
from tests.soak.counts import KILLS_OF_THE_CARRIER, Count
from tests.soak.story import Story

STEPS = 40
LONGEST = 0.6  # seconds from its start
AT_A_LINE = 0.5  # part of the kills that come right after it has told something
MOST_LINES = 8


def carried_until_killed(errand: Errand, rng: Random) -> Proof | None:
    """The proof, if the process had told of it when it was killed."""
    before, told = children(), 0
    with Carrier() as carrier:
        carrier.start()
        (pid,) = children() - before
        last = rng.randint(1, MOST_LINES) if rng.random() < AT_A_LINE else None

        def end() -> None:
            os.kill(pid, signal.SIGKILL)

        def tell(_: Step) -> None:
            nonlocal told
            told += 1
            if told == last:
                end()

        timer = Timer(rng.uniform(0, LONGEST), end)
        if last is None:
            timer.start()
        try:
            return carrier.run(errand, tell, Event())
        except CarrierGone:
            return None
        finally:
            timer.cancel()
            if last is None:
                timer.join()


def test_a_killed_carrier_leaves_nothing_half_made(
    tmp_path: Path, rng: Random, times: Callable[[Count], int], figure: Callable[[str], None]
) -> None:
    folder, stick, story = tmp_path / "Practice.vault", tmp_path / "stick", Story(rng)
    stick.mkdir()
    kills, made, words = times(KILLS_OF_THE_CARRIER), 0, vaults.make(folder)
    story.prepare(STEPS + kills)
    with vaults.opened(folder) as workspace:
        for step in story.steps[:STEPS]:
            step.do(workspace)
        there = {path.name for path in folder.iterdir()}
        for kill in range(kills):
            staged = workspace.make_backup.stage(nobody)
            expected = rows_of(workspace._vault.connection)
            errand = staged.errand(stick)
            proof = carried_until_killed(errand, rng)
            staged.discard()
            story.steps[STEPS + kill].do(workspace)
            if proof is None:
                assert list(stick.iterdir()) == []
            else:
                assert list(stick.iterdir()) == [errand.target]
                assert read_through(errand.target, words) == expected
                errand.target.unlink()
                made += 1
            assert {path.name for path in folder.iterdir()} == there
    figure(
        f"{kills} kills of the process that carries a backup: {made} had been told of, and were"
        f" whole; of {kills - made} nothing was left"
    )
