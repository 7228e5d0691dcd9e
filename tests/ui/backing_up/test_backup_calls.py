"""The process that carries is there when the copy is, and goes with it; so does a pulled stick."""

import os
import threading
from contextlib import closing, suppress
from pathlib import Path

import pytest

from app.core.errors import Stopped
from app.workflows.backup.places import describe
from app.workflows.backup.step import Stage, Step
from crypto.errors import BackupInterrupted
from tests.support.small_disk import small_disk
from tests.support.workspaces import a_workspace
from ui.backing_up.backup_calls import carry
from ui.backing_up.backup_calls import stage as made_ready


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
        ready = made_ready(threading.Event(), workspace, lambda _: seen.append(carriers()))
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
        made_ready(stopped, workspace, untold)
    assert carriers() == []


def test_given_up_before_it_is_carried_neither_is_left(tmp_path: Path) -> None:
    with closing(a_workspace(tmp_path)) as workspace:
        ready = made_ready(threading.Event(), workspace, untold)
        assert len(carriers()) == 1
        ready.discard()
        ready.discard()
    assert carriers() == []
    assert list(tmp_path.rglob(".backup-*")) == []


@pytest.mark.parametrize("stage", [None, Stage.PROVE])
def test_its_empty_mount_point_gets_no_backup(tmp_path: Path, stage: Stage | None) -> None:
    with small_disk(tmp_path / "stick", 24) as disk, closing(a_workspace(tmp_path)) as workspace:
        place = describe(disk.folder)
        ready = made_ready(threading.Event(), workspace, untold)
        if stage is None:  # while the vault was being copied
            disk.pull_out()

        def tell(step: Step) -> None:
            if step.stage is stage:
                disk.pull_out()

        with pytest.raises(BackupInterrupted):
            carry(ready, place, None, tell, threading.Event())
        assert list(disk.folder.iterdir()) == []
    assert list(tmp_path.rglob(".backup-*")) == []
