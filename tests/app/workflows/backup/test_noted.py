"""What is noted of a backup is what its file says."""

from pathlib import Path

from app.core.clock import Moment
from app.records.backups.record import BackupState
from app.workflows.backup.noted import as_noted
from crypto.backup.face import look_at_backup
from crypto.backup.opened import open_backup
from crypto.backup.unlock import ByWords, unlock_backup
from tests.support.backed_up import a_backed_up_vault


def test_it_is_as_its_file_says(tmp_path: Path) -> None:
    made = a_backed_up_vault(tmp_path)
    with unlock_backup(made.file, ByWords(made.words)) as key:
        opened = open_backup(made.file, key)
    header, face = opened.header, look_at_backup(made.file)
    opened.close()
    backup = as_noted(header, made.file, "Europe/London", 12, 7)
    assert Path(backup.folder) / backup.file_name == made.file
    assert (backup.id, backup.bytes) == (face.backup_id, made.file.stat().st_size)
    assert backup.made == Moment(face.made_at, "Europe/London")
    assert (backup.entries, backup.generation, backup.rows) == (12, 12, 7)
    assert (backup.kit_number, backup.with_passphrase) == (face.kit_number, face.has_passphrase)
    assert backup.state is BackupState.CHECKED
    assert backup.is_there
