"""Many writes in one transaction, for a database that nobody can open yet.

Each write of a service counts when it returns, elsewhere. Here everything counts at the end, or
nothing does: the whole vault is thrown away when it cannot be finished. So many writes share a
transaction, and the disk is not waited for until the last one.
"""

from collections.abc import Generator
from contextlib import contextmanager

from app.storage import drafts, meta, writes
from app.storage.database import Database, SealedStore
from app.storage.transaction import Writer

SIZE = 2_000  # writes in one transaction
CACHE = 64 * 1024  # KiB of the database kept in memory

_HURRY = ("synchronous = OFF", "journal_mode = MEMORY", f"cache_size = -{CACHE}")
_CARE = ("synchronous = EXTRA", "journal_mode = DELETE")


class BatchedDatabase(Database):
    """The database as services know it, without a commit after each of their writes."""

    def __init__(self, store: SealedStore, size: int = SIZE) -> None:
        """From here on the disk is not waited for."""
        super().__init__(store)
        self._store = store
        self._size = size
        self._written = 0
        self._set(_HURRY)

    @contextmanager
    def write(self) -> Generator[Writer, None, None]:
        """A write within the open transaction; an error in it spoils the whole vault."""
        if not self._written:
            self._connection.begin()
        self._written += 1
        yield Writer(self._connection)
        if self._written == self._size:
            self._commit()

    def finish(self) -> None:
        """Commits what is left, with all that came before, and waits until it is on the disk."""
        if self._written:
            self._commit()
        self._set(_CARE)
        # One sync reaches every page that the file has: what came before was the same file.
        self._connection.begin()
        self._commit()

    def _commit(self) -> None:
        writer = Writer(self._connection)
        state = meta.advance(writer, drafts.digest(writer))
        writes.note(writer, state)
        self._connection.commit()
        self._store.write_seal(state)
        self._written = 0

    def _set(self, settings: tuple[str, ...]) -> None:
        for setting in settings:
            self._connection.execute(f"PRAGMA {setting}")
