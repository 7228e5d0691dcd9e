from uuid import UUID

import pytest

from crypto.errors import KeyringItemGone, PassphraseNotUsable, PassphraseWrong
from crypto.primitives.kdf import APP_COSTS, TEST_ONLY_COST, TEST_ONLY_COSTS, argon2id
from crypto.slots.keyring_passphrase import KeyringPassphraseSlot, KeyringPassphraseWay
from crypto.slots.keyring_slot import account_of
from tests.support.fake_key_store import FakeKeyStore

VAULT = UUID(int=1)
PASSPHRASE = "correct horse battery"


def enrolled(store: FakeKeyStore) -> KeyringPassphraseSlot:
    way = KeyringPassphraseWay(store, PASSPHRASE)
    descriptor = way.enrol(VAULT, TEST_ONLY_COST).descriptor
    assert isinstance(descriptor, KeyringPassphraseSlot)
    return descriptor


def test_the_key_material_is_the_passphrases_half_then_the_stores() -> None:
    store = FakeKeyStore()
    slot = enrolled(store)
    chosen = KeyringPassphraseWay(store, PASSPHRASE).choose([slot], VAULT, TEST_ONLY_COSTS)
    halves = (
        argon2id(PASSPHRASE.encode(), slot.kdf.salt, TEST_ONLY_COST).reveal(),
        store.items[account_of(VAULT, slot.slot_id)],
    )
    assert chosen.key_material.reveal() == b"".join(halves)
    assert isinstance(chosen.if_wrong, PassphraseWrong)


def test_a_copied_header_is_useless_without_the_store_and_nothing_is_derived() -> None:
    slot = enrolled(FakeKeyStore())
    with pytest.raises(KeyringItemGone):  # and not HeaderTampered, which the cost would give
        KeyringPassphraseWay(FakeKeyStore(), PASSPHRASE).choose([slot], VAULT, APP_COSTS)


def test_a_short_passphrase_leaves_nothing_in_the_store() -> None:
    store = FakeKeyStore()
    with pytest.raises(PassphraseNotUsable):
        KeyringPassphraseWay(store, "too short").refuse_unusable()
    assert store.items == {}


def test_the_way_in_does_not_show_its_passphrase() -> None:
    assert "horse" not in repr(KeyringPassphraseWay(FakeKeyStore(), PASSPHRASE))
