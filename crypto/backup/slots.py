"""The slots of a backup: its key wrapped under the kit's root and, if wanted, a passphrase."""

from datetime import date
from uuid import UUID, uuid4

import msgspec
from msgspec import Struct

from crypto.encoding import canonical_json, enc
from crypto.errors import BackupDamaged
from crypto.primitives.aead import Altered, Sealed, open_sealed, seal
from crypto.primitives.kdf import STANDARD_COST, Argon2Cost
from crypto.secret import SecretBytes
from crypto.slots.open_slot import refuse_other_lengths
from crypto.slots.passphrase import PassphraseSlot, derive, new_kdf
from crypto.slots.passphrase_rules import refuse_unusable
from crypto.slots.recovery import RecoverySlot

BackupDescriptor = RecoverySlot | PassphraseSlot


class BackupSlot(Struct, frozen=True, forbid_unknown_fields=True):
    """A descriptor, and the backup's key wrapped under what it describes."""

    descriptor: BackupDescriptor
    wrap: Sealed

    def __post_init__(self) -> None:
        refuse_other_lengths(self.wrap)


def wrap_slots(
    key: SecretBytes,
    vault_id: UUID,
    backup_id: UUID,
    root: SecretBytes,
    kit_number: int,
    kit_made_on: date,
    passphrase: str | None = None,
    cost: Argon2Cost = STANDARD_COST,
) -> tuple[BackupSlot, ...]:
    """Wraps a backup's key under the root of a kit, and under a passphrase if one is given.

    Slow with a passphrase. Raises PassphraseNotUsable. Each is opened once before it is returned.
    """
    slots = [recovery_slot(key, vault_id, backup_id, root, kit_number, kit_made_on)]
    if passphrase is not None:
        refuse_unusable(passphrase)
        kdf = new_kdf(cost)
        with derive(passphrase, kdf, cost) as material:
            slots.append(_wrap(key, material, PassphraseSlot(uuid4(), kdf), vault_id, backup_id))
    return tuple(slots)


def recovery_slot(
    key: SecretBytes,
    vault_id: UUID,
    backup_id: UUID,
    root: SecretBytes,
    kit_number: int,
    kit_made_on: date,
) -> BackupSlot:
    """The slot that the words of a kit open; its id is of no slot of the vault's."""
    descriptor = RecoverySlot(uuid4(), kit_number, kit_made_on)
    return _wrap(key, root, descriptor, vault_id, backup_id)


def unwrap(slot: BackupSlot, material: SecretBytes, vault_id: UUID, backup_id: UUID) -> SecretBytes:
    """The backup's key; raises WrongSecret, and BackupDamaged for a slot that was changed."""
    descriptor = slot.descriptor
    try:
        return open_sealed(
            slot.wrap,
            material,
            info=_info(descriptor, vault_id, backup_id),
            aad=_aad(descriptor, vault_id, backup_id),
        )
    except Altered:
        raise BackupDamaged from None


def _wrap(
    key: SecretBytes,
    material: SecretBytes,
    descriptor: BackupDescriptor,
    vault_id: UUID,
    backup_id: UUID,
) -> BackupSlot:
    wrap = seal(
        key,
        material,
        info=_info(descriptor, vault_id, backup_id),
        aad=_aad(descriptor, vault_id, backup_id),
    )
    slot = BackupSlot(descriptor, wrap)
    with unwrap(slot, material, vault_id, backup_id) as opened:
        if opened != key:
            raise BackupDamaged
    return slot


def _info(descriptor: BackupDescriptor, vault_id: UUID, backup_id: UUID) -> bytes:
    # The kit's number beside the root that is made of it, so that no two kits share a key.
    number = (descriptor.kit_number,) if isinstance(descriptor, RecoverySlot) else ()
    return enc(
        "underrose/backup-kek/1", vault_id, backup_id, descriptor.slot_id, descriptor.kind, *number
    )


def _aad(descriptor: BackupDescriptor, vault_id: UUID, backup_id: UUID) -> bytes:
    # As canonical JSON, so that no field can be forgotten here.
    fields = canonical_json(msgspec.to_builtins(descriptor))
    return enc("underrose/backup-slot/1", vault_id, backup_id, fields)
