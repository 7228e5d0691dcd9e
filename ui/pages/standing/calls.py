"""The calls that leave the GUI thread; what they need is imported when they run."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from app.core.changes import Changes
    from app.core.clock import Moment
    from app.ledger.check_outcome import CheckProgress
    from app.ledger.verdict import Verdict
    from app.workspace import Workspace


class Found(NamedTuple):
    """How the vault that was just opened stands."""

    verdict: "Verdict"
    last_saved: "Moment | None"
    folder: Path
    read_only: bool  # whatever is answered


class Faults(NamedTuple):
    """How much is amiss, and whether there is more."""

    number: int
    more: bool


def read(workspace: "Workspace") -> Found:
    """Asks the open vault; quick."""
    standing = workspace.standing
    facts = workspace.facts()
    return Found(standing.verdict, standing.last_saved, facts.folder, facts.read_only)


def accept(workspace: "Workspace") -> "Changes":
    """Goes on with the vault as it is, and records that; raises VaultDamaged."""
    return workspace.accept_standing()


def check(workspace: "Workspace") -> "Iterator[CheckProgress]":
    """Checks every entry and every row, a slice at a time."""
    return workspace.integrity.check()


def faults_of(workspace: "Workspace") -> Faults:
    """How much the last check found amiss."""
    outcome = workspace.integrity.last()
    return Faults(0, False) if outcome is None else Faults(len(outcome.faults), outcome.more)


def look_for_vault(folder: Path) -> None:
    """Raises as `crypto.vault.vault.look_at` when there is no vault to open."""
    from crypto.vault.vault import look_at

    look_at(folder)


@dataclass(frozen=True)
class Calls:
    """The calls that the page makes; a test makes others."""

    read: "Callable[[Workspace], Found]" = read
    accept: "Callable[[Workspace], Changes]" = accept
    check: "Callable[[Workspace], Iterator[CheckProgress]]" = check
    faults_of: "Callable[[Workspace], Faults]" = faults_of
    look_for_vault: Callable[[Path], None] = look_for_vault
