"""What every connection to a database of the format is set to, and then asked whether it is."""

import re
from collections.abc import Sequence
from typing import Protocol

from crypto.errors import VaultDamaged
from crypto.secret import SecretBytes

APPLICATION_ID = 0x554E4452  # "UNDR"

_RAW_KEY = re.compile(r"[0-9a-f]{64}")

# Each is set, then read back.
_SETTINGS = (
    ("cipher_memory_security", "OFF", "0"),
    ("journal_mode", "DELETE", "delete"),
    ("synchronous", "EXTRA", 3),
    ("secure_delete", "ON", 1),
    ("temp_store", "MEMORY", 2),
    ("trusted_schema", "OFF", 0),
    ("cell_size_check", "ON", 1),
    ("foreign_keys", "ON", 1),
    ("busy_timeout", "0", 0),
)
# What `cipher_compatibility = 4` stands for, looked up rather than trusted.
_CIPHER = (
    ("cipher_plaintext_header_size", "0"),
    ("cipher_page_size", "4096"),
    ("cipher_use_hmac", "1"),
    ("cipher_hmac_algorithm", "HMAC_SHA512"),
    ("cipher_kdf_algorithm", "PBKDF2_HMAC_SHA512"),
)


class Runs(Protocol):
    """A connection, as far as this needs one."""

    def execute(self, sql: str, /) -> Sequence[tuple[object, ...]]:
        """Runs one statement and returns all its rows."""
        ...


def unlock(connection: Runs, key: SecretBytes) -> None:
    """Gives the key, which is not tried yet."""
    raw_key = key.reveal().hex()
    if not _RAW_KEY.fullmatch(raw_key):
        # SQLCipher would take it for a passphrase without a word.
        raise ValueError("a database key is 32 bytes")
    connection.execute("PRAGMA cipher_log_level = NONE")
    connection.execute(f"PRAGMA key = \"x'{raw_key}'\"")
    connection.execute("PRAGMA cipher_compatibility = 4")
    connection.execute("PRAGMA cipher_plaintext_header_size = 0")
    for name, expected in _CIPHER:
        _expect(connection, name, expected)


def configure(connection: Runs) -> None:
    """Tries the key, then sets what the format asks for."""
    connection.execute("SELECT count(*) FROM sqlite_schema")  # page 1 is read and checked here
    for name, value, expected in _SETTINGS:
        put(connection, name, value, expected)


def identify(connection: Runs, *, new: bool) -> None:
    """Raises VaultDamaged for a database of another program; marks a new one."""
    if new:
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    if connection.execute("PRAGMA application_id") != [(APPLICATION_ID,)]:
        raise VaultDamaged


def put(connection: Runs, name: str, value: str, expected: str | int) -> None:
    """Sets one, and raises RuntimeError unless it is then set."""
    connection.execute(f"PRAGMA {name} = {value}")
    _expect(connection, name, expected)


def _expect(connection: Runs, name: str, expected: str | int) -> None:
    if connection.execute(f"PRAGMA {name}") != [(expected,)]:
        raise RuntimeError(f"this SQLCipher does not keep to {name}")
