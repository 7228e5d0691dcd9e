"""Looking around: a practice that is made up once, and opened again the next time."""

from pathlib import Path

import pytest

from app.demo.look_around import SIZE, look_around
from app.demo.practice import NAME
from app.workspace import Workspace
from crypto.errors import VaultInUse
from crypto.primitives.kdf import TEST_ONLY_COST, TEST_ONLY_COSTS
from tests.support.fixed_clock import FixedClock
from tests.support.workspaces import a_workspace, add_client


def looked(parent: Path) -> Workspace:
    return look_around(parent, FixedClock(), TEST_ONLY_COST, TEST_ONLY_COSTS)


def test_it_is_made_up_in_a_place_of_its_own(tmp_path: Path) -> None:
    workspace = looked(tmp_path / "Documents" / "Underrose")
    assert workspace.made_up.get()
    assert len(workspace.clients.listed()) == SIZE.clients
    assert workspace.facts().folder == tmp_path / "Documents" / "Underrose" / f"{NAME}.vault"
    workspace.close()


def test_it_is_there_the_next_time_with_what_was_tried_in_it(tmp_path: Path) -> None:
    first = looked(tmp_path)
    add_client(first, "Somebody new")
    first.close()
    again = looked(tmp_path)
    assert len(again.clients.listed()) == SIZE.clients + 1
    assert len(list(tmp_path.iterdir())) == 1
    again.close()


def test_what_else_bears_its_name_is_left_alone(tmp_path: Path) -> None:
    a_workspace(tmp_path).close()  # somebody's own, opened by another passphrase
    (tmp_path / "vault").rename(tmp_path / f"{NAME}.vault")
    (tmp_path / f"{NAME} 2.vault").write_text("not even a folder")
    workspace = looked(tmp_path)
    assert workspace.facts().folder == tmp_path / f"{NAME} 3.vault"
    assert (tmp_path / f"{NAME} 2.vault").read_text() == "not even a folder"
    workspace.close()


def test_one_that_is_open_elsewhere_is_told(tmp_path: Path) -> None:
    workspace = looked(tmp_path)
    with pytest.raises(VaultInUse):
        looked(tmp_path)
    workspace.close()
