"""The ledger follows the header, which is the commit point: what it missed is appended later.

A process may be killed after a header was written and before the entry was. So the database keeps
which ways in the ledger knows of, and the difference is appended by whoever comes next.
"""

from collections.abc import Sequence
from uuid import UUID

from app.core.changes import Changes, Kind
from app.ledger.entry import Actor, Entry
from app.ledger.log import Log
from app.storage.transaction import Reader, Writer
from app.workflows.ways_in import repository
from app.workflows.ways_in.way_in import WayIn
from crypto.slots.slot import SlotKind


def is_behind(reader: Reader, ways: Sequence[WayIn]) -> bool:
    """Whether the ledger lacks something that the header has."""
    return repository.known(reader) != _by_id(ways)


def catch_up(writer: Writer, log: Log, ways: Sequence[WayIn], actor: Actor) -> Changes:
    """Appends an entry for each way in that came or went since the ledger looked last."""
    known, there = repository.known(writer), _by_id(ways)
    repository.put_known(writer, there)
    if known is None:  # a new vault, or a new key: nothing came or went
        return Changes()
    changes = Changes()
    for way in ways:
        if way.id not in known:
            log.append(writer, _came(way, actor))
            changes |= Changes.of(Kind.WAY_IN, way.id)
    for id, kind in known.items():
        if id not in there and kind is not SlotKind.RECOVERY:  # a kit goes when another comes
            log.append(writer, Entry("way_in_removed/1", id, {"way": kind.value}, actor))
            changes |= Changes.of(Kind.WAY_IN, id)
    return changes


def _came(way: WayIn, actor: Actor) -> Entry:
    if way.kind is SlotKind.RECOVERY:
        return Entry("kit_renewed/1", way.id, {"kit_number": way.kit_number}, actor)
    return Entry("way_in_added/1", way.id, {"way": way.kind.value}, actor)


def _by_id(ways: Sequence[WayIn]) -> dict[UUID, SlotKind]:
    return {way.id: way.kind for way in ways}
