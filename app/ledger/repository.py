"""The ledger's two tables: the chain, which stays whole, and its erasable rows."""

from collections.abc import Sequence
from typing import NamedTuple, cast
from uuid import UUID

from app.storage.transaction import Reader, Writer
from crypto.primitives import hash_chain

_LAST = "SELECT generation, head FROM ledger_chain ORDER BY generation DESC LIMIT 1"
_APPEND_CHAIN = "INSERT INTO ledger_chain (generation, at_ms, commitment, head) VALUES (?, ?, ?, ?)"
_APPEND_ROW = (
    "INSERT INTO ledger_rows (generation, kind, subject_id, actor, nonce) VALUES (?, ?, ?, ?, ?)"
)
_LINKS = """
SELECT c.generation, c.at_ms, c.commitment, c.head, r.kind, r.subject_id, r.actor, r.nonce,
       e.content
FROM ledger_chain AS c
LEFT JOIN ledger_rows AS r USING (generation)
LEFT JOIN {events} AS e USING (generation)
WHERE c.generation > ? ORDER BY c.generation LIMIT ?
"""
_HAS_EVENTS = "SELECT 1 FROM sqlite_schema WHERE name = 'vault_events'"
# A vault that is only read, and that the app before 0007_vault_events.sql wrote, has no such table.
_NO_EVENTS = "(SELECT NULL AS generation, NULL AS content WHERE 0)"
# Of each subject the columns of its newest entry, which SQLite promises for a lone max().
_LAST_OF_EACH = """
SELECT r.subject_id, max(r.generation), r.kind, r.actor, r.nonce, c.commitment, count(*)
FROM ledger_rows AS r LEFT JOIN ledger_chain AS c USING (generation)
WHERE r.kind GLOB ? AND r.subject_id IN ({places}) GROUP BY r.subject_id
"""
_OF_SUBJECT = """
SELECT r.generation, r.kind, r.subject_id, r.actor, r.nonce, c.commitment
FROM ledger_rows AS r JOIN ledger_chain AS c USING (generation)
WHERE r.subject_id = ? AND r.kind = ? ORDER BY r.generation
"""
_HEAD_AT = "SELECT head FROM ledger_chain WHERE generation = ?"
_AT = "SELECT at_ms FROM ledger_chain ORDER BY generation DESC LIMIT 1"


class Vouching(NamedTuple):
    """An entry's row with its commitment: enough to tell whether it vouches for a content."""

    generation: int
    kind: str
    subject_id: bytes
    actor: str
    nonce: bytes
    commitment: bytes
    how_many: int = 1  # of the subject's entries of this family

    @property
    def family(self) -> str:
        """The kind without its version."""
        return self.kind.partition("/")[0]

    def commits_to(self, content: bytes) -> bool:
        """Whether this entry was made for `content`, canonical JSON."""
        return self.commitment == hash_chain.commitment(
            self.kind, UUID(bytes=self.subject_id), self.actor, self.nonce, content
        )


class Link(NamedTuple):
    """One link of the chain, and what stands beside it, if that is there."""

    generation: int
    at_ms: int
    commitment: bytes
    head: bytes
    vouching: Vouching | None
    event: str | None


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


def head_at(reader: Reader, generation: int) -> bytes | None:
    """The chain's head after an entry; before the first one it is that of an empty ledger."""
    if generation == 0:
        return hash_chain.GENESIS_HEAD
    row = reader.row(_HEAD_AT, (generation,))
    return None if row is None else cast(bytes, row[0])


def last_at_ms(reader: Reader) -> int | None:
    """When the newest entry was made, in milliseconds of Unix time."""
    row = reader.row(_AT)
    return None if row is None else cast(int, row[0])


def links(reader: Reader, after: int, limit: int) -> list[Link]:
    """The links that follow generation `after`."""
    found: list[Link] = []
    events = "vault_events" if reader.row(_HAS_EVENTS) else _NO_EVENTS
    for row in reader.rows(_LINKS.format(events=events), (after, limit)):
        generation, at_ms, commitment, head = cast(tuple[int, int, bytes, bytes], row[:4])
        kind, subject, actor, nonce = cast(tuple[str, bytes, str, bytes], row[4:8])
        vouching = (
            None
            if row[4] is None
            else Vouching(generation, kind, subject, actor, nonce, commitment)
        )
        found.append(Link(generation, at_ms, commitment, head, vouching, cast(str | None, row[8])))
    return found


def last_of_each(reader: Reader, family: str, subjects: Sequence[bytes]) -> dict[bytes, Vouching]:
    """The newest entry of each subject, among those of one family of kinds."""
    sql = _LAST_OF_EACH.format(places=",".join("?" * len(subjects)))
    found: dict[bytes, Vouching] = {}
    for row in reader.rows(sql, (f"{family}/*", *subjects)):
        subject, generation, kind, actor, nonce, commitment, count = cast(
            tuple[bytes, int, str, str, bytes, bytes | None, int], row
        )
        vouching = Vouching(generation, kind, subject, actor, nonce, commitment or b"", count)
        found[subject] = vouching
    return found


def of_subject(reader: Reader, subject: UUID, kind: str) -> list[Vouching]:
    """The entries of one kind about a subject, oldest first."""
    rows = reader.rows(_OF_SUBJECT, (subject.bytes, kind))
    return [Vouching(*cast(tuple[int, str, bytes, str, bytes, bytes], row)) for row in rows]
