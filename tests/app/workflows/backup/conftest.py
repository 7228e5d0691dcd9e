"""A vault with something in it, a folder for its backups, and a copy that waits to go there."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.core.ids import ClientId
from app.workflows.backup.errand import Errand
from app.workflows.backup.make_backup import StagedBackup
from app.workflows.backup.step import Step
from app.workspace import Workspace
from tests.support.fixed_clock import FixedClock
from tests.support.workspaces import hold_session


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    """Where backups go."""
    folder = tmp_path / "stick"
    folder.mkdir()
    return folder


@pytest.fixture
def filled(workspace: Workspace, clock: FixedClock, amara: ClientId) -> Workspace:
    """One client, three sessions: one note is final, one a draft, one was never begun."""
    first = hold_session(workspace, clock, amara, "Six yeses on Monday.")
    workspace.session_notes.make_final(first, amara)
    hold_session(workspace, clock, amara, "Four unasked.")
    hold_session(workspace, clock, amara)
    return workspace


@pytest.fixture
def staged(filled: Workspace) -> Iterator[StagedBackup]:
    """A copy of it."""
    staged = filled.make_backup.stage(untold)
    yield staged
    staged.discard()


@pytest.fixture
def errand(staged: StagedBackup, stick: Path) -> Errand:
    """Which is to go to the stick."""
    return staged.errand(stick)


def untold(_: Step) -> None:
    """For whoever does not want to know."""
