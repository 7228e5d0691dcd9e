"""Indexes: whether each holds as many rows as the one that records are found by."""

from typing import NamedTuple, cast

from app.storage.transaction import Reader

_ALL = """
SELECT t.name, i.name, (SELECT p.name FROM pragma_index_list(t.name) AS p WHERE p.origin = 'pk')
FROM pragma_table_list AS t, pragma_index_list(t.name) AS i
WHERE t.schema = 'main' AND t.type = 'table' AND t.name NOT GLOB 'sqlite_*'
AND i.origin <> 'pk' AND NOT i.partial
ORDER BY t.name, i.name
"""


class Index(NamedTuple):
    """An index of a table; `key` is the one of the primary key, None where that is the row's own
    number.
    """

    table: str
    name: str
    key: str | None

    def agrees(self, reader: Reader) -> bool:
        """Whether it has as many rows as the table, without reading what the rows hold."""
        by_key = "NOT INDEXED" if self.key is None else f'INDEXED BY "{self.key}"'
        return _count(reader, self.table, by_key) == _count(
            reader, self.table, f'INDEXED BY "{self.name}"'
        )


def all_indexes(reader: Reader) -> list[Index]:
    """Every index beside those of primary keys."""
    return [Index(*cast(tuple[str, str, str | None], row)) for row in reader.rows(_ALL)]


def _count(reader: Reader, table: str, way: str) -> object:
    # Not count(*), which SQLite takes from whichever index is smallest.
    return reader.rows(f'SELECT sum(1) FROM "{table}" {way}')[0][0]
