"""Settings inside the vault: a text for each key."""

from collections.abc import Collection
from typing import cast

from app.storage.transaction import Reader, Writer

_GET = "SELECT value FROM vault_settings WHERE key = ?"
_PUT = """
INSERT INTO vault_settings (key, value) VALUES (?, ?)
ON CONFLICT (key) DO UPDATE SET value = excluded.value
"""
_FORGET = "DELETE FROM vault_settings WHERE key = ?"
_KEYS = "SELECT key FROM vault_settings"


def get(reader: Reader, key: str) -> str | None:
    """What is kept under `key`, or None when there is nothing."""
    row = reader.row(_GET, (key,))
    return None if row is None else cast(str, row[0])


def put(writer: Writer, key: str, value: str) -> None:
    """Keeps `value` in place of what was there before."""
    writer.execute(_PUT, (key, value))


def forget(writer: Writer, key: str) -> None:
    """Lets what is there go."""
    writer.execute(_FORGET, (key,))


def forget_all_but(writer: Writer, keys: Collection[str]) -> None:
    """Lets go of whatever is kept under other keys."""
    for (key,) in writer.rows(_KEYS):
        if key not in keys:
            forget(writer, cast(str, key))
