"""The pages of a database that SQLCipher may refuse, decrypted one by one, each on its own merit.

SQLCipher reads nothing more of a file once one page has failed. Here such a page is none, and all
others can be read; the format of a page stands in `crypto/FORMAT.md` §6.
"""

import os
from pathlib import Path

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

from crypto.secret import SecretBytes
from crypto.vault.connection import SALT_BYTES
from crypto.vault.pages import PAGE_BYTES, is_sound_page, page_mac_key

_IV_BYTES = 16
_RESERVED = 80  # IV and HMAC, at the end of each page
USABLE_BYTES = PAGE_BYTES - _RESERVED  # of a page, to SQLite
_FILE_BEGINS = b"SQLite format 3\0"  # what the salt stands in place of


class PageReader:
    """Reads pages, counted from 1; any number of them at once, on one thread."""

    def __init__(self, path: Path, database_key: SecretBytes, salt: bytes, most: int = 0) -> None:
        """`salt` is the one that the file began with; only `most` pages are its own, 0 for all.

        Raises OSError when there is no such file, or it can't be opened.
        """
        self.path = path
        self._file = path.open("rb", buffering=0)
        self._key = SecretBytes(database_key.reveal())
        self._mac_key = page_mac_key(database_key, salt)
        whole = os.fstat(self._file.fileno()).st_size // PAGE_BYTES
        self.count = min(whole, most) if most else whole

    def read(self, number: int) -> bytes | None:
        """What is on a page; None for one that fails its check or is not there."""
        if not 1 <= number <= self.count:
            return None
        try:
            page = os.pread(self._file.fileno(), PAGE_BYTES, (number - 1) * PAGE_BYTES)
        except OSError:  # a bad sector
            return None
        if len(page) < PAGE_BYTES or not is_sound_page(self._mac_key, number, page):
            return None
        if not any(page):  # SQLCipher takes it for an empty page; SQLite leaves none
            return None
        start = SALT_BYTES if number == 1 else 0
        iv = page[USABLE_BYTES : USABLE_BYTES + _IV_BYTES]
        decryptor = Cipher(algorithms.AES(self._key.reveal()), modes.CBC(iv)).decryptor()
        plain = decryptor.update(page[start:USABLE_BYTES]) + decryptor.finalize()
        return _FILE_BEGINS + plain if start else plain

    def close(self) -> None:
        """Closes the file and wipes the keys; may be called twice."""
        self._file.close()
        self._key.wipe()
        self._mac_key.wipe()
