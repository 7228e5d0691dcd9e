"""A backup whose blocks are sound and whose database is not: its pages, for salvage."""

from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from uuid import UUID

from crypto.backup.blocks import read_blocks
from crypto.backup.disk_errors import answers
from crypto.backup.subkeys import BackupPurpose, backup_subkey
from crypto.errors import BackupInterrupted
from crypto.secret import SecretBytes
from crypto.vault.connection import salt_of
from crypto.vault.page_reader import PageReader
from crypto.vault.pages import PAGE_BYTES
from crypto.vault.seal import SealState


class _Pages(PageReader):
    """A page that can't be read is lost only while its drive is there: else all of them were."""

    def read(self, number: int) -> bytes | None:
        page = super().read(number)
        if page is None and 1 <= number <= self.count and not answers(self.path):
            raise BackupInterrupted
        return page


class DamagedBackup:
    """Read where it lies, and never written to; of any thread."""

    def __init__(self, path: Path, key: SecretBytes) -> None:
        """`key` is the backup's, which is left to the caller; raises what `read_blocks` raises."""
        header = read_blocks(path).in_force(key).header
        self.path = path
        self.vault_id: UUID = header.vault_id
        self.name = header.name
        self._count = header.db_bytes // PAGE_BYTES
        self._database_key = backup_subkey(key, BackupPurpose.DATABASE, header.backup_id)

    def pages(self) -> PageReader:
        """Its pages, without the blocks that follow them.

        Nothing but the file itself knows its salt: where that is damaged, no page can be read.
        Raises BackupInterrupted when its drive is gone, as `read` does from then on.
        """
        try:
            return _Pages(self.path, self._database_key, salt_of(self.path), self._count)
        except OSError:
            raise BackupInterrupted from None

    def seal(self) -> SealState | None:
        """Nothing outside its database tells of the last write."""
        return None

    def held(self) -> AbstractContextManager[None]:
        """Nobody writes to a backup."""
        return nullcontext()

    def close(self) -> None:
        """Wipes the key; may be called twice."""
        self._database_key.wipe()
