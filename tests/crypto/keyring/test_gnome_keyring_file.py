"""A keyring file tells whether it has a password; the files are what GNOME Keyring 42 wrote."""

import hashlib

import pytest
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

from crypto.keyring.gnome_keyring_file import Protection, protection

# Made by `gnome-keyring-daemon --unlock` with the password "test", and the same with one item.
WITH_PASSWORD = bytes.fromhex(
    "476e6f6d654b657972696e670a0d000a00000000000000054c6f67696e000000000000000000000000"
    "6b0ace4d000000000000000000000d5cb26385290d53240900000000000000000000000000000000000000"
    "0000000010c1cc8e0d4c10afe38587babea0151efd"
)
# Made with CreateWithMasterPassword and an empty password.
WITHOUT = bytes.fromhex(
    "5b6b657972696e675d0a646973706c61792d6e616d653d4c6f67696e0a6374696d653d31373935383730"
    "3239390a6d74696d653d300a6c6f636b2d6f6e2d69646c653d66616c73650a6c6f636b2d61667465723d"
    "66616c73650a"
)
WITH_ITEM = bytes.fromhex(
    "476e6f6d654b657972696e670a0d000a00000000000000054c6f67696e0000000000000000000000006b"
    "0ace4d0000000000000000000008b3522b8606d9aee7c400000000000000000000000000000000000000"
    "010000000100000000000000010000000162000000000000002034613861303866303964333762373337"
    "393536343930333834303862356633330000006032ffa382abfc4665d0d2482ef08b5390513c996aca9d"
    "4f9559acba471f4ec48c86e1fb6fe88bd18f99da457e606abc2a96a1cccc6d056e8b5dd91d1f4d2ec34a"
    "7fdd063f4760ae568f44fd3fa0b7383df4dae0bdd0c25f1bd34c005e5f56e5d3"
)

HEADER = 16 + 4 + 4 + 5 + 24  # up to the number of iterations


def under_no_password() -> bytes:
    """The first file with its encrypted part made anew, under the empty password."""
    iterations = int.from_bytes(WITH_PASSWORD[HEADER : HEADER + 4], "big")
    key = WITH_PASSWORD[HEADER + 4 : HEADER + 12]
    for _ in range(iterations):
        key = hashlib.sha256(key).digest()
    cipher = Cipher(algorithms.AES(key[:16]), modes.CBC(key[16:])).encryptor()
    return WITH_PASSWORD[:-16] + cipher.update(hashlib.md5(b"").digest()) + cipher.finalize()


@pytest.mark.parametrize("data", [WITH_PASSWORD, WITH_ITEM])
def test_one_with_a_password_says_so(data: bytes) -> None:
    assert protection(data) is Protection.PASSWORD


def test_one_without_is_plain_text() -> None:
    assert protection(WITHOUT) is Protection.NONE


def test_an_empty_password_is_none() -> None:
    assert protection(under_no_password()) is Protection.NONE


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"kdewallet",
        WITH_PASSWORD[:-1],
        WITH_PASSWORD[:20],
        WITH_PASSWORD[:16] + b"\1\0\0\0" + WITH_PASSWORD[20:],
        WITH_PASSWORD[:HEADER] + bytes(4) + WITH_PASSWORD[HEADER + 4 :],
        WITH_PASSWORD[:HEADER] + b"\xff" * 4 + WITH_PASSWORD[HEADER + 4 :],
        WITH_PASSWORD[:20] + b"\xff\xff\xff\xfe" + WITH_PASSWORD[24:],
    ],
)
def test_what_is_not_understood_is_unknown(data: bytes) -> None:
    assert protection(data) is Protection.UNKNOWN
