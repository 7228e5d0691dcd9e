"""A backup that is open for reading, where it lies: nothing of it is copied or written."""

import hashlib
import hmac
import os
from collections.abc import Iterator
from pathlib import Path

from crypto.backup.blocks import FoundBlocks, open_file, read_blocks
from crypto.backup.disk_errors import as_backup_errors
from crypto.backup.face import BackupFace, face_of
from crypto.backup.header import BackupHeader
from crypto.backup.subkeys import BackupPurpose, backup_subkey
from crypto.errors import BackupDamaged, BackupInterrupted, BackupMissing
from crypto.secret import SecretBytes
from crypto.vault.connection import VaultConnection, open_from_outside
from crypto.vault.pages import PAGE_BYTES, Pages

_CHUNK_BYTES = 1 << 20


class OpenBackup:
    """Used on the thread that opened it. `key` is the backup's; `close` wipes its copies of it.

    What a connection raises is of the vault's classes, see `as_backup_errors`.
    """

    def __init__(
        self,
        path: Path,
        found: FoundBlocks,
        header: BackupHeader,
        connection: VaultConnection,
        database_key: SecretBytes,
    ) -> None:
        self.path = path
        self.face: BackupFace = face_of(path, found, header)
        self.header = header
        self.connection = connection
        self._database_key = database_key

    def connect_again(self) -> VaultConnection:
        """Another such connection, for the thread that asks for it, which closes it."""
        return open_from_outside(self.path, self._database_key)

    def pages(self) -> Pages:
        """The pages of the file, the database's first; whoever asks closes them."""
        with as_backup_errors(self.path):
            return Pages(self.path, self._database_key)

    def check_bytes(self) -> Iterator[int]:
        """Hashes all bytes of the database; yields how many it has, all only once they are right.

        Raises BackupDamaged when they aren't those that were written, or a sector can't be read;
        BackupInterrupted when the file has gone.
        """
        digest = hashlib.sha256()
        try:
            with as_backup_errors(self.path), open_file(self.path) as (descriptor, _):
                left = self.header.db_bytes
                while left and (data := os.read(descriptor, min(left, _CHUNK_BYTES))):
                    digest.update(data)
                    left -= len(data)
                    if left:
                        yield self.header.db_bytes - left
        except BackupMissing:
            raise BackupInterrupted from None
        if not hmac.compare_digest(digest.digest(), self.header.db_sha256):
            raise BackupDamaged
        yield self.header.db_bytes

    def close(self) -> None:
        """Closes the file; may be called twice."""
        self.connection.close()
        self._database_key.wipe()


def open_backup(path: Path, key: SecretBytes) -> OpenBackup:
    """Opens the database of a backup in place, read-only and asked for nothing but to be read.

    Raises what `look_at_backup` raises, and BackupDamaged when the key has not written it.
    """
    found = read_blocks(path)
    header = found.in_force(key).header
    database_key = backup_subkey(key, BackupPurpose.DATABASE, header.backup_id)
    try:
        with as_backup_errors(path):
            connection = open_from_outside(path, database_key)
            try:
                _refuse_other_size(connection, header)
            except BaseException:
                connection.close()
                raise
    except BaseException:
        database_key.wipe()
        raise
    return OpenBackup(path, found, header, connection, database_key)


def _refuse_other_size(connection: VaultConnection, header: BackupHeader) -> None:
    # SQLite counts the pages by the database's own header, so that the blocks behind them are
    # none; all that is hashed is to be one of them.
    if connection.execute("PRAGMA page_count") != [(header.db_bytes // PAGE_BYTES,)]:
        raise BackupDamaged
