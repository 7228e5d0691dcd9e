"""A database's pages without their encryption, the free ones too: what somebody with its key has.

Decrypted here by the format alone (AES-256-CBC, the IV behind each page's content), so that bytes
are seen which no statement returns.
"""

import hashlib
from collections.abc import Iterator, Mapping

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

from crypto.vault.connection import SALT_BYTES

PAGE = 4096
IV_BYTES = 16
RESERVED = IV_BYTES + 64  # the page's IV, and its HMAC-SHA512
_NEVER_WRITTEN = bytes(PAGE)


def plain_pages(database: bytes, key: bytes) -> Iterator[bytes]:
    """Each page's content, in order."""
    for at in range(0, len(database), PAGE):
        page = database[at : at + PAGE]
        if page == _NEVER_WRITTEN:
            continue
        start = SALT_BYTES if at == 0 else 0
        content, iv = page[start : PAGE - RESERVED], page[PAGE - RESERVED :][:IV_BYTES]
        decryptor = Cipher(algorithms.AES256(key), modes.CBC(iv)).decryptor()
        yield decryptor.update(content) + decryptor.finalize()


def found_in_pages(database: bytes, key: bytes, needles: Mapping[str, bytes]) -> set[str]:
    """The names of those needles that stand in a page, or across the end of one."""
    return found_in_bytes(b"".join(plain_pages(database, key)), needles)


def found_in_bytes(data: bytes, needles: Mapping[str, bytes]) -> set[str]:
    """The names of those needles that stand in these bytes."""
    return {name for name, needle in needles.items() if needle in data}


def page_mac_key(database: bytes, key: bytes) -> bytes:
    """What the pages' HMACs are made with."""
    salt = bytes(byte ^ 0x3A for byte in database[:SALT_BYTES])
    return hashlib.pbkdf2_hmac("sha512", key, salt, 2, 32)
