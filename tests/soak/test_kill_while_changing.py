"""kill -9 while ways in or the key are changed: the old secrets open the vault, or the new ones."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from random import Random

from crypto.errors import KeyringError, WrongSecret
from crypto.slots.keyring_slot import KeyringWay
from crypto.slots.recovery import RecoveryWay
from crypto.slots.slot import Way
from crypto.vault.header_files import COPIES
from tests.soak import vaults
from tests.soak.changing import Keys, change_key, change_ways, keys_in
from tests.soak.counts import KILLS_CHANGING_THE_KEY, KILLS_CHANGING_WAYS_IN, Count
from tests.soak.file_key_store import FileKeyStore
from tests.soak.killed import Killing
from tests.soak.story import Story, held_by

KILLS_TO_A_VAULT = 20
AHEAD = 60
CHECKED = 0.2  # part of the times at which everything is checked, too
Work = Callable[[], Iterator[str]]


@dataclass
class Changed:
    """A vault that is changed and killed over and over, and what it is known to be."""

    folder: Path
    chance: Random
    keys: Keys
    story: Story
    done: int = 0
    counts: dict[str, int] = field(default_factory=lambda: {"old": 0, "new": 0, "acknowledged": 0})

    @property
    def store(self) -> FileKeyStore:
        """The password store of this computer."""
        return FileKeyStore(self.folder.with_suffix(".store"))

    def killed_after(self, lines: list[str]) -> None:
        """Looks at what a killed process left, given what it had told."""
        self.done += lines.count("written")
        tried: Keys | None = None
        for line in lines:
            kind, _, rest = line.partition(" ")
            if kind == "try":
                tried = keys_in(rest)
            elif kind == "done":
                self.keys, tried = keys_in(rest), None
                self.counts["acknowledged"] += 1
        if tried is not None:
            self._find_which(tried)
        self._look()

    def _find_which(self, tried: Keys) -> None:
        """One of the two sets of keys is in force, whole."""
        opening = [keys for keys in (self.keys, tried) if self._opens(RecoveryWay(keys.words))]
        opening = [keys for keys in opening if self._opens(keys.way)]
        if tried.has_keyring != self.keys.has_keyring:
            assert len(opening) == 2
            tells = self._opens(KeyringWay(self.store))
            opening = [replace(tried, has_keyring=tells)]
        (keys,) = opening
        self.counts["new" if keys == tried else "old"] += 1
        self.keys = keys

    def _look(self) -> None:
        """What was written is there, and nothing is left over."""
        with vaults.opened(self.folder, self.keys.way) as workspace:
            assert not workspace.standing.needs_answer
            workspace.ways_in.catch_up()
            held = held_by(workspace)
            assert held in (self.story.held[self.done], self.story.held[self.done + 1])
            self.done += held != self.story.held[self.done]
            if self.chance.random() < CHECKED:
                for _ in workspace.integrity.check():
                    pass
                outcome = workspace.integrity.last()
                assert outcome is not None
                assert outcome.is_sound, outcome
        assert self._opens(RecoveryWay(self.keys.words))
        assert self._opens(KeyringWay(self.store)) is self.keys.has_keyring
        first, second = ((self.folder / name).read_bytes() for name in COPIES)
        assert first == second
        names = {path.name.partition("-")[0] for path in self.folder.iterdir()}
        assert names == {
            "handover",
            "header.copy.json",
            "header.json",
            "lock",
            "reserve",
            "seal",
            "vault",
        }
        assert len(vaults.databases(self.folder)) == 1
        assert len(list(self.folder.glob("seal-*"))) == 1

    def _opens(self, way: Way) -> bool:
        try:
            vaults.open_again(self.folder, way).close()
        except (WrongSecret, KeyringError):
            return False
        return True


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
        now.killed_after(killing(work))
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
        now.killed_after(killing(partial(change_key, now.folder, now.keys, now.story, now.done)))
    figure(f"{kills} kills; {told(changed)}")


def told(changed: list[Changed]) -> str:
    """The figures of all vaults together."""
    total = {name: sum(each.counts[name] for each in changed) for name in changed[0].counts}
    return (
        f"{total['acknowledged']} changes acknowledged, all in force; killed within one:"
        f" {total['old']} times as before, {total['new']} times as after"
    )
