"""What is known from outside of the vault that is here, and which names are free."""

from datetime import timedelta
from pathlib import Path

from app.core.clock import SystemClock
from app.workflows.restore.here import free_name, look_here
from crypto.vault.vault import look_at
from tests.support.workspaces import a_workspace, add_client


def test_a_closed_vault_tells_its_name_and_how_far_it_has_come(tmp_path: Path) -> None:
    workspace = a_workspace(tmp_path)
    add_client(workspace, "Amara Osei")
    generation = workspace.standing.generation
    workspace.close()
    here = look_here(tmp_path / "vault")
    assert here is not None
    assert here.name == "Whitlock Coaching"
    assert here.vault_id == look_at(tmp_path / "vault").vault_id
    assert here.generation == generation
    assert here.changed is not None
    assert abs(here.changed.utc - SystemClock().now().utc) < timedelta(minutes=5)


def test_without_a_seal_it_does_not_tell_how_far(tmp_path: Path) -> None:
    a_workspace(tmp_path).close()
    (tmp_path / "vault" / "seal-1").unlink()
    here = look_here(tmp_path / "vault")
    assert here is not None
    assert (here.generation, here.changed) == (None, None)


def test_where_no_vault_is_nothing_is_known(tmp_path: Path) -> None:
    assert look_here(tmp_path) is None
    assert look_here(tmp_path / "gone") is None


def test_the_first_name_whose_folder_is_free_is_taken(tmp_path: Path) -> None:
    (tmp_path / "Whitlock.vault").mkdir()
    assert free_name(["Whitlock", "Whitlock, again"], tmp_path) == "Whitlock, again"
    assert free_name(["Whitlock"], tmp_path) == ""
