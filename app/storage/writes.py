"""What each of the last writes left, hashed, so that a seal or pin of another history is told."""

import hashlib
from typing import cast

from app.storage.transaction import Reader, Writer
from crypto.encoding import enc
from crypto.vault.seal import SealState

KEPT = 10_000  # three hours of typing without a pause

_HAS_TABLE = "SELECT 1 FROM sqlite_schema WHERE name = 'writes'"
_OLDEST = "SELECT min(write_no) FROM writes"
_LEFT = "SELECT sha256 FROM writes WHERE write_no = ?"
_NOTE = "INSERT INTO writes (write_no, sha256) VALUES (?, ?)"
_FORGET = "DELETE FROM writes WHERE write_no <= ?"


def note(writer: Writer, state: SealState) -> None:
    """Keeps what this write leaves, in its own transaction, and forgets the oldest."""
    writer.execute(_NOTE, (state.write_no, digest(state)))
    writer.execute(_FORGET, (state.write_no - KEPT,))


def may_be_ours(reader: Reader, state: SealState) -> bool:
    """Whether this database went through `state`, as far as that is kept.

    True for a write that is forgotten, or that an app before 0010_writes.sql made.
    """
    if reader.row(_HAS_TABLE) is None:
        return True
    oldest = cast(int | None, reader.rows(_OLDEST)[0][0])
    if oldest is None or state.write_no < oldest:
        return True
    return reader.row(_LEFT, (state.write_no,)) == (digest(state),)


def digest(state: SealState) -> bytes:
    """The hash of a write number with the ledger's head and the drafts then."""
    parts = (state.write_no, state.generation, state.head, state.drafts_sha256)
    return hashlib.sha256(enc("underrose/write/1", *parts)).digest()
