"""A stick that goes between two steps: what follows asks again whether it is there."""

import threading
from contextlib import closing
from pathlib import Path

import pytest

from app.workflows.backup.places import describe
from app.workflows.backup.step import Stage, Step
from crypto.errors import BackupInterrupted
from tests.support.small_disk import small_disk
from tests.support.workspaces import a_workspace
from ui.opened.backup_calls import carry


@pytest.mark.parametrize("stage", [None, Stage.PROVE])
def test_its_empty_mount_point_gets_no_backup(tmp_path: Path, stage: Stage | None) -> None:
    with small_disk(tmp_path / "stick", 24) as disk, closing(a_workspace(tmp_path)) as workspace:
        place = describe(disk.folder)
        staged = workspace.make_backup.stage(lambda _: None)
        if stage is None:  # while the vault was being copied
            disk.pull_out()

        def tell(step: Step) -> None:
            if step.stage is stage:
                disk.pull_out()

        with pytest.raises(BackupInterrupted):
            carry(staged, place, None, tell, threading.Event())
        assert list(disk.folder.iterdir()) == []
    assert list(tmp_path.rglob(".backup-*")) == []
