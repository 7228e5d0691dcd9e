"""That a backup was opened is noted once, and only where the open vault knows it."""

from contextlib import closing
from dataclasses import replace
from pathlib import Path

from app.core.changes import Changes, Kind
from app.core.ids import new_id
from app.records.backups.record import BackupState
from app.workflows.backup.adopt import Found
from tests.support.recorded_backups import a_backup
from tests.support.workspaces import a_workspace
from ui.restoring.tried import was_tried

NOWHERE = bytes(32)  # where no ledger ends


def test_it_is_noted_once_and_only_of_a_backup_that_the_vault_knows(tmp_path: Path) -> None:
    backup = a_backup()
    with closing(a_workspace(tmp_path)) as workspace:
        workspace.backups.record(backup)
        assert was_tried(Found(replace(backup, id=new_id()), NOWHERE), workspace) == Changes()
        assert was_tried(Found(backup, NOWHERE), workspace).touches(Kind.BACKUP)
        assert workspace.backups.listed()[0].state is BackupState.TRIED
        assert was_tried(Found(backup, NOWHERE), workspace) == Changes()
