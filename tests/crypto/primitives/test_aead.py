from dataclasses import replace

import pytest
from cryptography.hazmat.primitives.ciphers.aead import AESGCMSIV
from hypothesis import given
from hypothesis import strategies as st

from crypto.errors import WrongSecret
from crypto.primitives.aead import Altered, Sealed, open_sealed, seal
from crypto.secret import SecretBytes

SECRET = SecretBytes(b"k" * 32)
PLAINTEXT = SecretBytes(b"p" * 32)
INFO, AAD = b"info", b"aad"


@pytest.mark.parametrize(
    ("plaintext", "aad", "result"),
    [  # RFC 8452, C.2; key and nonce are the same in all
        ("0100000000000000", "", "c2ef328e5c71c83b843122130f7364b761e0b97427e3df28"),
        ("010000000000000000000000", "",
         "9aab2aeb3faa0a34aea8e2b18ca50da9ae6559e48fd10f6e5c9ca17e"),
        ("0200000000000000", "01", "1de22967237a813291213f267e3b452f02d01ae33e4ec854"),
    ],
)  # fmt: skip
def test_the_cipher_is_that_of_rfc_8452(plaintext: str, aad: str, result: str) -> None:
    key = bytes.fromhex("01" + "00" * 31)
    nonce = bytes.fromhex("03" + "00" * 11)
    cipher = AESGCMSIV(key)
    assert cipher.encrypt(nonce, bytes.fromhex(plaintext), bytes.fromhex(aad)).hex() == result


def sealed_once() -> Sealed:
    return seal(PLAINTEXT, SECRET, info=INFO, aad=AAD)


def test_what_was_sealed_opens() -> None:
    assert open_sealed(sealed_once(), SECRET, info=INFO, aad=AAD) == PLAINTEXT


def test_salt_and_nonce_are_fresh_each_time() -> None:
    first, second = sealed_once(), sealed_once()
    assert first.salt != second.salt
    assert first.nonce != second.nonce


@given(st.binary(min_size=1, max_size=80).filter(lambda other: other != b"k" * 32))
def test_another_secret_is_a_wrong_secret(other: bytes) -> None:
    with pytest.raises(WrongSecret):
        open_sealed(sealed_once(), SecretBytes(other), info=INFO, aad=AAD)


def test_another_purpose_is_a_wrong_secret() -> None:
    with pytest.raises(WrongSecret):
        open_sealed(sealed_once(), SECRET, info=b"other", aad=AAD)


@given(st.integers(0, 7), st.data())
def test_a_flipped_bit_is_always_told(bit: int, data: st.DataObject) -> None:
    whole = sealed_once()
    name = data.draw(st.sampled_from(["salt", "commitment", "nonce", "ciphertext"]))
    part = bytearray(getattr(whole, name))
    part[data.draw(st.integers(0, len(part) - 1))] ^= 1 << bit
    expected = WrongSecret if name in {"salt", "commitment"} else Altered
    with pytest.raises(expected):
        open_sealed(replace(whole, **{name: bytes(part)}), SECRET, info=INFO, aad=AAD)


def test_other_associated_data_is_an_alteration() -> None:
    with pytest.raises(Altered):
        open_sealed(sealed_once(), SECRET, info=INFO, aad=b"other")
