"""Indexes: whether records are found by them, each, and no others."""

from typing import NamedTuple, cast

from app.storage.transaction import Reader

_ALL = """
SELECT t.name, i.name, (SELECT p.name FROM pragma_index_list(t.name) AS p WHERE p.origin = 'pk')
FROM pragma_table_list AS t, pragma_index_list(t.name) AS i
WHERE t.schema = 'main' AND t.type = 'table' AND t.name NOT GLOB 'sqlite_*'
AND i.origin <> 'pk' AND NOT i.partial
ORDER BY t.name, i.name
"""
_KEYS = """
SELECT t.name, i.name, c.name
FROM pragma_table_list AS t, pragma_index_list(t.name) AS i, pragma_index_info(i.name) AS c
WHERE t.schema = 'main' AND t.type = 'table' AND t.name NOT GLOB 'sqlite_*' AND i.origin = 'pk'
ORDER BY t.name
"""


class Key(NamedTuple):
    """The index of a table's primary key, of one column, by which records are found."""

    table: str
    name: str
    column: str

    def missing(self, reader: Reader, after: int, limit: int) -> tuple[int | None, int]:
        """Looks at the rows that follow row number `after`.

        The last of them, None when there are none; and how many the index doesn't lead to.
        """
        sql = f"""
            WITH part AS (
                SELECT rowid AS at, "{self.column}" AS id FROM "{self.table}" NOT INDEXED
                WHERE rowid > ? ORDER BY rowid LIMIT ?
            )
            SELECT max(at), total(NOT EXISTS (
                SELECT 1 FROM "{self.table}" AS t INDEXED BY "{self.name}"
                WHERE t."{self.column}" = part.id AND t.rowid = part.at
            )) FROM part
        """
        last, missing = reader.rows(sql, (after, limit))[0]
        return cast(int | None, last), int(cast(float, missing))


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


def all_keys(reader: Reader) -> list[Key]:
    """The index of every primary key that is not the row's own number."""
    return [Key(*cast(tuple[str, str, str], row)) for row in reader.rows(_KEYS)]


def all_indexes(reader: Reader) -> list[Index]:
    """Every index beside those of primary keys."""
    return [Index(*cast(tuple[str, str, str | None], row)) for row in reader.rows(_ALL)]


def _count(reader: Reader, table: str, way: str) -> object:
    # Not count(*), which SQLite takes from whichever index is smallest.
    return reader.rows(f'SELECT sum(1) FROM "{table}" {way}')[0][0]
