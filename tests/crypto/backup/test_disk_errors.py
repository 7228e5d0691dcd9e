import errno
import os
from pathlib import Path

import pytest

from crypto.backup.disk_errors import answers, as_backup_errors, as_writing_errors
from crypto.errors import (
    BackupDamaged,
    BackupError,
    BackupInterrupted,
    BackupNoRoom,
    BackupPlaceReadOnly,
    BackupTooLarge,
    CryptoError,
    PassphraseWrong,
    SaveNotDurable,
    StatementRefused,
    VaultDamaged,
    VaultExchanged,
    VaultMissing,
    VaultReadOnly,
)

WRITING: dict[int, type[BackupError]] = {
    errno.ENOSPC: BackupNoRoom,
    errno.EDQUOT: BackupNoRoom,
    errno.EFBIG: BackupTooLarge,
    errno.EROFS: BackupPlaceReadOnly,
    errno.EACCES: BackupPlaceReadOnly,
    errno.EPERM: BackupPlaceReadOnly,
    errno.ENOENT: BackupInterrupted,
    errno.ENOTDIR: BackupInterrupted,
    errno.EIO: BackupInterrupted,
    errno.ENODEV: BackupInterrupted,
    errno.ENXIO: BackupInterrupted,
}


@pytest.mark.parametrize(("code", "told"), WRITING.items())
def test_what_the_system_says_while_writing(code: int, told: type[BackupError]) -> None:
    with pytest.raises(told) as error, as_writing_errors():
        raise OSError(code, os.strerror(code), "/secret/path")
    assert error.value.__suppress_context__


@pytest.mark.parametrize(
    "error",
    [VaultDamaged, VaultExchanged, VaultMissing, VaultReadOnly, SaveNotDurable, StatementRefused],
)
def test_a_backup_speaks_of_itself_and_a_drive_that_is_gone_of_that(
    tmp_path: Path, error: type[CryptoError]
) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"a backup")
    with pytest.raises(BackupDamaged), as_backup_errors(path):
        raise error
    path.unlink()
    with pytest.raises(BackupInterrupted), as_backup_errors(path):
        raise error


def test_what_is_not_about_the_file_passes(tmp_path: Path) -> None:
    with pytest.raises(PassphraseWrong), as_backup_errors(tmp_path):
        raise PassphraseWrong


def test_a_drive_answers_with_the_last_byte(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"a backup")
    assert answers(path)
    assert not answers(tmp_path / "none")
    assert not answers(tmp_path)
