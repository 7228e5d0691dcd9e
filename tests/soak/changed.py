"""A vault whose ways in or key are changed, and what must be true of it after an interruption."""

from dataclasses import dataclass, field, replace
from pathlib import Path
from random import Random

from crypto.errors import KeyringError, WrongSecret
from crypto.slots.keyring_slot import KeyringWay
from crypto.slots.recovery import RecoveryWay
from crypto.slots.slot import Way
from crypto.vault.header_files import COPIES
from tests.soak import vaults
from tests.soak.changing import Keys, keys_in
from tests.soak.file_key_store import FileKeyStore
from tests.soak.story import Story, held_by

CHECKED = 0.2  # part of the times at which everything is checked, too
FILES = {"handover", "header.copy.json", "header.json", "lock", "reserve", "seal", "vault"}


@dataclass
class Changed:
    """A vault that is changed and interrupted over and over, and what it is known to be."""

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

    def interrupted_after(self, lines: list[str]) -> None:
        """Looks at what an interrupted process left, given what it had told."""
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
        assert names == FILES
        assert len(vaults.databases(self.folder)) == 1
        assert len(list(self.folder.glob("seal-*"))) == 1

    def _opens(self, way: Way) -> bool:
        try:
            vaults.open_again(self.folder, way).close()
        except (WrongSecret, KeyringError):
            return False
        return True
