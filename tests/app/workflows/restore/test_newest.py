"""The newest backup in reach is found by the files' own headers, at places and on drives."""

import os
from collections.abc import Iterator
from contextlib import closing
from datetime import timedelta
from pathlib import Path
from uuid import UUID

import pytest

from app.workflows.backup.places import describe
from app.workflows.restore.newest import newest_in_reach
from app.workspace import Workspace
from tests.support.backed_up import place_unnoted
from tests.support.fixed_clock import FixedClock
from tests.support.workspaces import a_workspace


@pytest.fixture
def workspace(tmp_path: Path, clock: FixedClock) -> Iterator[Workspace]:
    with closing(a_workspace(tmp_path, clock)) as workspace:
        yield workspace


def made(workspace: Workspace, folder: Path, clock: FixedClock) -> Path:
    """A backup that is a day newer than the one before."""
    clock.move(timedelta(days=1))
    folder.mkdir(parents=True, exist_ok=True)
    return place_unnoted(workspace, folder)


def id_of(workspace: Workspace) -> UUID:
    return workspace.facts().vault_id


def test_it_is_the_newest_of_all_places_and_drives(
    workspace: Workspace, tmp_path: Path, clock: FixedClock
) -> None:
    drive, place = tmp_path / "drive", tmp_path / "place"
    at_the_top = made(workspace, drive, clock)
    below = made(workspace, drive / "Backups", clock)
    known = made(workspace, place, clock)
    newest = newest_in_reach([place], [drive], id_of(workspace))
    assert newest is not None
    assert (newest.face.path, newest.place) == (known, describe(place))
    on_the_drive = newest_in_reach([], [drive], id_of(workspace))
    assert on_the_drive is not None
    assert on_the_drive.face.path == below
    below.unlink()
    left = newest_in_reach([], [drive], id_of(workspace))
    assert left is not None
    assert left.face.path == at_the_top


def test_where_the_vault_is_not_known_it_may_be_of_any(
    workspace: Workspace, tmp_path: Path, clock: FixedClock
) -> None:
    file = made(workspace, tmp_path / "drive", clock)
    assert newest_in_reach([], [tmp_path / "drive"], UUID(int=1)) is None
    newest = newest_in_reach([], [tmp_path / "drive"], None)
    assert newest is not None
    assert newest.face.path == file


def test_what_is_no_backup_or_not_there_is_passed_over(
    workspace: Workspace, tmp_path: Path, clock: FixedClock
) -> None:
    drive, closed = tmp_path / "drive", tmp_path / "closed"
    older = made(workspace, drive, clock)
    damaged = made(workspace, drive, clock)
    damaged.write_bytes(damaged.read_bytes()[:-9000])
    (drive / "letter.underrose-backup").write_text("of the coach’s own")
    os.mkfifo(drive / "2099-pipe.underrose-backup")
    closed.mkdir(mode=0)
    newest = newest_in_reach([tmp_path / "nowhere", closed], [drive, closed], id_of(workspace))
    closed.chmod(0o700)
    assert newest is not None
    assert newest.face.path == older
    assert newest_in_reach([], [], None) is None
