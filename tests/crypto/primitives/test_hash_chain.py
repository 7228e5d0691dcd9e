import hashlib
from uuid import UUID

from crypto.primitives.hash_chain import GENESIS_HEAD, commitment, head

SUBJECT = UUID(int=7)


def prefixed(*parts: bytes) -> bytes:
    return b"".join(len(part).to_bytes(4) + part for part in parts)


def test_a_commitment_hashes_every_part_of_the_entry() -> None:
    expected = hashlib.sha256(
        prefixed(b"underrose/entry/1", b"client/1", SUBJECT.bytes, b"coach", b"n" * 32, b"{}")
    ).digest()
    assert commitment("client/1", SUBJECT, "coach", b"n" * 32, b"{}") == expected


def test_a_head_hashes_the_one_before_it() -> None:
    expected = hashlib.sha256(
        prefixed(
            b"underrose/head/1",
            bytes(32),
            (1).to_bytes(8),
            (1_700_000_000_123).to_bytes(8),
            b"c" * 32,
        )
    ).digest()
    assert head(GENESIS_HEAD, 1, 1_700_000_000_123, b"c" * 32) == expected


def test_every_part_counts() -> None:
    entries = {
        commitment("client/1", SUBJECT, "coach", b"n", b"{}"),
        commitment("client/2", SUBJECT, "coach", b"n", b"{}"),
        commitment("client/1", UUID(int=8), "coach", b"n", b"{}"),
        commitment("client/1", SUBJECT, "app", b"n", b"{}"),
        commitment("client/1", SUBJECT, "coach", b"m", b"{}"),
        commitment("client/1", SUBJECT, "coach", b"n", b"[]"),
    }
    heads = {
        head(b"p", 1, 2, b"c"),
        head(b"q", 1, 2, b"c"),
        head(b"p", 2, 2, b"c"),
        head(b"p", 1, 3, b"c"),
        head(b"p", 1, 2, b"d"),
    }
    assert (len(entries), len(heads)) == (6, 5)
