"""How far making a backup has come, and what was counted in it when it was proven."""

from collections.abc import Callable
from enum import IntEnum
from typing import NamedTuple


class Stage(IntEnum):
    """What is being done, in this order."""

    STAGING = 0  # the vault is copied beside itself, as it is at one moment, in bytes
    COPY = 1  # that is written to the drive, in bytes
    SEAL = 2  # the blocks are put behind it, and the drive writes what it still holds back
    READ = 3  # all of it is read back from the drive, in bytes
    PROVE = 4  # every entry and record in it is verified and counted
    PLACED = 5  # it has its name


class Proof(NamedTuple):
    """What a proven backup holds; `generation` counts its entries, `last_entry_ms` is Unix time.

    `bytes` is the size of the file. `rows` are the records that the entries vouch for; a note is
    final or a draft.
    """

    bytes: int
    entries: int
    rows: int
    clients: int
    sessions: int
    notes: int
    generation: int
    last_entry_ms: int | None


class Step(NamedTuple):
    """So much of so much, in what the stage counts; the last one holds the proof."""

    stage: Stage
    done: int
    total: int
    proof: Proof | None = None


Tell = Callable[[Step], None]
