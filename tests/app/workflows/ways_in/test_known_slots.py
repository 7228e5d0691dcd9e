"""The slow questions about the ways in, asked on another thread."""

import pytest

from app.workflows.ways_in.known_slots import held_here, prove
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
    known = opened.ways.known_slots()

    slot = prove(known, PassphraseWay(PASSPHRASE), TEST_ONLY_COSTS)

    assert slot == opened.id_of(SlotKind.PASSPHRASE)
    assert prove(known, RecoveryWay(opened.words)) == opened.id_of(SlotKind.RECOVERY)
    with pytest.raises(PassphraseWrong):
        prove(known, PassphraseWay("not the right one"), TEST_ONLY_COSTS)


def test_the_store_tells_which_slot_is_this_computers(make: Make, store: FakeKeyStore) -> None:
    opened = make(KeyringPassphraseWay(store, PASSPHRASE))
    known = opened.ways.known_slots()

    assert held_here(known, store) == opened.ways.opened_by
    assert held_here(known, FakeKeyStore("KDE Wallet")) is None
    store.items.clear()
    assert held_here(known, store) is None


def test_a_store_that_cannot_be_asked_says_so(make: Make, store: FakeKeyStore) -> None:
    known = make(KeyringPassphraseWay(store, PASSPHRASE)).ways.known_slots()
    store.failure = KeyringLocked()

    with pytest.raises(KeyringLocked):
        held_here(known, store)
