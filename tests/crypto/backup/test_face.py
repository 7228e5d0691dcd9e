from datetime import UTC, datetime

from crypto.backup.face import look_at_backup
from tests.crypto.backup.conftest import KIT_DATE, Edit, MadeBackup
from tests.crypto.backup.test_blocks import NOISE, overwrite


def test_what_may_be_known_of_it_without_a_secret(backup: MadeBackup) -> None:
    face = look_at_backup(backup.path)
    assert (face.path, face.file_bytes) == (backup.path, backup.path.stat().st_size)
    assert (face.backup_id, face.vault_id) == (backup.header.backup_id, backup.vault.vault_id)
    assert (face.name, face.made_at) == ("Room 4", datetime(2026, 11, 23, 9, 30, 15, tzinfo=UTC))
    assert (face.kit_number, face.kit_made_on, face.has_passphrase) == (1, KIT_DATE, True)
    assert not face.one_block_unusable


def test_looking_changes_nothing(backup: MadeBackup) -> None:
    before = backup.path.read_bytes(), backup.path.stat().st_mtime_ns
    look_at_backup(backup.path)
    assert (backup.path.read_bytes(), backup.path.stat().st_mtime_ns) == before
    assert [path.name for path in backup.path.parent.iterdir()] == [backup.path.name]


def test_it_tells_that_a_block_is_damaged(backup: MadeBackup, edit: Edit) -> None:
    edit(overwrite(0, NOISE))
    assert look_at_backup(backup.path).one_block_unusable
