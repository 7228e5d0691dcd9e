"""The private database in which a damaged vault's rows are put together; deleted afterwards."""

import secrets
from collections.abc import Generator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple, cast

from app.storage.transaction import Writer
from crypto.errors import ConstraintRefused, StatementRefused
from crypto.secret import SecretBytes
from crypto.vault.atomic_file import write_new
from crypto.vault.connection import SqlValue, VaultConnection, open_database

_KEY_BYTES = 32
# Nobody needs half of it. What belongs together is put together later.
_SETTINGS = (
    "PRAGMA journal_mode = MEMORY",
    "PRAGMA synchronous = OFF",
    "PRAGMA foreign_keys = OFF",
)
_COLUMNS = """
SELECT name, upper(type) = 'INTEGER' AND pk = 1 AND
    (SELECT count(*) FROM pragma_table_info(?1) WHERE pk > 0) = 1
FROM pragma_table_info(?1) ORDER BY cid
"""
_REFERENCES = 'SELECT "table", "from" FROM pragma_foreign_key_list(?)'
_MISSING = """
SELECT * FROM "{table}" AS t WHERE t."{column}" IS NOT NULL
AND NOT EXISTS (SELECT 1 FROM "{parent}" AS p WHERE p.id = t."{column}")
"""
_TRIGGERS = "SELECT name FROM sqlite_schema WHERE type = 'trigger'"


class Reference(NamedTuple):
    """A column of a table that names a row of another one by its key."""

    column: str
    parent: str


class Work(Writer):
    """Rows as they were, free of the rules that refuse a part of them; one transaction."""

    def __init__(self, connection: VaultConnection) -> None:
        super().__init__(connection)
        self.connection = connection
        self._columns: dict[str, list[tuple[str, bool]]] = {}

    def columns(self, table: str) -> list[tuple[str, bool]]:
        """Each column of a table, and whether it is the row's own number."""
        if table not in self._columns:
            self._columns[table] = [
                (cast(str, name), bool(is_rowid))
                for name, is_rowid in self.rows(_COLUMNS, (table,))
            ]
        return self._columns[table]

    def names(self, table: str) -> list[str]:
        """The columns of a table by name."""
        return [name for name, _ in self.columns(table)]

    def references(self, table: str) -> list[Reference]:
        """Which other tables its rows need."""
        found = self.rows(_REFERENCES, (table,))
        return [Reference(cast(str, column), cast(str, parent)) for parent, column in found]

    def without_parent(self, table: str, reference: Reference) -> list[dict[str, SqlValue]]:
        """The rows of a table whose reference leads nowhere, by their columns."""
        sql = _MISSING.format(table=table, column=reference.column, parent=reference.parent)
        names = self.names(table)
        return [dict(zip(names, row, strict=True)) for row in self.rows(sql)]

    def drop(self, table: str, key: str, id: SqlValue) -> None:
        """Lets a row go."""
        self.execute(f'DELETE FROM "{table}" WHERE "{key}" = ?', (id,))

    def put(self, table: str, rowid: int, values: Sequence[SqlValue]) -> bool:
        """Puts a row in as a page holds it; False when the table can't have such a row."""
        columns = self.columns(table)[: len(values)]
        if len(columns) < len(values):
            return False
        whole = [
            rowid if is_rowid and value is None else value
            for value, (_, is_rowid) in zip(values, columns, strict=True)
        ]
        return self.add(table, dict(zip((name for name, _ in columns), whole, strict=True)))

    def add(self, table: str, row: dict[str, SqlValue]) -> bool:
        """Puts a row in by its columns; False when the table can't have such a row."""
        names = ", ".join(f'"{name}"' for name in row)
        places = ", ".join("?" * len(row))
        try:
            self.execute(f'INSERT INTO "{table}" ({names}) VALUES ({places})', tuple(row.values()))
        except (ConstraintRefused, StatementRefused):  # the latter for a number of a row
            return False
        return True

    def is_migrated(self) -> None:
        """Looks at the tables anew, and lets rows go that no entry vouches for."""
        self._columns.clear()
        for (name,) in self.rows(_TRIGGERS):
            self.execute(f'DROP TRIGGER "{name}"')


@contextmanager
def work_database(path: Path) -> Generator[Work, None, None]:
    """An empty one at `path`, under a key that nobody has afterwards; gone when the block ends."""
    write_new(path, b"")
    try:
        with SecretBytes(secrets.token_bytes(_KEY_BYTES)) as key:
            connection = open_database(path, key, new=True)
        try:
            for setting in _SETTINGS:
                connection.execute(setting)
            connection.begin()
            yield Work(connection)
        finally:
            connection.close()
    finally:
        path.unlink(missing_ok=True)
        path.with_name(f"{path.name}-journal").unlink(missing_ok=True)
