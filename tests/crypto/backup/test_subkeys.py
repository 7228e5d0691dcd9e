from uuid import UUID

from crypto.backup.subkeys import BackupPurpose, backup_subkey
from crypto.secret import SecretBytes

KEY = SecretBytes(b"k" * 32)


def test_each_purpose_of_each_backup_has_a_key_of_its_own() -> None:
    keys = {
        backup_subkey(KEY, purpose, UUID(int=number)).reveal()
        for purpose in BackupPurpose
        for number in (1, 2)
    }
    assert len(keys) == 4
    assert all(len(key) == 32 for key in keys)
    assert KEY.reveal() not in keys
