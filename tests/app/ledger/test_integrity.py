"""The outcome of a check is kept in the vault, with its date and counts."""

from datetime import timedelta
from pathlib import Path

from app.core.ids import ClientId
from app.ledger import check_outcome
from app.ledger.check_outcome import CheckOutcome, Fault, Problem
from app.workspace import Workspace
from tests.support.fixed_clock import FixedClock
from tests.support.kept_vaults import KeptVault


def test_there_is_no_outcome_before_the_first_check(workspace: Workspace) -> None:
    assert workspace.integrity.last() is None


def test_the_outcome_is_there_after_closing_and_opening(tmp_path: Path, clock: FixedClock) -> None:
    vault = KeptVault(tmp_path, clock)
    workspace = vault.open()
    for _ in workspace.integrity.check():
        pass
    outcome = workspace.integrity.last()
    workspace.close()
    clock.move(timedelta(days=1))
    workspace = vault.open()
    assert workspace.integrity.last() == outcome
    assert outcome is not None
    assert outcome.entries == workspace.standing.generation
    workspace.close()


def test_a_check_that_is_given_up_changes_nothing(workspace: Workspace, amara: ClientId) -> None:
    steps = workspace.integrity.check()
    next(steps)
    steps.close()  # pyright: ignore[reportAttributeAccessIssue]
    assert workspace.integrity.last() is None


def test_faults_are_kept_with_it(clock: FixedClock, amara: ClientId) -> None:
    faults = (Fault(Problem.ROW_CHANGED, "client", 7, amara), Fault(Problem.CHAIN_GAP))
    outcome = CheckOutcome(clock.now(), 12, 9, faults, more=True)
    assert check_outcome.from_json(check_outcome.to_json(outcome)) == outcome


def test_what_another_version_wrote_counts_as_no_outcome() -> None:
    for text in ("{}", "[1]", '{"at_ms": 1, "at_zone": "UTC", "faults": [{"problem": "x"}]}'):
        assert check_outcome.from_json(text) is None
