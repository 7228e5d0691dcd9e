"""What a check of the whole ledger found: a date, two counts, and faults without any text."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Any, cast
from uuid import UUID

import msgspec

from app.core.clock import Moment


class Problem(StrEnum):
    """What can be wrong with one entry, row or draft."""

    CHAIN_GAP = "chain_gap"  # an entry is missing from the chain
    CHAIN_BROKEN = "chain_broken"  # a head does not follow from the one before
    HEAD_DIFFERS = "head_differs"  # the chain does not end where the vault counts its last entry
    ENTRY_INCOMPLETE = "entry_incomplete"  # the row beside the chain is missing
    ENTRY_CHANGED = "entry_changed"  # an entry that keeps its own content no longer commits to it
    ENTRY_UNKNOWN = "entry_unknown"  # of a kind that this version knows nothing of
    ENTRY_WITHOUT_ROW = "entry_without_row"  # what it vouches for is gone
    ROW_WITHOUT_ENTRY = "row_without_entry"  # nothing vouches for it
    ROW_CHANGED = "row_changed"  # its last entry vouches for something else
    INDEX_DIFFERS = "index_differs"  # a table and its index hold different rows
    DRAFT_CHANGED = "draft_changed"  # a draft does not have the hash that was kept with it
    DRAFTS_DIFFER = "drafts_differ"  # the drafts are not those that the last write left
    PAGE_DAMAGED = "page_damaged"  # a page of the file fails its own check
    UNREADABLE = "unreadable"  # a part could not be read at all, nor what comes after it


@dataclass(frozen=True)
class Fault:
    """One thing that is wrong. `family` is a kind of record ("client"), "" where there is none."""

    problem: Problem
    family: str = ""
    generation: int | None = None
    subject_id: UUID | None = None


@dataclass(frozen=True)
class CheckOutcome:
    """How a whole check ended; of many faults the first hundred are kept, `more` says so."""

    at: Moment
    entries: int
    rows: int
    faults: tuple[Fault, ...] = ()
    more: bool = False

    @property
    def is_sound(self) -> bool:
        """Whether everything was as it should be."""
        return not self.faults


@dataclass(frozen=True)
class CheckProgress:
    """How far a check has come, in entries and rows; `total` may grow while one writes on."""

    done: int
    total: int


def to_json(outcome: CheckOutcome) -> str:
    """The outcome as it is kept."""
    kept = {
        "at_ms": outcome.at.milliseconds,
        "at_zone": outcome.at.zone,
        "entries": outcome.entries,
        "rows": outcome.rows,
        "faults": [fault_to_builtins(fault) for fault in outcome.faults],
        "more": outcome.more,
    }
    return msgspec.json.encode(kept).decode()


def fault_to_builtins(fault: Fault) -> dict[str, Any]:
    """A fault as plain JSON values."""
    return {
        "problem": fault.problem.value,
        "family": fault.family,
        "generation": fault.generation,
        "subject_id": None if fault.subject_id is None else str(fault.subject_id),
    }


def from_json(text: str) -> CheckOutcome | None:
    """The outcome that `to_json` wrote; None for one of another version of the app."""
    try:
        kept = cast(dict[str, Any], msgspec.json.decode(text))
        return CheckOutcome(
            at=Moment.of(kept["at_ms"], kept["at_zone"]),
            entries=kept["entries"],
            rows=kept["rows"],
            faults=tuple(msgspec.convert(fault, Fault) for fault in kept["faults"]),
            more=kept["more"],
        )
    except (ValueError, KeyError, TypeError):
        return None
