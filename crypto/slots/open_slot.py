"""A slot as the header holds it, made and opened: the vault key wrapped under one secret."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import cast
from uuid import UUID

import msgspec
from msgspec import Struct

from crypto.encoding import canonical_json, enc
from crypto.errors import HeaderTampered, WrongSecret
from crypto.primitives.aead import (
    COMMITMENT_BYTES,
    NONCE_BYTES,
    SALT_BYTES,
    TAG_BYTES,
    Altered,
    Sealed,
    open_sealed,
    seal,
)
from crypto.primitives.kdf import KEY_BYTES, CostRange
from crypto.secret import SecretBytes
from crypto.slots.keyring_passphrase import KeyringPassphraseSlot
from crypto.slots.keyring_slot import KeyringSlot
from crypto.slots.passphrase import PassphraseSlot
from crypto.slots.recovery import RecoverySlot
from crypto.slots.slot import Descriptor, Enrolment, Way

AnyDescriptor = KeyringSlot | KeyringPassphraseSlot | PassphraseSlot | RecoverySlot

_WRAP_LENGTHS = (SALT_BYTES, COMMITMENT_BYTES, NONCE_BYTES, KEY_BYTES + TAG_BYTES)


class Slot(Struct, frozen=True, forbid_unknown_fields=True):
    """A descriptor, and the vault key wrapped under what the descriptor describes."""

    descriptor: AnyDescriptor
    wrap: Sealed

    def __post_init__(self) -> None:
        refuse_other_lengths(self.wrap)


def refuse_other_lengths(wrap: Sealed) -> None:
    """Raises ValueError unless a key of 32 bytes may be wrapped in it."""
    parts = (wrap.salt, wrap.commitment, wrap.nonce, wrap.ciphertext)
    if tuple(len(part) for part in parts) != _WRAP_LENGTHS:
        raise ValueError("a wrap has parts of fixed lengths")


def make_slot(vault_key: SecretBytes, enrolment: Enrolment, vault_id: UUID) -> Slot:
    """Wraps the vault key for a new way in."""
    descriptor = enrolment.descriptor
    wrap = seal(
        vault_key,
        enrolment.key_material,
        info=_info(descriptor, vault_id),
        aad=_aad(descriptor, vault_id),
    )
    return Slot(cast(AnyDescriptor, descriptor), wrap)  # every descriptor is one of the four


@dataclass(frozen=True)
class Opened:
    """What a way in came to: the vault key, and the slot that gave it."""

    slot_id: UUID
    vault_key: SecretBytes


def open_slot(way: Way, slots: Sequence[Slot], vault_id: UUID, costs: CostRange) -> Opened:
    """The vault key, by the one slot that the way in chooses; no other slot is tried.

    Raises what the way in raises, the WrongSecret that belongs to it, and HeaderTampered when
    the secret is right but the slot was changed.
    """
    chosen = way.choose([slot.descriptor for slot in slots], vault_id, costs)
    slot = next(slot for slot in slots if slot.descriptor.slot_id == chosen.slot_id)
    with chosen.key_material:
        try:
            return Opened(chosen.slot_id, unwrap(slot, chosen.key_material, vault_id))
        except WrongSecret:
            raise chosen.if_wrong from None


def unwrap(slot: Slot, key_material: SecretBytes, vault_id: UUID) -> SecretBytes:
    """The vault key, from a slot's key material; raises WrongSecret or HeaderTampered."""
    descriptor = slot.descriptor
    try:
        return open_sealed(
            slot.wrap,
            key_material,
            info=_info(descriptor, vault_id),
            aad=_aad(descriptor, vault_id),
        )
    except Altered:
        raise HeaderTampered from None


def _info(descriptor: Descriptor, vault_id: UUID) -> bytes:
    return enc("underrose/slot-kek/1", vault_id, descriptor.slot_id, descriptor.kind)


def _aad(descriptor: Descriptor, vault_id: UUID) -> bytes:
    # As canonical JSON, so that no field can be forgotten here.
    fields = canonical_json(msgspec.to_builtins(descriptor))
    return enc("underrose/slot/1", vault_id, fields)
