"""kill -9 while backups are given a new kit: each is opened by the old words or by the new ones."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from crypto.errors import WrongSecret
from crypto.slots.recovery import RecoveryWay
from tests.soak import vaults
from tests.soak.backups.making import make_backup
from tests.soak.backups.reading import opens, read_through
from tests.soak.backups.rewrapping import Rewrapping
from tests.soak.backups.rows import Rows
from tests.soak.counts import KILLS_REWRAPPING, Count
from tests.soak.killed import Killing
from tests.soak.story import Story

BACKUPS = 3
STEPS_BETWEEN = 10
KILLS_TO_A_VAULT = 30  # each kit's root stays in the vault
BEFORE_A_STEP = 0.5  # part of the kills that come right before a step on the disk
MOST_STEPS = 80
BLOCK = 4096

Words = tuple[str, ...]


@dataclass
class Rewrapped:
    """A vault with backups, and which kits may open what."""

    folder: Path
    stick: Path
    in_use: Words
    rows: dict[str, Rows]
    databases: dict[str, bytes]
    of_backups: list[Words] = field(default_factory=list[Words])  # newest last
    counts: Counter[str] = field(default_factory=Counter[str])

    def interrupted_after(self, lines: list[str]) -> None:
        """Looks at what an interrupted process left, given what it had told."""
        tried: Words | None = None
        for line in lines:
            what, *words = line.split()
            match what:
                case "try":
                    tried = tuple(words)
                case "done":
                    self.in_use, tried = tuple(words), None
                    self.of_backups.append(self.in_use)
                    self.counts["kits"] += 1
                case "rewrapped":
                    self.of_backups = [self.in_use]
                    self.counts["rewrapped"] += 1
                case _:
                    raise AssertionError(line)
        if tried is not None:
            self._find_which(tried)
        assert opens_vault(self.folder, self.in_use)
        self.look()

    def _find_which(self, tried: Words) -> None:
        """One of two kits is in use."""
        (self.in_use,) = (
            words for words in (self.in_use, tried) if opens_vault(self.folder, words)
        )
        if self.in_use == tried:
            self.of_backups.append(tried)

    def look(self) -> None:
        """Each backup is opened by one kit, and is what it was."""
        assert {path.name for path in self.stick.iterdir()} == self.rows.keys()
        for name, rows in self.rows.items():
            file = self.stick / name
            assert file.read_bytes()[: -2 * BLOCK] == self.databases[name]
            (words,) = (words for words in self.of_backups if opens(file, words))
            assert read_through(file, words) == rows
            if len(self.of_backups) > 1:
                self.counts["as after" if words == self.of_backups[-1] else "as before"] += 1

    def finish(self) -> None:
        """The next run does the rest: the kit in use opens everything, by either block."""
        Rewrapping(self.folder).finish()
        self.of_backups = [self.in_use]
        self.look()
        for name in self.rows:
            blocks = (self.stick / name).read_bytes()[-2 * BLOCK :]
            assert blocks[:BLOCK] == blocks[BLOCK:]
        with vaults.opened(self.folder) as workspace:
            numbers = {backup.kit_number for backup in workspace.backups.listed()}
            assert numbers == {workspace.ways_in.kits.facts().number}


def opens_vault(folder: Path, words: Words) -> bool:
    """Whether these words open the vault."""
    try:
        vaults.open_again(folder, RecoveryWay(words)).close()
    except WrongSecret:
        return False
    return True


def a_vault(folder: Path, rng: Random) -> Rewrapped:
    """A new one with a few backups."""
    vault, stick, story = folder / "Practice.vault", folder / "stick", Story(rng)
    stick.mkdir(parents=True)
    story.prepare(BACKUPS * STEPS_BETWEEN)
    words, rows = vaults.make(vault), dict[str, Rows]()
    with vaults.opened(vault) as workspace:
        for number, step in enumerate(story.steps, 1):
            step.do(workspace)
            if number % STEPS_BETWEEN == 0:
                file = make_backup(workspace, stick)
                rows[file.name] = read_through(file, words)
    databases = {name: (stick / name).read_bytes()[: -2 * BLOCK] for name in rows}
    return Rewrapped(vault, stick, words, rows, databases, [words])


def test_backups_are_opened_by_the_old_kit_or_the_new_one(
    tmp_path: Path, rng: Random, times: Callable[[Count], int], figure: Callable[[str], None]
) -> None:
    killing, kills = Killing(rng, longest=9, longest_step=0.03), times(KILLS_REWRAPPING)
    rewrapped: list[Rewrapped] = []
    for kill in range(kills):
        if kill % KILLS_TO_A_VAULT == 0:
            rewrapped.append(a_vault(tmp_path / f"{kill}", rng))
        now = rewrapped[-1]
        step = rng.randint(1, MOST_STEPS) if rng.random() < BEFORE_A_STEP else None
        again_and_again = Rewrapping(now.folder).again_and_again
        now.interrupted_after(killing.while_telling(again_and_again, step))
    for each in rewrapped:
        each.finish()
    total = sum((each.counts for each in rewrapped), Counter[str]())
    figure(
        f"{kills} kills; {total['kits']} kits acknowledged; of backups found between two kits"
        f" {total['as before']} opened as before, {total['as after']} as after, none by neither"
    )
