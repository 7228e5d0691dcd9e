"""What became of a damaged vault's records: for the coach's eyes, never for a log."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from app.core.clock import Moment


class Stage(StrEnum):
    """What is being done."""

    READ = "read"  # every page of the damaged vault
    JUDGE = "judge"  # each row beside its entry
    WRITE = "write"  # into the new vault
    CHECK = "check"  # the new vault, whole


@dataclass(frozen=True)
class Step:
    """How far it is: pages while reading, records from then on."""

    stage: Stage
    done: int
    total: int


@dataclass(frozen=True)
class Item:
    """One record: its kind, the client it belongs to and when it was last written, if known."""

    family: str
    whom: str = field(default="", repr=False)
    at: Moment | None = None


@dataclass(frozen=True)
class Salvaged:
    """`brought` counts by kind; `unproven` was brought too, with nothing that vouches for it.

    `entries_lost` counts entries of the old ledger, each for a change of a record, that can't be
    read; `pages_lost` pages of the file, of `pages`.
    """

    brought: Mapping[str, int]
    unproven: tuple[Item, ...]
    lost: tuple[Item, ...]
    entries_lost: int = 0
    pages_lost: int = 0
    pages: int = 0

    @property
    def is_whole(self) -> bool:
        """Whether everything came over, and is proven."""
        return not (self.unproven or self.lost or self.entries_lost)
