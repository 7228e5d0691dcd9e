"""How far making a backup has come, and what was counted in it when it was proven."""

from enum import StrEnum
from typing import NamedTuple


class Stage(StrEnum):
    """What is being done, in the order in which it is told."""

    STAGE = "stage"  # a copy is made on the vault's own disk, in bytes
    COPY = "copy"  # that is written to the drive, in bytes
    SEAL = "seal"  # the blocks are put behind it
    READ = "read"  # all of it is read back from the drive, in bytes
    PROVE = "prove"  # every entry and record in it is verified, counted together
    PLACED = "placed"  # it has its name


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
