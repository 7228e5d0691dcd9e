"""A vault to work on, and a clock that stands still, for tests of what a coach does."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.core.ids import ClientId
from app.workspace import Workspace
from tests.support.fixed_clock import FixedClock
from tests.support.small_reserve import small_reserve
from tests.support.workspaces import a_workspace, add_client

__all__ = ["small_reserve"]


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock()


@pytest.fixture
def workspace(tmp_path: Path, clock: FixedClock) -> Iterator[Workspace]:
    """A new vault's services."""
    workspace = a_workspace(tmp_path, clock)
    yield workspace
    workspace.close()


@pytest.fixture
def amara(workspace: Workspace) -> ClientId:
    """A client."""
    return add_client(workspace, "Amara Osei")
