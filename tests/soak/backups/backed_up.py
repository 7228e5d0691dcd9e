"""A vault that is written in and backed up, and what must be true of both after an interruption."""

import hashlib
import shutil
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from crypto.slots.recovery import RecoveryWay
from tests.soak import vaults
from tests.soak.backups.alone import Alone
from tests.soak.backups.making import make_backup
from tests.soak.changed import CHECKED, FILES
from tests.soak.story import Story, held_by

ENDING = ".underrose-backup"
STAGED = ".backup"  # what the name of a copy that is still on its way begins with


@dataclass(frozen=True)
class Known:
    """A backup that was found whole: what its file and the vault in it are from then on."""

    sha256: bytes
    rows: str
    number: int  # of the step after which it was copied


@dataclass
class BackedUp:
    """One vault and one folder for its backups, used by processes that are killed."""

    folder: Path
    stick: Path
    words: tuple[str, ...]
    chance: Random
    story: Story
    alone: Alone
    done: int = 0
    known: dict[str, Known] = field(default_factory=dict[str, Known])  # by file name
    noted: set[str] = field(default_factory=set[str])
    counts: Counter[str] = field(default_factory=Counter[str])

    def interrupted_after(self, lines: list[str]) -> None:
        """Looks at what an interrupted process left, given what it had told."""
        staged, placed, doomed = list[tuple[int, str]](), set[str](), set[str]()
        for line in lines:
            match line.split():
                case ["written"]:
                    self.done += 1
                    self.counts["writes acknowledged"] += 1
                case ["staged", number, rows]:
                    staged.append((int(number), rows))
                case ["placed", name]:
                    placed.add(name)
                    self._found_whole(name, staged)
                case ["noted", name]:
                    self.noted.add(name)
                    self.counts["of them noted"] += 1
                case ["removing", *names]:
                    doomed |= set(names)
                case ["removed", name]:
                    self._is_removed(name)
                    doomed.discard(name)
                case _:
                    assert line == "opened", line
        self._look_at_stick(staged, doomed)
        self._look_at_vault(doomed)

    def _look_at_stick(self, staged: list[tuple[int, str]], doomed: set[str]) -> None:
        names = {path.name for path in self.stick.iterdir()}
        files = {name for name in names if not name.startswith(".")}
        parts = names - files
        assert all(name.startswith(".") and name.endswith(f"{ENDING}.part") for name in parts)
        assert len(parts) <= 1
        self.counts["parts left"] += len(parts)
        for name in self.known.keys() - files:
            assert name in doomed
            del self.known[name]
            self.counts["removed by rotation"] += 1
        for name in files & self.known.keys():
            assert _sha256(self.stick / name) == self.known[name].sha256, name
        new = files - self.known.keys()
        assert len(new) <= 1
        for name in new:  # killed between its place and telling of it
            self._found_whole(name, staged)

    def _found_whole(self, name: str, staged: list[tuple[int, str]]) -> None:
        """Restores it by the words alone; what comes of it is the vault as it was copied."""
        path = self.stick / name
        if not path.exists():
            return  # removed in the same life of the process, which told of it
        number, rows = staged[-1]
        place = self.folder.with_name("Restored.vault")
        answer = self.alone.restore(path, self.words, place, int(rows.partition(":")[0]))
        assert answer.raised == ""
        assert answer.rows == rows
        assert answer.held == self.story.held[number]
        shutil.rmtree(place)
        self.known[name] = Known(_sha256(path), rows, number)
        self.counts["backups, each restored alone"] += 1

    def _is_removed(self, name: str) -> None:
        assert not (self.stick / name).exists()
        if self.known.pop(name, None) is not None:
            self.counts["removed by rotation"] += 1
        self.noted.discard(name)

    def _look_at_vault(self, doomed: set[str]) -> None:
        left = {path.name for path in self.folder.iterdir() if path.name.startswith(STAGED)}
        self.counts["copies left"] += len(left)
        assert len(left) <= 2, left  # the copy, and its journal
        vaults.seal_is_behind(self.folder, RecoveryWay(self.words))
        with vaults.opened(self.folder) as workspace:
            assert not workspace.standing.needs_answer
            held = held_by(workspace)
            listed = {backup.file_name for backup in workspace.backups.listed()}
            if self.chance.random() < CHECKED:
                for _ in workspace.integrity.check():
                    pass
                outcome = workspace.integrity.last()
                assert outcome is not None
                assert outcome.is_sound, outcome
        assert held in (self.story.held[self.done], self.story.held[self.done + 1])
        if held != self.story.held[self.done]:
            self.done += 1
        assert self.noted - doomed <= listed
        self.noted &= listed
        names = {path.name for path in self.folder.iterdir()}
        assert {name.partition("-")[0] for name in names} == FILES, names

    def finished(self) -> None:
        """The next run leaves nothing of the killed ones; every backup stays what it was."""
        with vaults.opened(self.folder) as workspace:
            file = make_backup(workspace, self.stick)
            listed = {backup.file_name for backup in workspace.backups.listed()}
        names = {path.name for path in self.stick.iterdir()}
        assert names == {*self.known, file.name}
        assert file.name in listed
        self.counts["whole, killed before they were noted"] = len(self.known.keys() - listed)
        for name, known in self.known.items():
            assert _sha256(self.stick / name) == known.sha256


def _sha256(path: Path) -> bytes:
    return hashlib.sha256(path.read_bytes()).digest()
