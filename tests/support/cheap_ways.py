"""The slow calls about ways in at a low cost, with a password store in memory."""

from functools import partial
from uuid import UUID

from app.workflows.ways_in import known_slots as ways
from app.workflows.ways_in.known_slots import KnownSlots
from crypto.errors import KeyringError, KeyringMissing
from crypto.keyring.store import KeyStore
from crypto.primitives.kdf import TEST_ONLY_COST, TEST_ONLY_COSTS
from crypto.slots.ready_way import ReadyWay
from crypto.slots.slot import NewWay, Way
from ui.ways_in.calls import Here, WayCalls

MACHINE = "a machine"


def cheap_calls(store: KeyStore | None) -> WayCalls:
    """The calls on a computer with this password store, or with none."""
    return WayCalls(look_here=partial(_look_here, store), prove=_prove, make_ready=_make_ready)


def _look_here(store: KeyStore | None, known: KnownSlots) -> Here:
    if store is None:
        return Here(machine=MACHINE, error=KeyringMissing())
    try:
        return Here(store, ways.held_here(known, store), MACHINE)
    except KeyringError as error:
        return Here(store, None, MACHINE, error)


def _prove(known: KnownSlots, way: Way) -> UUID:
    return ways.prove(known, way, TEST_ONLY_COSTS)


def _make_ready(known: KnownSlots, way: NewWay, replaced: UUID | None) -> ReadyWay:
    return ways.make_ready(known, way, replaced, TEST_ONLY_COST, TEST_ONLY_COSTS)
