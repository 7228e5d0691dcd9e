"""The seal: a small file outside the database that pins its last write and the ledger's head."""

import hashlib
import hmac
from dataclasses import dataclass
from uuid import UUID

from crypto.encoding import enc, parts_of
from crypto.secret import SecretBytes

_LABEL = "underrose/seal/1"
_MAC_BYTES = 32


@dataclass(frozen=True)
class SealState:
    """What a seal pins: counters and hashes of the database as it was last committed."""

    write_no: int
    generation: int
    head: bytes
    drafts_sha256: bytes


def render(state: SealState, key: SecretBytes, vault_id: UUID, epoch: int) -> bytes:
    """The seal file's bytes."""
    body = enc(
        _LABEL,
        vault_id,
        epoch,
        state.write_no,
        state.generation,
        state.head,
        state.drafts_sha256,
    )
    return body + _mac(key, body)


def parse(data: bytes, key: SecretBytes, vault_id: UUID, epoch: int) -> SealState | None:
    """What the seal pins; None when it is not this vault's, or was changed."""
    body, mac = data[:-_MAC_BYTES], data[-_MAC_BYTES:]
    if not hmac.compare_digest(_mac(key, body), mac):
        return None
    _, _, _, write_no, generation, head, drafts_sha256 = parts_of(body)
    state = SealState(int.from_bytes(write_no), int.from_bytes(generation), head, drafts_sha256)
    return state if render(state, key, vault_id, epoch) == data else None


def _mac(key: SecretBytes, body: bytes) -> bytes:
    return hmac.digest(key.reveal(), body, hashlib.sha256)
