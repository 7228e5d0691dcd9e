from uuid import UUID

import pytest

from crypto.errors import (
    KeyringTimeout,
    KeyringWriteUnverified,
    PassphraseNotUsable,
    PassphraseWrong,
    WayInExists,
)
from crypto.primitives.kdf import TEST_ONLY_COST, TEST_ONLY_COSTS
from crypto.secret import SecretBytes
from crypto.slots.keyring_passphrase import KeyringPassphraseWay
from crypto.slots.keyring_slot import KeyringSlot, KeyringWay
from crypto.slots.open_slot import make_slot, open_slot
from crypto.slots.passphrase import PassphraseWay
from crypto.slots.ready_way import ReadyWay, make_ready
from crypto.slots.slot import Descriptor, NewWay
from tests.support.fake_key_store import FakeKeyStore

VAULT = UUID("b2c60a37-3c9a-4f0b-a52c-0d5d4f0b6c11")
KEY = SecretBytes(b"v" * 32)
PASSPHRASE = "correct horse battery"


def ready(way: NewWay, *staying: Descriptor) -> ReadyWay:
    return make_ready(way, staying, VAULT, cost=TEST_ONLY_COST, costs=TEST_ONLY_COSTS)


@pytest.mark.parametrize("kind", [KeyringWay, KeyringPassphraseWay, PassphraseWay])
def test_it_makes_and_opens_a_slot_without_waiting_and_the_way_itself_opens_it_too(
    kind: type[object],
) -> None:
    store = FakeKeyStore()
    ways: dict[type[object], NewWay] = {
        KeyringWay: KeyringWay(store),
        KeyringPassphraseWay: KeyringPassphraseWay(store, PASSPHRASE),
        PassphraseWay: PassphraseWay(PASSPHRASE),
    }
    way = ready(ways[kind])
    store.failure = KeyringTimeout()
    way.refuse_unusable()
    way.refuse_second([], VAULT)
    with (enrolment := way.enrol(VAULT, TEST_ONLY_COST)).key_material:
        slot = make_slot(KEY, enrolment, VAULT)
    for _ in range(2):
        opened = open_slot(way, [slot], VAULT, TEST_ONLY_COSTS)
        assert (opened.slot_id, opened.vault_key) == (slot.descriptor.slot_id, KEY)
    store.failure = None
    assert open_slot(ways[kind], [slot], VAULT, TEST_ONLY_COSTS).vault_key == KEY
    way.wipe()
    assert len(way.found_again) == len(way.enrolment.key_material) == 0


def test_what_should_not_become_a_slot_is_refused_before_the_store_keeps_anything() -> None:
    store = FakeKeyStore()
    with pytest.raises(PassphraseNotUsable):
        ready(KeyringPassphraseWay(store, "short"))
    first = ready(KeyringWay(store)).enrolment.descriptor
    with pytest.raises(WayInExists):
        ready(KeyringPassphraseWay(store, PASSPHRASE), first)
    assert len(store.items) == 1


def test_the_slot_of_another_computer_is_no_second_one() -> None:
    elsewhere = KeyringSlot(UUID(int=7), "Test Keyring")
    assert ready(KeyringWay(FakeKeyStore()), elsewhere).enrolment.descriptor != elsewhere


def test_a_store_that_lost_what_it_kept_is_told() -> None:
    class Sieve(FakeKeyStore):
        def write(self, account: str, secret: SecretBytes) -> None: ...

    with pytest.raises(KeyringWriteUnverified):
        ready(KeyringWay(Sieve()))


def test_what_does_not_fit_is_the_stores_fault_where_there_is_one() -> None:
    assert isinstance(ready(KeyringWay(FakeKeyStore())).if_wrong, KeyringWriteUnverified)
    assert isinstance(ready(PassphraseWay(PASSPHRASE)).if_wrong, PassphraseWrong)
    assert PASSPHRASE not in repr(ready(PassphraseWay(PASSPHRASE)))
