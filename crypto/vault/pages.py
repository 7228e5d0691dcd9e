"""Whether every page of the database is as SQLCipher wrote it, also those that nothing reads.

One page that fails its HMAC makes SQLCipher refuse the whole file from then on, even when it is
a free one that is about to be used again. SQLCipher's own check cannot be done in slices.
"""

import hashlib
import hmac
import os
from collections.abc import Iterator
from pathlib import Path

from crypto.secret import SecretBytes
from crypto.vault.connection import SALT_BYTES
from crypto.vault.disk_errors import as_reading_errors

# What `cipher_compatibility = 4` stands for: the end of a page is its IV and its HMAC-SHA512.
PAGE_BYTES = 4096
_HMAC_BYTES = 64
_HMAC_AT = PAGE_BYTES - _HMAC_BYTES
_HMAC_KEY_BYTES = 32
_HMAC_KEY_ROUNDS = 2
_HMAC_SALT_MASK = 0x3A
# Never written by SQLite, and not to be read: where it locks the file.
_LOCK_PAGE = 0x40000000 // PAGE_BYTES + 1
_NEVER_WRITTEN = bytes(PAGE_BYTES)  # what SQLCipher, too, takes for an empty page


class Pages:
    """The pages of one database file; used on the thread of the vault's connection."""

    def __init__(self, path: Path, database_key: SecretBytes) -> None:
        """Raises VaultMissing and VaultReadOnly, and VaultDamaged for a sector that is bad.

        So does everything else here.
        """
        self._path = path
        with as_reading_errors(), path.open("rb") as file:
            self._key = page_mac_key(database_key, file.read(SALT_BYTES))

    def count(self) -> int:
        """How many pages there are; a last one that is cut off counts."""
        with as_reading_errors():
            size = self._path.stat().st_size
        return -(-size // PAGE_BYTES)

    def damaged(self, first: int, most: int) -> list[int]:
        """Those of `most` pages from `first` on (counted from 1) that fail their check."""
        most = min(most, self.count() - first + 1)
        # A descriptor of its own: to close it gives up this process's locks on the file, which
        # guard against nobody, since the vault's own lock keeps other processes out.
        with as_reading_errors(), self._path.open("rb", buffering=0) as file:
            file.seek((first - 1) * PAGE_BYTES)
            return [
                number
                for number, page in enumerate(_pages_of(file.fileno(), most), first)
                if number != _LOCK_PAGE and not is_sound_page(self._key, number, page)
            ]

    def close(self) -> None:
        """Wipes the key."""
        self._key.wipe()


def page_mac_key(database_key: SecretBytes, salt: bytes) -> SecretBytes:
    """What the pages of a file that begins with `salt` are checked with."""
    masked = bytes(byte ^ _HMAC_SALT_MASK for byte in salt)
    key = database_key.reveal()
    return SecretBytes(
        hashlib.pbkdf2_hmac("sha512", key, masked, _HMAC_KEY_ROUNDS, _HMAC_KEY_BYTES)
    )


def is_sound_page(mac_key: SecretBytes, number: int, page: bytes) -> bool:
    """Whether a page, counted from 1, is as SQLCipher wrote it, or was never written."""
    start = SALT_BYTES if number == 1 else 0
    mac = hmac.new(mac_key.reveal(), page[start:_HMAC_AT], hashlib.sha512)
    mac.update(number.to_bytes(4, "little"))
    return hmac.compare_digest(mac.digest(), page[_HMAC_AT:]) or page == _NEVER_WRITTEN


def _pages_of(descriptor: int, most: int) -> Iterator[bytes]:
    for _ in range(most):
        page = os.read(descriptor, PAGE_BYTES)
        if not page:
            return
        yield page
