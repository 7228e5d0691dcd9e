from uuid import UUID, uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crypto.encoding import enc, parts_of
from crypto.errors import KeyringItemGone, KeyringTimeout, KeyringWriteUnverified
from crypto.secret import SecretBytes
from crypto.slots.keyring_slot import KeyringSlot, account_of, pin_account_of
from crypto.slots.passphrase import PassphraseSlot
from crypto.slots.slot import PassphraseKdf
from crypto.vault import seal
from crypto.vault.pin import Pin, PinToKeep, keep_pin, parse, read_pin, render, slots_in_a_store
from crypto.vault.seal import SealState
from tests.support.fake_key_store import FakeKeyStore

VAULT = UUID("b2c60a37-3c9a-4f0b-a52c-0d5d4f0b6c11")
KEY = SecretBytes(b"s" * 32)
EPOCH = 3
HASH = b"q" * 32
HERE, THERE = KeyringSlot(UUID(int=1), "Here"), KeyringSlot(UUID(int=2), "There")
TYPED = PassphraseSlot(UUID(int=3), PassphraseKdf(b"a" * 16, 65536, 1, 1))

COUNTERS = st.integers(0, 2**64 - 1)
HASHES = st.binary(min_size=32, max_size=32)
STATES = st.builds(SealState, COUNTERS, COUNTERS, HASHES, HASHES)
STATE = SealState(8, 5, b"h" * 32, b"d" * 32)


def pinned(state: SealState = STATE, epoch: int = EPOCH, key: SecretBytes = KEY) -> bytes:
    return render(seal.render(state, key, VAULT, epoch), 7, HASH)


@given(STATES, st.integers(1, 2**53 - 1), HASHES)
def test_a_pin_reads_back(state: SealState, header_seq: int, header_sha256: bytes) -> None:
    data = render(seal.render(state, KEY, VAULT, EPOCH), header_seq, header_sha256)
    assert parse(data, KEY, VAULT, EPOCH) == Pin(state, EPOCH, header_seq, header_sha256)


def test_a_pin_is_the_seal_whole_and_the_header_it_stood_beside() -> None:
    label, sealed, seq, sha256 = parts_of(pinned())
    assert label == b"underrose/pin/1"
    assert seal.parse(sealed, KEY, VAULT, EPOCH) == STATE
    assert (int.from_bytes(seq), sha256) == (7, HASH)


def test_the_pin_of_another_vault_or_key_is_none() -> None:
    assert parse(pinned(), KEY, uuid4(), EPOCH) is None
    assert parse(pinned(key=SecretBytes(b"x" * 32)), KEY, VAULT, EPOCH) is None


@pytest.mark.parametrize("epoch", [1, 2, 4])
def test_the_pin_of_another_epoch_is_read_without_its_key(epoch: int) -> None:
    data = pinned(epoch=epoch, key=SecretBytes(b"gone" * 8))
    assert parse(data, KEY, VAULT, EPOCH) == Pin(STATE, epoch, 7, HASH)


@given(st.integers(0, len(pinned()) - 1), st.integers(1, 255))
def test_a_changed_pin_of_this_epoch_never_says_another_state(place: int, flips: int) -> None:
    data = bytearray(pinned())
    data[place] ^= flips
    found = parse(bytes(data), KEY, VAULT, EPOCH)
    assert found is None or found.state == STATE or found.epoch != EPOCH


@given(st.binary(max_size=400) | st.lists(st.binary(max_size=80), max_size=6).map(
    lambda parts: enc("underrose/pin/1", *parts)
))  # fmt: skip
def test_anything_else_in_the_keyring_is_none(data: bytes) -> None:
    assert parse(data, KEY, VAULT, EPOCH) is None


@pytest.mark.parametrize(
    "data",
    [
        b"",
        pinned()[:-1],
        pinned() + b"\0",
        enc("underrose/pin/2", *parts_of(pinned())[1:]),
        enc("underrose/pin/1", *parts_of(pinned())[1:3]),
        enc("underrose/pin/1", parts_of(pinned())[1], b"\0" * 7, HASH),
        enc("underrose/pin/1", parts_of(pinned())[1], 7, HASH[:-1]),
        enc("underrose/pin/1", b"", 7, HASH),
        enc("underrose/pin/1", parts_of(pinned())[1][:-40], 7, HASH),
    ],
)
def test_a_malformed_pin_is_none(data: bytes) -> None:
    assert parse(data, KEY, VAULT, EPOCH) is None


# In the keyring


def to_keep(*slots: KeyringSlot) -> PinToKeep:
    return PinToKeep(pinned(), VAULT, tuple(slot.slot_id for slot in slots))


def store_with(slot: KeyringSlot) -> FakeKeyStore:
    store = FakeKeyStore()
    store.items[account_of(VAULT, slot.slot_id)] = b"s" * 32
    return store


def test_a_pin_is_kept_beside_this_computers_half_and_read_back() -> None:
    store = store_with(HERE)
    assert read_pin(store, VAULT, [THERE, HERE]) is None
    keep_pin(store, to_keep(THERE, HERE))
    keep_pin(store, to_keep(THERE, HERE))
    assert set(store.items) == {f"{VAULT}/{HERE.slot_id}", f"{VAULT}/{HERE.slot_id}/pin"}
    assert read_pin(store, VAULT, [THERE, HERE]) == pinned()
    assert pin_account_of(VAULT, HERE.slot_id) == f"{VAULT}/{HERE.slot_id}/pin"


def test_the_next_pin_takes_the_place_of_the_last() -> None:
    store = store_with(HERE)
    keep_pin(store, to_keep(HERE))
    later = PinToKeep(b"later", VAULT, (HERE.slot_id,))
    keep_pin(store, later)
    assert read_pin(store, VAULT, [HERE]) == b"later"


def test_a_store_that_holds_no_half_keeps_no_pin() -> None:
    store = FakeKeyStore()
    with pytest.raises(KeyringItemGone):
        keep_pin(store, to_keep(HERE, THERE))
    assert store.items == {}


def test_a_vault_without_a_half_in_any_store_has_no_pin() -> None:
    store = FakeKeyStore()
    store.failure = KeyringTimeout()
    keep_pin(store, PinToKeep(pinned(), VAULT, slots_in_a_store([TYPED])))
    assert read_pin(store, VAULT, [TYPED]) is None


def test_a_store_that_cannot_be_asked_is_told() -> None:
    store = store_with(HERE)
    store.failure = KeyringTimeout()
    with pytest.raises(KeyringTimeout):
        read_pin(store, VAULT, [HERE])
    with pytest.raises(KeyringTimeout):
        keep_pin(store, to_keep(HERE))


def test_a_pin_that_was_not_kept_is_told() -> None:
    class Refusing(FakeKeyStore):
        def write(self, account: str, secret: SecretBytes) -> None:
            raise KeyringWriteUnverified

    store = Refusing()
    store.items = store_with(HERE).items
    with pytest.raises(KeyringWriteUnverified):
        keep_pin(store, to_keep(HERE))
