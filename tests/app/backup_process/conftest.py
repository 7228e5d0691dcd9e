"""An errand for the process: a vault's copy, and the folder that it is to go to."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.workflows.backup.errand import Errand
from app.workspace import Workspace
from tests.support.workspaces import add_client


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    """Where the backup goes."""
    folder = tmp_path / "stick"
    folder.mkdir()
    return folder


@pytest.fixture
def errand(workspace: Workspace, stick: Path) -> Iterator[Errand]:
    """Of a vault that is large enough to be told of in steps."""
    add_client(workspace, "Amara Osei")
    with workspace._database.write() as writer:
        for number in range(12):
            writer.execute(
                "INSERT INTO vault_settings VALUES (?, hex(randomblob(1048576)))", (f"x{number}",)
            )
    staged = workspace.make_backup.stage(lambda _: None)
    yield staged.errand(stick)
    staged.discard()
