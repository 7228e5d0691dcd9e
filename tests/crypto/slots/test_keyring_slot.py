from uuid import UUID

import pytest

from crypto.errors import KeyringBackendChanged, KeyringItemGone, KeyringTimeout
from crypto.primitives.kdf import APP_COSTS, STANDARD_COST
from crypto.secret import SecretBytes
from crypto.slots.keyring_slot import KeyringSlot, KeyringWay, account_of, hold_secret
from tests.support.fake_key_store import FakeKeyStore

VAULT = UUID("b2c60a37-3c9a-4f0b-a52c-0d5d4f0b6c11")


def enrolled(store: FakeKeyStore) -> KeyringSlot:
    descriptor = KeyringWay(store).enrol(VAULT, STANDARD_COST).descriptor
    assert isinstance(descriptor, KeyringSlot)
    return descriptor


def test_the_secret_is_kept_under_the_vault_and_the_slot() -> None:
    store = FakeKeyStore("KDE Wallet")
    slot = enrolled(store)
    assert list(store.items) == [f"{VAULT}/{slot.slot_id}"]
    assert len(store.items[account_of(VAULT, slot.slot_id)]) == 32
    assert slot.store == "KDE Wallet"


def test_each_slot_has_its_own_secret() -> None:
    store = FakeKeyStore()
    enrolled(store)
    enrolled(store)
    assert len(set(store.items.values())) == 2


def test_the_slot_of_this_computer_is_found_among_others() -> None:
    store = FakeKeyStore()
    elsewhere, here = enrolled(FakeKeyStore()), enrolled(store)
    chosen = KeyringWay(store).choose([elsewhere, here], VAULT, APP_COSTS)
    assert chosen.slot_id == here.slot_id
    assert chosen.key_material == SecretBytes(store.items[account_of(VAULT, here.slot_id)])


def test_a_secret_that_is_gone_is_told() -> None:
    store = FakeKeyStore()
    slot = enrolled(store)
    store.items.clear()
    with pytest.raises(KeyringItemGone):
        KeyringWay(store).choose([slot], VAULT, APP_COSTS)


def test_a_secret_of_another_length_counts_as_gone() -> None:
    store = FakeKeyStore()
    slot = enrolled(store)
    store.items[account_of(VAULT, slot.slot_id)] = b"short"
    with pytest.raises(KeyringItemGone):
        KeyringWay(store).choose([slot], VAULT, APP_COSTS)


def test_another_store_is_named_beside_the_old_one() -> None:
    slot = enrolled(FakeKeyStore("KDE Wallet"))
    with pytest.raises(KeyringBackendChanged) as error:
        KeyringWay(FakeKeyStore("GNOME Keyring")).choose([slot], VAULT, APP_COSTS)
    assert (error.value.was, error.value.now) == ("KDE Wallet", "GNOME Keyring")


def test_a_vault_without_such_a_slot_says_that_the_secret_is_gone() -> None:
    with pytest.raises(KeyringItemGone):
        KeyringWay(FakeKeyStore()).choose([], VAULT, APP_COSTS)


def test_what_the_store_says_is_passed_on() -> None:
    store = FakeKeyStore()
    slot = enrolled(store)
    store.failure = KeyringTimeout()
    with pytest.raises(KeyringTimeout):
        KeyringWay(store).choose([slot], VAULT, APP_COSTS)


def test_an_answer_in_hand_opens_without_the_store() -> None:
    store = FakeKeyStore()
    slot = enrolled(store)
    held = hold_secret(store, VAULT, [slot])
    store.failure = KeyringTimeout()
    chosen = KeyringWay(held).choose([slot], VAULT, APP_COSTS)
    assert len(chosen.key_material) == 32
