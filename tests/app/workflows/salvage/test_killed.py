"""Killed before any step on the disk: the new vault is whole or absent, the old one as it was."""

import random
from pathlib import Path

import pytest

from app.workspace import open_workspace
from crypto.errors import VaultMissing
from crypto.primitives.kdf import TEST_ONLY_COSTS
from tests.support.damage import WAY, flip, pages_of, save
from tests.support.fixed_clock import FixedClock
from tests.support.killed_child import killed_at
from tests.support.made_up import made_up_workspace

EVERYDAY = 6
MOST_STEPS = 80


def content(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}


@pytest.fixture
def vault(tmp_path: Path) -> Path:
    folder = tmp_path / "Practice.vault"
    made_up_workspace(folder, notes=12, clients=3).close()
    flip(folder / "vault-1.db", pages_of(folder, "session_notes")[:1])
    return folder


def test_the_new_vault_is_whole_or_absent(vault: Path, tmp_path: Path, soak: bool) -> None:
    was, steps = content(vault), range(1, MOST_STEPS)
    chosen = steps if soak else sorted(random.Random(4).sample(steps, EVERYDAY))
    for step in chosen:
        into = tmp_path / f"new-{step}"
        killed_at(step, lambda into=into: save(vault, into).workspace.close())
        assert content(vault) == was, step
        if not into.exists():
            with pytest.raises(VaultMissing):
                open_workspace(into, WAY, FixedClock(), TEST_ONLY_COSTS)
            workspace, _ = save(vault, into)  # and what is left in its place is cleared away
            workspace.close()
        workspace = open_workspace(into, WAY, FixedClock(), TEST_ONLY_COSTS)
        assert workspace.integrity.check_at_once().is_sound, step
        assert len(workspace.clients.listed()) == 3
        workspace.close()
        assert not list(into.glob("salvage*"))
        assert not (tmp_path / f".{into.name}.new").exists()
