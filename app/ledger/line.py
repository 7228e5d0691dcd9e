"""Which entries are a vault's own: one that was restored shares those before with another vault.

Both have the same entries up to the backup, and each its own from the entry `restored` on.
"""

from typing import cast

from app.ledger import repository
from app.storage.transaction import Reader

_RESTORED = "SELECT coalesce(max(generation), 0) FROM ledger_rows WHERE kind GLOB 'restored/*'"


def began_at(reader: Reader) -> int:
    """The generation of the last entry `restored`, 0 for a vault that was never restored."""
    return cast(int, reader.rows(_RESTORED)[0][0])


def is_ours(reader: Reader, generation: int, head: bytes) -> bool:
    """Whether this vault, and no other that it shares entries with, ended in `head` once."""
    return generation >= began_at(reader) and came_past(reader, generation, head)


def came_past(reader: Reader, generation: int, head: bytes) -> bool:
    """Whether this vault ended in `head` once, or the one that it was restored from."""
    return repository.head_at(reader, generation) == head
