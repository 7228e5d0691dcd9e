from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crypto.secret import SecretBytes
from crypto.vault.seal import SEAL_BYTES, SealState, parse, render

KEY, VAULT = SecretBytes(b"k" * 32), UUID(int=1)
U64 = st.integers(0, 2**64 - 1)
HASHES = st.binary(min_size=32, max_size=32)
STATES = st.builds(SealState, U64, U64, HASHES, HASHES)
STATE = SealState(7, 3, b"h" * 32, b"d" * 32)


@given(STATES, U64)
def test_a_seal_reads_back(state: SealState, epoch: int) -> None:
    assert parse(render(state, KEY, VAULT, epoch), KEY, VAULT, epoch) == state


@given(st.integers(0, 179), st.integers(0, 7))
def test_no_flipped_bit_passes(place: int, bit: int) -> None:
    data = bytearray(render(STATE, KEY, VAULT, 1))
    data[place] ^= 1 << bit
    assert parse(bytes(data), KEY, VAULT, 1) is None


@given(st.binary(max_size=300))
def test_no_other_bytes_pass(data: bytes) -> None:
    assert parse(data, KEY, VAULT, 1) is None


@pytest.mark.parametrize(
    ("key", "vault", "epoch"),
    [(SecretBytes(b"x" * 32), VAULT, 1), (KEY, UUID(int=2), 1), (KEY, VAULT, 2)],
)
def test_the_seal_of_another_key_vault_or_epoch_does_not_pass(
    key: SecretBytes, vault: UUID, epoch: int
) -> None:
    assert parse(render(STATE, KEY, VAULT, 1), key, vault, epoch) is None


def test_a_cut_or_longer_seal_does_not_pass() -> None:
    data = render(STATE, KEY, VAULT, 1)
    assert len(data) == SEAL_BYTES == 180
    assert parse(data[:-1], KEY, VAULT, 1) is None
    assert parse(data + b"\0", KEY, VAULT, 1) is None
