"""Autosaved texts that are not final yet: kept and hashed, but not entries of the ledger."""

import hashlib
from dataclasses import dataclass
from typing import cast
from uuid import UUID

from app.core.clock import Moment
from app.core.ids import ClientId
from app.storage.transaction import Reader, Writer
from crypto.encoding import enc

_PUT = """
INSERT INTO drafts (id, kind, client_id, content, sha256, written_ms) VALUES (?, ?, ?, ?, ?, ?)
ON CONFLICT (id) DO UPDATE SET
    content = excluded.content, sha256 = excluded.sha256, written_ms = excluded.written_ms
"""
_GET = "SELECT content FROM drafts WHERE id = ? AND kind = ?"
_DISCARD = "DELETE FROM drafts WHERE id = ? AND kind = ?"
_IDS = "SELECT id FROM drafts ORDER BY id"
_WITH_HASH = "SELECT content, sha256 FROM drafts WHERE id = ?"
_LAST_WRITTEN = "SELECT max(written_ms) FROM drafts"
_HASHES = "SELECT id, sha256 FROM drafts ORDER BY id"


@dataclass(frozen=True)
class Draft:
    """One autosaved text: of which kind, about which record and client, and its bytes."""

    id: UUID
    kind: str
    client: ClientId | None
    content: bytes


def put(writer: Writer, draft: Draft, at: Moment) -> None:
    """Keeps the draft in place of an earlier one of the same id."""
    client = draft.client.bytes if draft.client else None
    sha256 = hashlib.sha256(draft.content).digest()
    writer.execute(
        _PUT, (draft.id.bytes, draft.kind, client, draft.content, sha256, at.milliseconds)
    )


def get(reader: Reader, id: UUID, kind: str) -> bytes | None:
    """The draft's bytes, or None when there is none."""
    row = reader.row(_GET, (id.bytes, kind))
    return None if row is None else cast(bytes, row[0])


def discard(writer: Writer, id: UUID, kind: str) -> None:
    """Lets the draft go."""
    writer.execute(_DISCARD, (id.bytes, kind))


def digest(reader: Reader) -> bytes:
    """SHA-256 over the ids and hashes of all drafts, as `crypto/FORMAT.md` describes."""
    parts = [cast(bytes, part) for row in reader.rows(_HASHES) for part in row]
    return hashlib.sha256(enc("underrose/drafts/1", *parts)).digest()


def ids(reader: Reader) -> list[bytes]:
    """The ids of all drafts."""
    return [cast(bytes, row[0]) for row in reader.rows(_IDS)]


def with_hash(reader: Reader, id: bytes) -> tuple[bytes, bytes] | None:
    """A draft's bytes and the SHA-256 that was kept with them; None when it is gone."""
    row = reader.row(_WITH_HASH, (id,))
    return None if row is None else (cast(bytes, row[0]), cast(bytes, row[1]))


def last_written_ms(reader: Reader) -> int | None:
    """When a draft was last written, in milliseconds of Unix time; None without drafts."""
    return cast(int | None, reader.rows(_LAST_WRITTEN)[0][0])
