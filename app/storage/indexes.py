"""Tables and their indexes: whether both hold the same rows."""

from typing import cast

from app.storage.transaction import Reader

# A primary key that is the row's own number has no index of its own, and is not listed.
_NAMES = """
SELECT t.name, i.name FROM pragma_table_list AS t, pragma_index_list(t.name) AS i
WHERE t.schema = 'main' AND t.type = 'table' AND t.name NOT GLOB 'sqlite_*' AND NOT i.partial
ORDER BY t.name, i.name
"""


def names(reader: Reader) -> list[tuple[str, str]]:
    """Each table with each of its indexes."""
    return [(cast(str, table), cast(str, index)) for table, index in reader.rows(_NAMES)]


def agrees(reader: Reader, table: str, index: str) -> bool:
    """Whether an index has as many rows as its table, each counted by itself."""
    by_table = reader.rows(f'SELECT count(*) FROM "{table}" NOT INDEXED')
    by_index = reader.rows(f'SELECT count(*) FROM "{table}" INDEXED BY "{index}"')
    return by_table == by_index
