from collections.abc import Callable
from datetime import date
from uuid import UUID, uuid4

import msgspec
import pytest

from crypto.errors import (
    CryptoError,
    HeaderTampered,
    KeyringItemGone,
    PassphraseWrong,
    RecoveryWrong,
    WrongSecret,
)
from crypto.primitives.kdf import TEST_ONLY_COST, TEST_ONLY_COSTS
from crypto.secret import SecretBytes
from crypto.slots.keyring_passphrase import KeyringPassphraseWay
from crypto.slots.keyring_slot import KeyringWay
from crypto.slots.open_slot import Slot, make_slot, open_slot
from crypto.slots.passphrase import PassphraseWay
from crypto.slots.recovery import RecoveryWay, new_kit
from crypto.slots.slot import Enrolment, NewWay, PassphraseKdf, SlotKind, Way
from tests.support.fake_key_store import FakeKeyStore

VAULT = UUID("b2c60a37-3c9a-4f0b-a52c-0d5d4f0b6c11")
VAULT_KEY = SecretBytes(bytes(range(32)))
STORE = FakeKeyStore()
KIT = new_kit(1, date(2026, 11, 23))
PASSPHRASE, WRONG = "correct horse battery", "correct horse bettery"

WAYS: dict[SlotKind, tuple[Way, Way, type[CryptoError]]] = {
    # the right secret, a wrong one, and what that is called
    SlotKind.KEYRING: (KeyringWay(STORE), KeyringWay(FakeKeyStore()), KeyringItemGone),
    SlotKind.KEYRING_PASSPHRASE: (
        KeyringPassphraseWay(STORE, PASSPHRASE),
        KeyringPassphraseWay(STORE, WRONG),
        PassphraseWrong,
    ),
    SlotKind.PASSPHRASE: (PassphraseWay(PASSPHRASE), PassphraseWay(WRONG), PassphraseWrong),
    SlotKind.RECOVERY: (
        RecoveryWay(KIT.words),
        RecoveryWay(new_kit(1, date(2026, 11, 23)).words),
        RecoveryWrong,
    ),
}


def enrolment(kind: SlotKind) -> Enrolment:
    if kind is SlotKind.RECOVERY:
        return Enrolment(KIT.enrolment.descriptor, SecretBytes(KIT.enrolment.key_material.reveal()))
    ways: dict[SlotKind, NewWay] = {
        SlotKind.KEYRING: KeyringWay(STORE),
        SlotKind.KEYRING_PASSPHRASE: KeyringPassphraseWay(STORE, PASSPHRASE),
        SlotKind.PASSPHRASE: PassphraseWay(PASSPHRASE),
    }
    return ways[kind].enrol(VAULT, TEST_ONLY_COST)


def made(kind: SlotKind) -> Slot:
    return make_slot(VAULT_KEY, enrolment(kind), VAULT)


def tried(way: Way, *slots: Slot, vault: UUID = VAULT) -> SecretBytes:
    return open_slot(way, slots, vault, TEST_ONLY_COSTS).vault_key


@pytest.mark.parametrize("kind", SlotKind)
def test_the_right_secret_gives_the_vault_key(kind: SlotKind) -> None:
    others = [made(other) for other in SlotKind if other is not kind]
    assert tried(WAYS[kind][0], *others, made(kind)) == VAULT_KEY


@pytest.mark.parametrize("kind", SlotKind)
def test_a_wrong_secret_has_its_own_error(kind: SlotKind) -> None:
    _, wrong, error = WAYS[kind]
    with pytest.raises(error):
        tried(wrong, made(kind))


def test_a_store_that_holds_other_bytes_has_lost_its_half() -> None:
    store = FakeKeyStore()
    slot = make_slot(VAULT_KEY, KeyringWay(store).enrol(VAULT, TEST_ONLY_COST), VAULT)
    store.items = dict.fromkeys(store.items, b"x" * 32)
    with pytest.raises(KeyringItemGone):
        tried(KeyringWay(store), slot)


@pytest.mark.parametrize("kind", SlotKind)
def test_a_slot_moved_to_another_vault_opens_nothing(kind: SlotKind) -> None:
    with pytest.raises((WrongSecret, KeyringItemGone)):
        tried(WAYS[kind][0], made(kind), vault=uuid4())


Change = Callable[[Slot], Slot]


def descriptor_field(name: str, value: object) -> Change:
    def change(slot: Slot) -> Slot:
        descriptor = msgspec.structs.replace(slot.descriptor, **{name: value})
        return msgspec.structs.replace(slot, descriptor=descriptor)

    return change


@pytest.mark.parametrize(
    ("kind", "change"),
    [
        (SlotKind.KEYRING, descriptor_field("store", "Other")),
        (SlotKind.KEYRING_PASSPHRASE, descriptor_field("store", "Other")),
        (SlotKind.RECOVERY, descriptor_field("kit_number", 2)),
        (SlotKind.RECOVERY, descriptor_field("kit_made_on", date(2026, 11, 24))),
    ],
)
def test_a_changed_descriptor_is_told_although_the_secret_is_right(
    kind: SlotKind, change: Change
) -> None:
    with pytest.raises(HeaderTampered):
        tried(WAYS[kind][0], change(made(kind)))


@pytest.mark.parametrize(
    "change",
    [
        descriptor_field("slot_id", uuid4()),
        descriptor_field("kdf", PassphraseKdf(b"x" * 16, 32, 1, 1)),
    ],
)
def test_a_descriptor_that_changes_the_key_makes_the_secret_wrong(change: Change) -> None:
    with pytest.raises(PassphraseWrong):
        tried(WAYS[SlotKind.PASSPHRASE][0], change(made(SlotKind.PASSPHRASE)))


def test_a_wrap_of_other_lengths_is_no_slot() -> None:
    slot = made(SlotKind.RECOVERY)
    fields = msgspec.to_builtins(slot)
    fields["wrap"]["nonce"] = "AAAA"
    with pytest.raises(msgspec.ValidationError):
        msgspec.convert(fields, Slot)
