"""Which line of entries a vault is on: one that was restored has another's id, and its own line.

Both have the same entries up to the backup, and each its own from the entry `restored` on.
"""

from typing import NamedTuple, cast

from app.storage.transaction import Reader

_RESTORED = """
SELECT c.generation, c.head FROM ledger_rows AS r JOIN ledger_chain AS c USING (generation)
WHERE r.kind GLOB 'restored/*' ORDER BY c.generation DESC LIMIT 1
"""


class Line(NamedTuple):
    """The entry with which it began; 0 and nothing for a vault that was never restored."""

    since: int = 0
    head: bytes = b""


def line_of(reader: Reader) -> Line:
    """The line of a vault, or of what is in a backup."""
    row = reader.row(_RESTORED)
    return Line() if row is None else Line(cast(int, row[0]), cast(bytes, row[1]))
