"""A backup is found in its folder by its id, whatever it is called."""

from dataclasses import replace
from pathlib import Path

from app.core.clock import Clock
from app.workflows.backup.find import find
from app.workspace import open_workspace
from crypto.primitives.kdf import TEST_ONLY_COSTS
from crypto.slots.recovery import RecoveryWay
from tests.support.backed_up import a_backed_up_vault
from tests.support.fixed_clock import FixedClock


def test_it_is_found_by_its_id(tmp_path: Path, clock: Clock) -> None:
    made = a_backed_up_vault(tmp_path, FixedClock())
    workspace = open_workspace(made.vault, RecoveryWay(made.words), clock, TEST_ONLY_COSTS)
    (backup,) = workspace.backups.listed()
    workspace.close()
    found = find(backup)
    assert found is not None
    assert found.path == made.file
    renamed = made.file.rename(made.file.with_name("before the move.underrose-backup"))
    made.file.write_text("a letter of the coach’s own")
    found = find(backup)
    assert found is not None
    assert found.path == renamed
    assert find(replace(backup, folder=str(tmp_path))) is None
    renamed.unlink()
    assert find(backup) is None
