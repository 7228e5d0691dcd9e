"""The outcome of a check is kept in the vault, with its date and counts."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from app.core.ids import ClientId
from app.ledger import check_outcome, integrity
from app.ledger.check_outcome import CheckOutcome, CheckProgress, Fault, Problem
from app.workspace import Workspace
from tests.support.fixed_clock import FixedClock
from tests.support.kept_vaults import KeptVault
from tests.support.workspaces import add_client


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


def looked_at(workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> bool:
    """Whether a check at once looks at everything, and not at what the last one found."""
    calls: list[object] = []

    def counted(*arguments: object) -> Iterator[CheckProgress]:
        calls.append(arguments)
        return iter(())

    with monkeypatch.context() as patch:
        patch.setattr(integrity, "verify", counted)
        workspace.integrity.check_at_once()
    return bool(calls)


def test_a_sound_outcome_counts_until_something_is_written(
    tmp_path: Path, clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    vault = KeptVault(tmp_path, clock)
    workspace = vault.open()
    assert looked_at(workspace, monkeypatch), "nothing was checked yet"
    workspace._database.hold()  # so that the outcome is not written either
    for _ in workspace.integrity.check():
        pass
    assert not looked_at(workspace, monkeypatch)
    with workspace._database.answer():
        pass
    assert looked_at(workspace, monkeypatch)
    workspace.close()


def test_an_outcome_counts_for_nothing_when_something_was_written_meanwhile(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    steps = workspace.integrity.check()
    next(steps)
    add_client(workspace, "Amara Osei")
    workspace._database.hold()
    for _ in steps:
        pass
    assert looked_at(workspace, monkeypatch)


def test_faults_are_kept_with_it(clock: FixedClock, amara: ClientId) -> None:
    faults = (Fault(Problem.ROW_CHANGED, "client", 7, amara), Fault(Problem.CHAIN_GAP))
    outcome = CheckOutcome(clock.now(), 12, 9, faults, more=True)
    assert check_outcome.from_json(check_outcome.to_json(outcome)) == outcome


def test_what_another_version_wrote_counts_as_no_outcome() -> None:
    for text in ("{}", "[1]", '{"at_ms": 1, "at_zone": "UTC", "faults": [{"problem": "x"}]}'):
        assert check_outcome.from_json(text) is None
