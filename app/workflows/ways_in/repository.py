"""What the database keeps about the ways in: which the ledger has followed, which kit is kept."""

import json
from collections.abc import Mapping
from typing import cast
from uuid import UUID

from app.storage.transaction import Reader, Writer
from crypto.slots.slot import SlotKind

_GET = "SELECT value FROM vault_settings WHERE key = ?"
_PUT = """
INSERT INTO vault_settings (key, value) VALUES (?, ?)
ON CONFLICT (key) DO UPDATE SET value = excluded.value
"""
_FORGET = "DELETE FROM vault_settings WHERE key = ?"
_KNOWN = "ways_in.known"
_KEPT = "kit.kept"


def known(reader: Reader) -> dict[UUID, SlotKind] | None:
    """The ways in that the ledger has followed; None when it has not begun to."""
    row = reader.row(_GET, (_KNOWN,))
    if row is None:
        return None
    kept = cast(dict[str, str], json.loads(cast(str, row[0])))
    return {UUID(id): SlotKind(kind) for id, kind in kept.items()}


def put_known(writer: Writer, ways: Mapping[UUID, SlotKind]) -> None:
    """Says which ways in the ledger has followed now."""
    kept = {str(id): kind.value for id, kind in ways.items()}
    writer.execute(_PUT, (_KNOWN, json.dumps(kept)))


def forget_known(writer: Writer) -> None:
    """Lets the ledger begin to follow anew."""
    writer.execute(_FORGET, (_KNOWN,))


def kept_kit(reader: Reader) -> int | None:
    """The number of the newest kit that was checked on paper, 0 for none, None if not noted."""
    row = reader.row(_GET, (_KEPT,))
    return None if row is None else int(cast(str, row[0]))


def put_kept_kit(writer: Writer, number: int) -> None:
    """Notes which kit was checked on paper; 0 for none yet."""
    writer.execute(_PUT, (_KEPT, str(number)))
