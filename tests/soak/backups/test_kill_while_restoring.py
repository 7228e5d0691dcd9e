"""kill -9 while a backup is restored: the vault is there, whole, or not at all; all else stays."""

import shutil
from collections.abc import Callable
from functools import partial
from pathlib import Path
from random import Random

from tests.soak import vaults
from tests.soak.backups.making import make_backup
from tests.soak.backups.reading import read_through
from tests.soak.backups.restored import rows_in
from tests.soak.backups.restoring import Restoring
from tests.soak.counts import KILLS_RESTORING, Count
from tests.soak.killed import Killing
from tests.soak.story import Story

STEPS = 40
BEFORE_A_STEP = 0.5  # part of the kills that come right before a step on the disk
MOST_STEPS = 100


def test_a_vault_is_restored_whole_or_not_at_all(
    tmp_path: Path, rng: Random, times: Callable[[Count], int], figure: Callable[[str], None]
) -> None:
    folder, stick, home = (tmp_path / name for name in ("Practice.vault", "stick", "home"))
    story = Story(rng)
    stick.mkdir()
    home.mkdir()
    story.prepare(STEPS)
    words = vaults.make(folder)
    with vaults.opened(folder) as workspace:
        for step in story.steps:
            step.do(workspace)
        file = make_backup(workspace, stick)
    data, beside = file.read_bytes(), files_in(folder)
    expected = read_through(file, words)
    restoring, killing = Restoring(file, words, home), Killing(rng, longest=5, longest_step=0.2)
    kills, number, whole, absent, in_time, sites = times(KILLS_RESTORING), 0, 0, 0, 0, 0
    for _ in range(kills):
        step = rng.randint(1, MOST_STEPS) if rng.random() < BEFORE_A_STEP else None
        lines = killing.while_telling(partial(restoring.again_and_again, number), step)
        done = {int(line.split()[1]) for line in lines if line.startswith("done")}
        tried = {int(line.split()[1]) for line in lines if line.startswith("try")}
        names = {path.name for path in home.iterdir()}
        sites += sum(name.startswith(".") for name in names)
        assert names <= {
            name for n in tried | {number} for name in (f"{n}.vault", f".{n}.vault.new")
        }
        assert {f"{n}.vault" for n in done} <= names
        for n in sorted(tried):
            place = restoring.place(n)
            if not place.exists():
                absent += 1
                continue
            assert rows_in(place, words, expected.until).line() == expected.line()
            whole += 1
            in_time += n not in done
            number = n + 1
            shutil.rmtree(place)
        assert file.read_bytes() == data
        assert files_in(folder) == beside
    restoring.once(number)  # clears away what the last one left
    assert {path.name for path in home.iterdir()} == {f"{number}.vault"}
    figure(
        f"{kills} kills while restoring: {whole} vaults there, each of them whole, {in_time} of"
        f" these without having been told; {absent} not there; {sites} sites left and cleared away"
    )


def files_in(folder: Path) -> dict[str, bytes]:
    """Each file's content, but for the reserve's."""
    return {
        path.name: path.read_bytes()
        for path in folder.iterdir()
        if path.is_file() and path.name != "reserve"
    }
