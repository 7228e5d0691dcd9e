"""The way into its own backups that an open vault has: the root of the kit they are made for."""

from app.storage import backup_roots
from app.storage.database import Database
from crypto.backup.unlock import ByRoot
from crypto.errors import BackupRootMissing


class OwnWay:
    """Used on the vault's thread."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def into(self, kit_number: int) -> ByRoot:
        """What opens the backups of a kit; raises BackupRootMissing for one not known here.

        Its root is to be wiped after use.
        """
        with self._database.read() as reader:
            root = backup_roots.get(reader, kit_number)
        if root is None:
            raise BackupRootMissing
        return ByRoot(root)
