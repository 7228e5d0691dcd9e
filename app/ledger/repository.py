"""The ledger's two tables: the chain, which stays whole, and its erasable rows."""

from typing import cast
from uuid import UUID

from app.storage.transaction import Reader, Writer

_LAST = "SELECT generation, head FROM ledger_chain ORDER BY generation DESC LIMIT 1"
_APPEND_CHAIN = "INSERT INTO ledger_chain (generation, at_ms, commitment, head) VALUES (?, ?, ?, ?)"
_APPEND_ROW = (
    "INSERT INTO ledger_rows (generation, kind, subject_id, actor, nonce) VALUES (?, ?, ?, ?, ?)"
)


def last(reader: Reader) -> tuple[int, bytes] | None:
    """Generation and head of the newest entry, None in an empty ledger."""
    row = reader.row(_LAST)
    return None if row is None else (cast(int, row[0]), cast(bytes, row[1]))


def append_chain(
    writer: Writer, generation: int, at_ms: int, commitment: bytes, head: bytes
) -> None:
    """Adds a link to the chain."""
    writer.execute(_APPEND_CHAIN, (generation, at_ms, commitment, head))


def append_row(
    writer: Writer, generation: int, kind: str, subject_id: UUID, actor: str, nonce: bytes
) -> None:
    """Adds the erasable row beside a link."""
    writer.execute(_APPEND_ROW, (generation, kind, subject_id.bytes, actor, nonce))
