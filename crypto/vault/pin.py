"""The pin: what the keyring remembers of a vault, so that an older copy of it is told."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from crypto.encoding import enc, parts_of
from crypto.errors import KeyringItemGone
from crypto.keyring.store import KeyStore
from crypto.secret import SecretBytes
from crypto.slots.keyring_slot import account_of, pin_account_of
from crypto.slots.slot import Descriptor
from crypto.vault import seal
from crypto.vault.seal import SealState

_LABEL = "underrose/pin/1"
_PARTS = 4
_INTEGER_BYTES = 8
_HASH_BYTES = 32


@dataclass(frozen=True)
class Pin:
    """The vault as it was last saved here: its seal, and the header that was in force."""

    state: SealState
    epoch: int
    header_seq: int
    header_sha256: bytes


@dataclass(frozen=True)
class PinToKeep:
    """A pin's bytes, and the slots one of which is this computer's."""

    data: bytes
    vault_id: UUID
    slot_ids: tuple[UUID, ...]


def render(seal_bytes: bytes, header_seq: int, header_sha256: bytes) -> bytes:
    """What the keyring holds: the seal whole, and which header was in force."""
    return enc(_LABEL, seal_bytes, header_seq, header_sha256)


def parse(data: bytes, key: SecretBytes, vault_id: UUID, epoch: int) -> Pin | None:
    """What was pinned; None when it is not this vault's, or not a pin.

    The seal in it is checked when it is of `epoch`, whose key this is. One of another epoch was
    sealed with a key that is gone or not here: the keyring alone vouches for it.
    """
    parts = _parts(data)
    if parts is None:
        return None
    _, seal_bytes, header_seq, header_sha256 = parts
    claimed = seal.claimed(seal_bytes, vault_id)
    if claimed is None:
        return None
    if claimed.epoch == epoch and seal.parse(seal_bytes, key, vault_id, epoch) is None:
        return None
    return Pin(claimed.state, claimed.epoch, int.from_bytes(header_seq), header_sha256)


def slots_in_a_store(descriptors: Sequence[Descriptor]) -> tuple[UUID, ...]:
    """The slots that a password store holds a part of; each may have a pin beside it."""
    return tuple(each.slot_id for each in descriptors if each.kind.in_a_store)


def keep_pin(store: KeyStore, pin: PinToKeep) -> None:
    """Has the store keep the pin beside the secret that it holds, and reads it back.

    Runs on any thread. Does nothing for a vault that no store holds a part of; raises
    KeyringItemGone when this one holds none, and what else the store says.
    """
    for slot_id in pin.slot_ids:
        try:
            store.read(account_of(pin.vault_id, slot_id)).wipe()
        except KeyringItemGone:
            continue
        store.write(pin_account_of(pin.vault_id, slot_id), SecretBytes(pin.data))
        return
    if pin.slot_ids:
        raise KeyringItemGone


def read_pin(store: KeyStore, vault_id: UUID, descriptors: Sequence[Descriptor]) -> bytes | None:
    """The pin's bytes; None when the store has none for this vault.

    Runs on any thread; raises KeyringError when the store cannot be asked.
    """
    for slot_id in slots_in_a_store(descriptors):
        try:
            return store.read(pin_account_of(vault_id, slot_id)).reveal()
        except KeyringItemGone:
            continue
    return None


def _parts(data: bytes) -> tuple[bytes, ...] | None:
    try:
        parts = parts_of(data)
    except ValueError:
        return None
    well_formed = (
        len(parts) == _PARTS
        and parts[0] == _LABEL.encode()
        and len(parts[2]) == _INTEGER_BYTES
        and len(parts[3]) == _HASH_BYTES
    )
    return parts if well_formed else None
