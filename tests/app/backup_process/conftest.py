"""An errand for the process: a vault's copy, and the folder that it is to go to."""

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from app.workflows.backup.errand import Errand
from crypto.secret import SecretBytes
from tests.support.workspaces import a_workspace, add_client


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    """Where the backup goes."""
    folder = tmp_path / "stick"
    folder.mkdir()
    return folder


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Errand:
    """Of a vault that is large enough to be told of in steps; made once, to be copied."""
    folder = tmp_path_factory.mktemp("made")
    workspace = a_workspace(folder)
    add_client(workspace, "Amara Osei")
    with workspace._database.write() as writer:
        for number in range(12):
            writer.execute(
                "INSERT INTO vault_settings VALUES (?, hex(randomblob(1048576)))", (f"x{number}",)
            )
    errand = workspace.make_backup.stage(lambda _: None).errand(folder)
    workspace.close()
    return errand


@pytest.fixture
def errand(made: Errand, stick: Path, tmp_path: Path) -> Errand:
    """For the stick, with a key of its own to be wiped."""
    staged = Path(shutil.copy(made.staged, tmp_path / "backup.new"))
    return replace(made, staged=staged, folder=stick, key=SecretBytes(made.key.reveal()))
