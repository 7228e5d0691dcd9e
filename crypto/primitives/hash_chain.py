"""The ledger's hashes: a commitment to each entry's content, and the head that chains them."""

import hashlib
from uuid import UUID

from crypto.encoding import enc

HASH_BYTES = 32
GENESIS_HEAD = bytes(HASH_BYTES)  # stands before entry 1


def commitment(kind: str, subject_id: UUID, actor: str, nonce: bytes, content: bytes) -> bytes:
    """Commits to an entry; the secret nonce keeps short contents from being guessed."""
    return _sha256(enc("underrose/entry/1", kind, subject_id, actor, nonce, content))


def head(previous: bytes, generation: int, at_ms: int, commitment: bytes) -> bytes:
    """The head after entry `generation` (counted from 1); `at_ms` is Unix time, UTC."""
    return _sha256(enc("underrose/head/1", previous, generation, at_ms, commitment))


def _sha256(data: bytes) -> bytes:
    return hashlib.sha256(data).digest()
