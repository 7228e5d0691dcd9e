from datetime import date
from uuid import UUID

import pytest
from msgspec import structs

from crypto.backup.slots import BackupSlot, recovery_slot, unwrap, wrap_slots
from crypto.errors import BackupDamaged, PassphraseNotUsable, WrongSecret
from crypto.primitives.aead import Sealed
from crypto.primitives.kdf import TEST_ONLY_COST
from crypto.secret import SecretBytes
from crypto.slots.passphrase import PassphraseSlot
from crypto.slots.recovery import RecoverySlot

KEY, ROOT = SecretBytes(b"k" * 32), SecretBytes(b"r" * 32)
VAULT, BACKUP, OTHER = UUID(int=1), UUID(int=2), UUID(int=3)
DAY = date(2026, 11, 23)


def kit_slot(number: int = 3) -> BackupSlot:
    return recovery_slot(KEY, VAULT, BACKUP, ROOT, number, DAY)


def test_a_slot_opens_by_its_root_alone() -> None:
    slot = kit_slot()
    assert unwrap(slot, ROOT, VAULT, BACKUP) == KEY
    with pytest.raises(WrongSecret):
        unwrap(slot, KEY, VAULT, BACKUP)


@pytest.mark.parametrize(("vault_id", "backup_id"), [(OTHER, BACKUP), (VAULT, OTHER)])
def test_a_slot_is_of_one_backup_of_one_vault(vault_id: UUID, backup_id: UUID) -> None:
    with pytest.raises(WrongSecret):
        unwrap(kit_slot(), ROOT, vault_id, backup_id)


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({"kit_number": 4}, WrongSecret),
        ({"slot_id": OTHER}, WrongSecret),
        ({"kit_made_on": date(2026, 11, 24)}, BackupDamaged),
    ],
)
def test_every_field_of_the_kit_is_bound(changed: dict[str, object], told: type[Exception]) -> None:
    slot = kit_slot()
    assert isinstance(slot.descriptor, RecoverySlot)
    other = BackupSlot(structs.replace(slot.descriptor, **changed), slot.wrap)
    with pytest.raises(told):
        unwrap(other, ROOT, VAULT, BACKUP)


def test_two_slots_of_one_kit_share_nothing() -> None:
    one, other = kit_slot(), kit_slot()
    assert one.descriptor.slot_id != other.descriptor.slot_id
    assert (one.wrap.salt, one.wrap.nonce) != (other.wrap.salt, other.wrap.nonce)


def test_a_passphrase_comes_only_when_it_is_given() -> None:
    alone = wrap_slots(KEY, VAULT, BACKUP, ROOT, 3, DAY)
    both = wrap_slots(KEY, VAULT, BACKUP, ROOT, 3, DAY, "a box of letters", TEST_ONLY_COST)
    assert [type(slot.descriptor) for slot in alone] == [RecoverySlot]
    assert [type(slot.descriptor) for slot in both] == [RecoverySlot, PassphraseSlot]


def test_a_passphrase_that_no_slot_should_have_is_refused() -> None:
    with pytest.raises(PassphraseNotUsable):
        wrap_slots(KEY, VAULT, BACKUP, ROOT, 3, DAY, "short", TEST_ONLY_COST)


def test_a_wrap_has_parts_of_fixed_lengths() -> None:
    with pytest.raises(ValueError, match="fixed lengths"):
        BackupSlot(kit_slot().descriptor, Sealed(b"", b"", b"", b""))
