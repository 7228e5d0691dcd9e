"""A vault's past: its files after every write, and the journal of every write, as on the disk."""

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random

from tests.soak import vaults
from tests.soak.disk import Disk
from tests.soak.recorded import Removed, Told, Wrote, record
from tests.soak.story import Story

DATABASE, SEAL = "vault-1.db", "seal-1"
JOURNAL = f"{DATABASE}-journal"
PAGE = 4096


@dataclass(frozen=True)
class Moment:
    """Everything that changes in a vault, and what is remembered elsewhere, after a write.

    `journal` undoes that write; `halfway` are the databases while the journal was needed.
    """

    database: bytes
    seal: bytes
    pin: bytes
    journal: bytes
    halfway: tuple[bytes, ...]


@dataclass(frozen=True)
class History:
    """Moments one after the other. `rest` holds the files that stay as they are."""

    moments: Sequence[Moment]
    rest: Path

    def lay_out(
        self, place: Path, database: bytes, seal: bytes | None, journal: bytes | None = None
    ) -> Path:
        """A vault at `place` that has these files."""
        vaults.copy(self.rest, place)
        (place / DATABASE).write_bytes(database)
        (place / SEAL).unlink()
        for name, data in ((SEAL, seal), (JOURNAL, journal)):
            if data is not None:
                (place / name).write_bytes(data)
        return place


def make_history(folder: Path, rng: Random, root: Path, steps: int) -> History:
    """A new vault at `folder`, and what was on the disk while a practice was written in it."""
    vaults.make(folder)
    return go_on(folder, f"{rng.random()}", 0, steps, root)


def go_on(folder: Path, seed: str, first: int, steps: int, root: Path) -> History:
    """Takes the story of a seed on by some steps, which are recorded."""
    Story(Random(seed)).prepare(first + steps)
    writer = [sys.executable, "-m", "tests.soak.write_story", str(folder), seed]
    log = folder.with_suffix(".log")
    recording = record([*writer, str(first), str(steps)], folder, log, root)
    log.unlink()
    disk, moments = Disk(recording), list[Moment]()
    journal, halfway = b"", list[bytes]()
    for event in recording.events:
        if event == Removed(JOURNAL):
            journal = disk.files()[JOURNAL]
        disk.take(event)
        files = disk.files()
        if isinstance(event, Wrote) and JOURNAL in files and files[DATABASE] not in halfway[-1:]:
            halfway.append(files[DATABASE])
        if isinstance(event, Told):
            pin = vaults.pin_with(folder, files[SEAL])
            # The first of them is the database before this write, with its journal begun.
            moments.append(Moment(files[DATABASE], files[SEAL], pin, journal, tuple(halfway[1:])))
            halfway.clear()
    assert len(moments) == steps
    return History(moments, folder)


def pages(data: bytes) -> list[bytes]:
    """A database's pages."""
    return [data[at : at + PAGE] for at in range(0, len(data), PAGE)]
