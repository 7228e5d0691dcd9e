"""The seal: a small file outside the database that pins its last write and the ledger's head."""

import hashlib
import hmac
from dataclasses import dataclass
from uuid import UUID

from crypto.encoding import enc, parts_of
from crypto.primitives.hash_chain import HASH_BYTES
from crypto.secret import SecretBytes

_LABEL = "underrose/seal/1"
_MAC_BYTES = 32
_INTEGER_BYTES = 8


@dataclass(frozen=True)
class SealState:
    """What a seal pins: counters and hashes of the database as it was last committed."""

    write_no: int
    generation: int
    head: bytes
    drafts_sha256: bytes


@dataclass(frozen=True)
class Claimed:
    """What a seal says of itself, unchecked."""

    epoch: int
    state: SealState


def render(state: SealState, key: SecretBytes, vault_id: UUID, epoch: int) -> bytes:
    """The seal file's bytes."""
    body = _body(state, vault_id, epoch)
    return body + _mac(key, body)


def parse(data: bytes, key: SecretBytes, vault_id: UUID, epoch: int) -> SealState | None:
    """What the seal pins; None when it is not this vault's, or was changed."""
    body, mac = data[:-_MAC_BYTES], data[-_MAC_BYTES:]
    if not hmac.compare_digest(_mac(key, body), mac):
        return None
    told = claimed(data, vault_id)
    return told.state if told is not None and told.epoch == epoch else None


def claimed(data: bytes, vault_id: UUID) -> Claimed | None:
    """What a seal of this vault says, its MAC unchecked; None when it is no such seal."""
    try:
        label, its_vault, epoch, write_no, generation, head, drafts = parts_of(data[:-_MAC_BYTES])
    except ValueError:  # not `enc`, or not seven parts
        return None
    counters = (epoch, write_no, generation)
    well_formed = (
        (label, its_vault) == (_LABEL.encode(), vault_id.bytes)
        and all(len(counter) == _INTEGER_BYTES for counter in counters)
        and (len(head), len(drafts)) == (HASH_BYTES, HASH_BYTES)
    )
    if not well_formed:
        return None
    state = SealState(int.from_bytes(write_no), int.from_bytes(generation), head, drafts)
    return Claimed(int.from_bytes(epoch), state)


def _body(state: SealState, vault_id: UUID, epoch: int) -> bytes:
    return enc(
        _LABEL,
        vault_id,
        epoch,
        state.write_no,
        state.generation,
        state.head,
        state.drafts_sha256,
    )


def _mac(key: SecretBytes, body: bytes) -> bytes:
    return hmac.digest(key.reveal(), body, hashlib.sha256)


_NOTHING = SealState(0, 0, bytes(HASH_BYTES), bytes(HASH_BYTES))
# Every seal's, since each of its parts has a length of its own.
SEAL_BYTES = len(_body(_NOTHING, UUID(int=0), 0)) + _MAC_BYTES
