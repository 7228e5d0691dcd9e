"""Whether a file of GNOME Keyring keeps its secrets from anybody who has the file.

A keyring without a password is written in plain text, or encrypted under an empty password; so an
empty one is tried, and no other. The format is that of gkm-secret-binary.c: everything is
big-endian, the key is iterated SHA-256 over password and salt, and the encrypted part (AES-128,
CBC) begins with the MD5 of what follows.
"""

import hashlib
import hmac
import struct
from enum import StrEnum

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

_MAGIC = b"GnomeKeyring\n\r\0\n"
_PLAIN = b"[keyring]"
_SUPPORTED = bytes(4)  # version 0.0, AES, MD5
_NULL = 0xFFFFFFFF
_BLOCK = 16
_MOST_ITERATIONS = 1_000_000  # GNOME Keyring takes some thousand


class Protection(StrEnum):
    """What was found in the file."""

    PASSWORD = "password"  # noqa: S105  the name of a finding
    NONE = "none"
    UNKNOWN = "unknown"


def protection(data: bytes) -> Protection:
    """What `data`, a whole file, says; UNKNOWN for anything that is not understood."""
    if data.lstrip().startswith(_PLAIN):
        return Protection.NONE
    try:
        iterations, salt, secret = _parse(data)
    except (ValueError, struct.error):
        return Protection.UNKNOWN
    return Protection.NONE if _opens_with_nothing(iterations, salt, secret) else Protection.PASSWORD


class _Reader:
    def __init__(self, data: bytes) -> None:
        self._data = data
        self._at = 0

    def take(self, count: int) -> bytes:
        taken = self._data[self._at : self._at + count]
        if len(taken) != count:
            raise ValueError(count)
        self._at += count
        return taken

    def number(self) -> int:
        return int(struct.unpack(">I", self.take(4))[0])

    def skip_text(self) -> None:
        length = self.number()
        if length != _NULL:
            self.take(length)


def _parse(data: bytes) -> tuple[int, bytes, bytes]:
    reader = _Reader(data)
    if reader.take(len(_MAGIC)) != _MAGIC or reader.take(4) != _SUPPORTED:
        raise ValueError("format")
    reader.skip_text()  # the keyring's name
    reader.take(8 + 8 + 4 + 4)  # made, changed, flags, lock timeout
    iterations, salt = reader.number(), reader.take(8)
    reader.take(4 * 4)
    for _ in range(reader.number()):
        reader.take(4 + 4)  # the item's id and type
        _skip_attributes(reader)
    secret = reader.take(reader.number())
    if not 1 <= iterations <= _MOST_ITERATIONS or len(secret) < _BLOCK or len(secret) % _BLOCK:
        raise ValueError("sizes")
    return iterations, salt, secret


def _skip_attributes(reader: _Reader) -> None:
    for _ in range(reader.number()):
        reader.skip_text()
        if reader.number() == 0:
            reader.skip_text()  # the hash of a text
        else:
            reader.take(4)  # the hash of a number


def _opens_with_nothing(iterations: int, salt: bytes, secret: bytes) -> bool:
    key = salt
    for _ in range(iterations):
        key = hashlib.sha256(key).digest()
    cipher = Cipher(algorithms.AES(key[:_BLOCK]), modes.CBC(key[_BLOCK:])).decryptor()
    opened = cipher.update(secret) + cipher.finalize()
    digest = hashlib.md5(opened[_BLOCK:], usedforsecurity=False).digest()
    return hmac.compare_digest(digest, opened[:_BLOCK])
