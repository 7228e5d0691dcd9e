"""What the database keeps about the ways in: which the ledger has followed, which kit is kept."""

import json
from collections.abc import Mapping
from typing import cast
from uuid import UUID

from app.storage import settings
from app.storage.transaction import Reader, Writer
from crypto.slots.slot import SlotKind

_KNOWN = "ways_in.known"
_KEPT = "kit.kept"


def known(reader: Reader) -> dict[UUID, SlotKind] | None:
    """The ways in that the ledger has followed; None when it has not begun to."""
    kept = settings.get(reader, _KNOWN)
    if kept is None:
        return None
    ways = cast(dict[str, str], json.loads(kept))
    return {UUID(id): SlotKind(kind) for id, kind in ways.items()}


def put_known(writer: Writer, ways: Mapping[UUID, SlotKind]) -> None:
    """Says which ways in the ledger has followed now."""
    kept = {str(id): kind.value for id, kind in ways.items()}
    settings.put(writer, _KNOWN, json.dumps(kept))


def forget_known(writer: Writer) -> None:
    """Lets the ledger begin to follow anew."""
    settings.forget(writer, _KNOWN)


def kept_kit(reader: Reader) -> int | None:
    """The number of the newest kit that was checked on paper, 0 for none, None if not noted."""
    kept = settings.get(reader, _KEPT)
    return None if kept is None else int(kept)


def put_kept_kit(writer: Writer, number: int) -> None:
    """Notes which kit was checked on paper; 0 for none yet."""
    settings.put(writer, _KEPT, str(number))
