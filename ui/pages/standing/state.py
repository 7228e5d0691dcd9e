"""What the page shows, derived from how the vault stands."""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from app.core.clock import Moment
from app.ledger.verdict import VerdictKind
from ui.pages.standing.calls import Faults, Found


class Trouble(StrEnum):
    """What is so, as a coach is told."""

    OLDER = "older"
    OLDER_DRAFT = "older_draft"  # no entry is missing, but text that was autosaved
    UNDONE = "undone"  # one write is missing
    FORKED = "forked"
    OLDER_KEYS = "older_keys"  # the header
    FORKED_KEYS = "forked_keys"
    SEAL = "seal"
    DAMAGED = "damaged"


class Choice(StrEnum):
    """What can be done about it."""

    FIND = "find"  # another folder
    LOOK = "look"  # for reading only
    GO_ON = "go_on"  # with this one; asks first
    CHECK = "check"  # everything; with a damaged seal, then go on
    SALVAGE = "salvage"  # what can be read, into a new one
    RESTORE = "restore"  # a backup, beside this one


# The first one is the main button, the last one is least likely to be right.
CHOICES = {
    Trouble.OLDER: (Choice.FIND, Choice.LOOK, Choice.GO_ON),
    Trouble.OLDER_DRAFT: (Choice.FIND, Choice.LOOK, Choice.GO_ON),
    Trouble.UNDONE: (Choice.LOOK, Choice.GO_ON, Choice.FIND),
    Trouble.FORKED: (Choice.LOOK, Choice.FIND, Choice.GO_ON),
    Trouble.OLDER_KEYS: (Choice.FIND, Choice.LOOK, Choice.GO_ON),
    Trouble.FORKED_KEYS: (Choice.LOOK, Choice.FIND, Choice.GO_ON),
    Trouble.SEAL: (Choice.CHECK, Choice.LOOK, Choice.FIND),
    Trouble.DAMAGED: (
        Choice.RESTORE,
        Choice.SALVAGE,
        Choice.LOOK,
        Choice.CHECK,
        Choice.FIND,
    ),
}


@dataclass(frozen=True)
class Facts:
    """What the page was told so far."""

    found: Found | None = None
    checking: bool = False
    done: int = 0
    total: int = 0
    faults: Faults | None = None  # None: nothing was checked yet
    busy: bool = False
    error: Exception | None = None


@dataclass(frozen=True)
class State:
    """What the page shows; `known` and `here` are entries, of headers for the two keys."""

    trouble: Trouble | None
    folder: Path | None
    known: int
    here: int
    last_saved: Moment | None
    choices: tuple[Choice, ...]
    checking: bool
    done: int
    total: int
    faults: Faults | None
    busy: bool
    error: Exception | None


def derive(facts: Facts) -> State:
    """What is shown for what is known."""
    found = facts.found
    trouble = _trouble(facts)
    choices = CHOICES[trouble] if trouble is not None else ()
    if found and found.read_only:
        choices = tuple(choice for choice in choices if choice is not Choice.GO_ON)
    if facts.faults is not None:
        choices = tuple(choice for choice in choices if choice is not Choice.CHECK)
    return State(
        trouble=trouble,
        folder=found.folder if found else None,
        known=found.verdict.known if found else 0,
        here=found.verdict.found if found else 0,
        last_saved=found.last_saved if found else None,
        choices=choices,
        checking=facts.checking,
        done=facts.done,
        total=facts.total,
        faults=facts.faults,
        busy=facts.busy,
        error=facts.error,
    )


def _trouble(facts: Facts) -> Trouble | None:
    if facts.found is None:
        return None
    if facts.faults and facts.faults.number:
        return Trouble.DAMAGED  # whatever it was before
    verdict = facts.found.verdict
    if verdict.kind is not VerdictKind.ROLLED_BACK:
        return _KINDS.get(verdict.kind)
    if verdict.write_behind:
        return Trouble.UNDONE
    return Trouble.OLDER_DRAFT if verdict.known == verdict.found else Trouble.OLDER


_KINDS = {
    VerdictKind.FORKED: Trouble.FORKED,
    VerdictKind.HEADER_ROLLED_BACK: Trouble.OLDER_KEYS,
    VerdictKind.HEADER_FORKED: Trouble.FORKED_KEYS,
    VerdictKind.SEAL_DAMAGED: Trouble.SEAL,
    VerdictKind.DAMAGED: Trouble.DAMAGED,
}
