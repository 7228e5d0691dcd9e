"""What a kind of record tells the verifier: where its rows are, and what an entry commits to."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, cast

import msgspec

from app.ledger.repository import Vouching
from app.storage.transaction import Reader
from crypto.encoding import canonical_json
from crypto.vault.connection import Row

Content = Mapping[str, Any] | bytes  # plain JSON values, or their canonical JSON
Encoder = Callable[[Row], Content]

_TABLE = "SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = ?"


@dataclass(frozen=True)
class Verified:
    """One kind of record as the ledger vouches for it.

    `family` is the entries' kind without its version; `columns` is what the encoders take, after
    the id in `key`; `encoders` has one for each version, for ever, see `encoded`. Of `appended`
    records there is one entry each. `strays` selects the ids of rows that belong to such a record
    and are left alone.
    """

    family: str
    table: str
    columns: str
    encoders: Mapping[str, Encoder]
    key: str = "id"
    appended: bool = False
    strays: str = ""

    @property
    def newest(self) -> str:
        """The kind of entry that is made of a row today: the one of the highest version."""
        return max(self.encoders, key=lambda kind: int(kind.rpartition("/")[2]))

    def has_table(self, reader: Reader) -> bool:
        """Whether there is such a table: not in a database from before there was this kind."""
        return reader.row(_TABLE, (self.table,)) is not None

    def count(self, reader: Reader) -> int:
        """How many rows there are."""
        return cast(int, reader.rows(f"SELECT count(*) FROM {self.table}")[0][0])

    def page(self, reader: Reader, after: bytes, limit: int) -> list[tuple[bytes, Row]]:
        """The next rows by id: each id, and the columns."""
        sql = (
            f"SELECT {self.key}, {self.columns} FROM {self.table}"
            f" WHERE {self.key} > ? ORDER BY {self.key} LIMIT ?"
        )
        return [(cast(bytes, row[0]), row[1:]) for row in reader.rows(sql, (after, limit))]

    def of(self, reader: Reader, id: bytes) -> list[tuple[bytes, Row]]:
        """The row with this id, if there is one, as a page of its own."""
        sql = f"SELECT {self.columns} FROM {self.table} WHERE {self.key} = ?"
        return [(id, row) for row in reader.rows(sql, (id,))]

    def gone(self, reader: Reader, after: int, up_to: int) -> list[tuple[int, bytes]]:
        """Entries of a stretch of the ledger whose row is not there: generation and subject."""
        sql = f"""
            SELECT r.generation, r.subject_id FROM ledger_rows AS r
            WHERE r.generation > ? AND r.generation <= ? AND r.kind GLOB ?
            AND NOT EXISTS (SELECT 1 FROM {self.table} AS t WHERE t.{self.key} = r.subject_id)
        """
        rows = reader.rows(sql, (after, up_to, f"{self.family}/*"))
        return [(cast(int, generation), cast(bytes, subject)) for generation, subject in rows]

    def stray_ids(self, reader: Reader) -> list[bytes]:
        """Rows that nothing vouches for, since the record that they belong to is gone."""
        return [cast(bytes, row[0]) for row in reader.rows(self.strays)] if self.strays else []


def encoded(encoder: Encoder, row: Row) -> Content | None:
    """What an entry of the encoder's version would commit to; None for a row that is no record.

    For such a row an encoder may raise one of these, and no other.
    """
    try:
        return encoder(row)
    except (ValueError, LookupError, TypeError, OverflowError, RecursionError):
        return None


def commits(entry: Vouching, content: Content) -> bool:
    """Whether an entry was made for `content`."""
    if isinstance(content, bytes):
        return entry.commits_to(content)
    try:
        # Canonical for whatever our records hold, and twenty times as fast as what is so by proof.
        quick = msgspec.json.encode(content, order="sorted")
        return entry.commits_to(quick) or entry.commits_to(canonical_json(dict(content)))
    except RecursionError:  # nested deeper than any of our records
        return False
