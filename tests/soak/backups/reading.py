"""A backup read through by its words: every byte hashed, every row had."""

from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

from crypto.backup.opened import open_backup
from crypto.backup.subkeys import BackupPurpose, backup_subkey
from crypto.backup.unlock import BackupWay, ByWords, unlock_backup
from crypto.errors import BackupError, WrongSecret
from tests.soak.backups.rows import Rows, rows_of

# What may be said of a backup that is not whole, or not one at all.
REFUSALS = (BackupError, WrongSecret)


def read_through(path: Path, words: Sequence[str], until: int | None = None) -> Rows:
    """What the backup holds; raises one of `REFUSALS` instead."""
    key = unlock_backup(path, ByWords(tuple(words)))
    with key, closing(open_backup(path, key)) as opened:
        for _ in opened.check_bytes():
            pass
        return rows_of(opened.connection, until)


def opens(path: Path, words: Sequence[str]) -> bool:
    """Whether these words open it."""
    try:
        unlock_backup(path, ByWords(tuple(words))).wipe()
    except WrongSecret:
        return False
    return True


def keys_of_backup(file: Path, way: BackupWay) -> dict[str, bytes]:
    """The backup's own key, and what is derived from it."""
    with unlock_backup(file, way) as key, closing(open_backup(file, key)) as opened:
        found = {"backup key": key.reveal()}
        for purpose in BackupPurpose:
            with backup_subkey(key, purpose, opened.face.backup_id) as subkey:
                found[f"backup {purpose.name.lower()} key"] = subkey.reveal()
    return found
