"""The process that carries is there when the copy is, and goes with it; so does a pulled stick."""

import os
import threading
from collections.abc import Callable
from contextlib import closing, suppress
from pathlib import Path

import pytest

from app.core.errors import Stopped
from app.workflows.backup.places import describe
from app.workflows.backup.step import Stage, Step
from app.workflows.backup.under_way import UnderWay
from crypto.errors import BackupInterrupted, BackupNoRoom, BackupRootMissing, SaveNotDurable
from tests.support.small_disk import small_disk
from tests.support.workspaces import a_workspace
from ui.backing_up.backup_calls import carry, forget, record
from ui.backing_up.backup_calls import stage as made_ready

UNDER_WAY = UnderWay("/media/hanna/Whitlock")


def untold(_: Step) -> None: ...


def carriers() -> list[int]:
    """The processes of ours that carry backups, or wait for one."""
    found: list[int] = []
    for place in Path("/proc").glob("[0-9]*"):
        with suppress(OSError):
            parent = int((place / "stat").read_text().rpartition(")")[2].split()[1])
            if parent == os.getpid() and b"app.backup_process" in (place / "cmdline").read_bytes():
                found.append(int(place.name))
    return found


def test_the_process_is_started_before_the_copy_is_made(tmp_path: Path) -> None:
    (tmp_path / "stick").mkdir()
    seen: list[list[int]] = []
    with closing(a_workspace(tmp_path)) as workspace:
        ready = made_ready(
            UNDER_WAY, threading.Event(), workspace, lambda _: seen.append(carriers())
        )
        place = describe(tmp_path / "stick")

        def tell(_: Step) -> None:
            seen.append(carriers())

        carried = carry(ready, place, None, tell, threading.Event())
    assert carried.errand.target.exists()
    assert len(seen[0]) == 1
    assert all(each == seen[0] for each in seen)
    assert carriers() == []


def test_given_up_while_the_copy_is_made_it_is_ended(tmp_path: Path) -> None:
    stopped = threading.Event()
    stopped.set()
    with closing(a_workspace(tmp_path)) as workspace, pytest.raises(Stopped):
        made_ready(UNDER_WAY, stopped, workspace, untold)
    assert carriers() == []


def test_given_up_before_it_is_carried_neither_is_left(tmp_path: Path) -> None:
    with closing(a_workspace(tmp_path)) as workspace:
        ready = made_ready(UNDER_WAY, threading.Event(), workspace, untold)
        assert len(carriers()) == 1
        ready.discard()
        ready.discard()
    assert carriers() == []
    assert list(tmp_path.rglob(".backup-*")) == []


@pytest.mark.parametrize("stage", [None, Stage.PROVE])
def test_its_empty_mount_point_gets_no_backup(tmp_path: Path, stage: Stage | None) -> None:
    with small_disk(tmp_path / "stick", 24) as disk, closing(a_workspace(tmp_path)) as workspace:
        place = describe(disk.folder)
        ready = made_ready(UNDER_WAY, threading.Event(), workspace, untold)
        if stage is None:  # while the vault was being copied
            disk.pull_out()

        def tell(step: Step) -> None:
            if step.stage is stage:
                disk.pull_out()

        with pytest.raises(BackupInterrupted):
            carry(ready, place, None, tell, threading.Event())
        assert list(disk.folder.iterdir()) == []
    assert list(tmp_path.rglob(".backup-*")) == []


def test_the_vault_remembers_it_from_before_the_copy_until_it_is_recorded(tmp_path: Path) -> None:
    folder = tmp_path / "stick"
    folder.mkdir()
    under_way = UnderWay(str(folder))
    seen: list[tuple[UnderWay, ...]] = []
    with closing(a_workspace(tmp_path)) as workspace:
        remembered = workspace.backups_under_way

        def look(_: Step) -> None:
            seen.append(remembered.get())

        ready = made_ready(under_way, threading.Event(), workspace, look)
        carried = carry(ready, describe(folder), None, untold, threading.Event())
        assert remembered.get() == (under_way,)
        record(carried, under_way, workspace)
        assert remembered.get() == ()
    assert set(seen) == {(under_way,)}


def test_one_that_nobody_wants_is_forgotten(tmp_path: Path) -> None:
    with closing(a_workspace(tmp_path)) as workspace:
        workspace.backups_under_way.begins(UNDER_WAY)
        forget(UNDER_WAY, workspace)
        assert workspace.backups_under_way.get() == ()


def test_what_cannot_be_begun_is_not_remembered(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with closing(a_workspace(tmp_path)) as workspace:
        monkeypatch.setattr(workspace.make_backup, "_take_root", _fail_with(BackupRootMissing()))
        with pytest.raises(BackupRootMissing):
            made_ready(UNDER_WAY, threading.Event(), workspace, untold)
        assert workspace.backups_under_way.get() == ()


def test_a_full_disk_is_told_by_the_copy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with closing(a_workspace(tmp_path)) as workspace:
        monkeypatch.setattr(workspace.backups_under_way, "begins", _fail_with(SaveNotDurable()))
        monkeypatch.setattr(workspace.make_backup, "stage", _fail_with(BackupNoRoom(here=True)))
        with pytest.raises(BackupNoRoom):
            made_ready(UNDER_WAY, threading.Event(), workspace, untold)


def _fail_with(error: Exception) -> Callable[..., object]:
    def fail(*_: object) -> object:
        raise error

    return fail
