"""The slow questions about the ways in, asked on another thread."""

import pytest

from app.workflows.ways_in.door import held_here, prove
from crypto.errors import KeyringLocked, PassphraseWrong
from crypto.primitives.kdf import TEST_ONLY_COSTS
from crypto.slots.keyring_passphrase import KeyringPassphraseWay
from crypto.slots.passphrase import PassphraseWay
from crypto.slots.recovery import RecoveryWay
from crypto.slots.slot import SlotKind
from tests.app.workflows.ways_in.conftest import Make, Opened
from tests.support.fake_key_store import FakeKeyStore
from tests.support.workspaces import PASSPHRASE


def test_the_secret_of_now_is_proven_without_opening_anything(opened: Opened) -> None:
    door = opened.ways.door()

    slot = prove(door, PassphraseWay(PASSPHRASE), TEST_ONLY_COSTS)

    assert slot == opened.id_of(SlotKind.PASSPHRASE)
    assert prove(door, RecoveryWay(opened.words)) == opened.id_of(SlotKind.RECOVERY)
    with pytest.raises(PassphraseWrong):
        prove(door, PassphraseWay("not the right one"), TEST_ONLY_COSTS)


def test_the_store_tells_which_slot_is_this_computers(make: Make, store: FakeKeyStore) -> None:
    opened = make(KeyringPassphraseWay(store, PASSPHRASE))
    door = opened.ways.door()

    assert held_here(door, store) == opened.ways.opened_by
    assert held_here(door, FakeKeyStore("KDE Wallet")) is None
    store.items.clear()
    assert held_here(door, store) is None


def test_a_store_that_cannot_be_asked_says_so(make: Make, store: FakeKeyStore) -> None:
    door = make(KeyringPassphraseWay(store, PASSPHRASE)).ways.door()
    store.failure = KeyringLocked()

    with pytest.raises(KeyringLocked):
        held_here(door, store)
