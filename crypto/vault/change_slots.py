"""Changing the ways into an open vault: each change is one new header, written twice."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from crypto.errors import HeaderTampered, LastWayIn, TooManyWaysIn
from crypto.keyring.store import KeyStore
from crypto.primitives.kdf import APP_COSTS, STANDARD_COST, Argon2Cost, CostRange
from crypto.secret import SecretBytes
from crypto.slots.keyring_slot import account_of, pin_account_of
from crypto.slots.open_slot import Slot, make_slot, open_slot
from crypto.slots.ready_way import ReadyWay, make_ready
from crypto.slots.recovery import RecoverySlot, RecoveryWay, new_kit
from crypto.slots.slot import Enrolment, NewWay, SlotKind, Way
from crypto.vault.header import MOST_SLOTS
from crypto.vault.open_vault import Vault


@dataclass(frozen=True)
class PendingKit:
    """A Recovery Kit that opens nothing yet: the coach has its words, and checks them first."""

    words: tuple[str, ...] = field(repr=False)
    kit_number: int
    enrolment: Enrolment = field(repr=False)


def add_way(
    vault: Vault, way: NewWay, *, cost: Argon2Cost = STANDARD_COST, costs: CostRange = APP_COSTS
) -> UUID:
    """Lets `way` open the vault too; returns its slot.

    Slow unless `way` is a ReadyWay. Raises PassphraseNotUsable, WayInExists, TooManyWaysIn,
    KeyringError, VaultReadOnly, SaveNotDurable and VaultMissing.
    """
    return _put_way(vault, way, vault.header.slots, cost, costs)


def replace_way(
    vault: Vault,
    slot_id: UUID,
    way: NewWay,
    *,
    cost: Argon2Cost = STANDARD_COST,
    costs: CostRange = APP_COSTS,
) -> UUID:
    """Lets `way` open the vault in place of a slot, which no longer does; returns the new slot.

    There is no moment without a way in. Raises LastWayIn for the recovery slot, which
    `finish_new_kit` replaces, and what `add_way` raises.
    """
    if _slot(vault, slot_id).descriptor.kind is SlotKind.RECOVERY:
        raise LastWayIn
    new_id = _put_way(vault, way, _without(vault, slot_id), cost, costs)
    if vault.opened_by == slot_id:
        vault.opened_by = new_id
    return new_id


def remove_way(vault: Vault, slot_id: UUID) -> None:
    """Takes a slot away. An older header that somebody kept still opens with its secret.

    Raises LastWayIn for the recovery slot and for the last one beside it, VaultReadOnly,
    SaveNotDurable and VaultMissing.
    """
    if _slot(vault, slot_id).descriptor.kind is SlotKind.RECOVERY:
        raise LastWayIn
    staying = _without(vault, slot_id)
    if all(slot.descriptor.kind is SlotKind.RECOVERY for slot in staying):
        raise LastWayIn
    vault.put_slots(staying)


def forget_in_store(store: KeyStore, vault_id: UUID, slot_id: UUID) -> None:
    """Deletes what the store holds of a slot that was removed or replaced; on any thread.

    Only after that call has returned: until both headers have dropped the slot, it may be what
    opens the vault. Raises KeyringError.
    """
    store.delete(pin_account_of(vault_id, slot_id))
    store.delete(account_of(vault_id, slot_id))


def begin_new_kit(vault: Vault, made_on: date) -> PendingKit:
    """The next kit, with fresh words. Nothing is written: the kit in use stays in use."""
    number = recovery_slot(vault).kit_number + 1
    kit = new_kit(number, made_on)
    return PendingKit(kit.words, number, kit.enrolment)


def finish_new_kit(vault: Vault, pending: PendingKit) -> None:
    """Puts a kit in use; the words of the one before stop opening this header.

    Once it is in use, asking again changes nothing. Raises VaultReadOnly, SaveNotDurable and
    VaultMissing.
    """
    old = recovery_slot(vault)
    if old.slot_id == pending.enrolment.descriptor.slot_id:
        return
    slot = kit_slot(vault.vault_key, pending, vault.vault_id)
    vault.put_slots((*_without(vault, old.slot_id), slot))
    if vault.opened_by == old.slot_id:
        vault.opened_by = slot.descriptor.slot_id


def rehearse(vault: Vault, words: Sequence[str]) -> int:
    """The number of the kit in use, proven to open this vault by its words.

    Raises RecoveryWordUnknown, RecoveryChecksum, RecoveryWrong and HeaderTampered.
    """
    _prove(RecoveryWay(tuple(words)), vault.header.slots, vault.vault_key, vault.vault_id)
    return recovery_slot(vault).kit_number


def recovery_slot(vault: Vault) -> RecoverySlot:
    """The descriptor of the kit in use; every header has one."""
    return next(each for each in vault.descriptors if isinstance(each, RecoverySlot))


def way_slot(
    vault_key: SecretBytes, way: ReadyWay, vault_id: UUID, costs: CostRange = APP_COSTS
) -> Slot:
    """A slot for a way in, opened once."""
    slot = make_slot(vault_key, way.enrolment, vault_id)
    _prove(way, [slot], vault_key, vault_id, costs)
    return slot


def kit_slot(vault_key: SecretBytes, pending: PendingKit, vault_id: UUID) -> Slot:
    """A slot for a kit, opened once by its words."""
    slot = make_slot(vault_key, pending.enrolment, vault_id)
    _prove(RecoveryWay(pending.words), [slot], vault_key, vault_id)
    return slot


def _put_way(
    vault: Vault, way: NewWay, staying: Sequence[Slot], cost: Argon2Cost, costs: CostRange
) -> UUID:
    vault.refuse_read_only()  # before a keyring keeps anything
    if len(staying) >= MOST_SLOTS:
        raise TooManyWaysIn
    descriptors = [slot.descriptor for slot in staying]
    ready = make_ready(way, descriptors, vault.vault_id, cost=cost, costs=costs)
    try:
        slot = way_slot(vault.vault_key, ready, vault.vault_id, costs)
    finally:
        ready.wipe()
    vault.put_slots((*staying, slot))
    return slot.descriptor.slot_id


def _prove(
    way: Way,
    slots: Sequence[Slot],
    vault_key: SecretBytes,
    vault_id: UUID,
    costs: CostRange = APP_COSTS,
) -> None:
    with open_slot(way, slots, vault_id, costs).vault_key as opened:
        if opened != vault_key:
            raise HeaderTampered


def _slot(vault: Vault, slot_id: UUID) -> Slot:
    for slot in vault.header.slots:
        if slot.descriptor.slot_id == slot_id:
            return slot
    raise LookupError("the vault has no such slot")


def _without(vault: Vault, slot_id: UUID) -> tuple[Slot, ...]:
    return tuple(slot for slot in vault.header.slots if slot.descriptor.slot_id != slot_id)
