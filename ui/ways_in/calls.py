"""The slow calls about ways in, each made away from the vault's thread and from the GUI's.

What they need is imported when they run, so that it does not delay the first picture.
"""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from crypto.errors import KeyringError

if TYPE_CHECKING:
    from app.workflows.ways_in.known_slots import KnownSlots
    from crypto.keyring.store import KeyStore
    from crypto.slots.ready_way import ReadyWay
    from crypto.slots.slot import NewWay, Way


@dataclass(frozen=True)
class Here:
    """This computer: its password store, and which slot the store holds the secret of."""

    store: "KeyStore | None" = None
    held: UUID | None = None
    machine: str = ""  # tells it from others
    error: Exception | None = None  # why the store could not be asked

    @property
    def store_name(self) -> str:
        """The store's own name, empty without one."""
        return self.store.name if self.store is not None else ""


def look_here(known: "KnownSlots") -> Here:
    """Looks at this computer; may take as long as a prompt of its password store is open."""
    from app.workflows.ways_in.known_slots import held_here
    from app.workflows.ways_in.own_slot import machine
    from crypto.keyring.os_keyring import find_key_store

    store = None
    try:
        store = find_key_store()
        return Here(store, held_here(known, store), machine())
    except KeyringError as error:
        return Here(store, None, machine(), error)


def machine() -> str:
    """What tells this machine from others; reads a file."""
    from app.workflows.ways_in import own_slot

    return own_slot.machine()


def prove(known: "KnownSlots", way: "Way") -> UUID:
    """The slot that `way` opens; raises the errors of the way in."""
    from app.workflows.ways_in import known_slots as ways

    return ways.prove(known, way)


def make_ready(known: "KnownSlots", way: "NewWay", replaced: UUID | None) -> "ReadyWay":
    """A new way in whose slow part is done; raises as `make_ready` of `known_slots.py`."""
    from app.workflows.ways_in import known_slots as ways

    return ways.make_ready(known, way, replaced)


def forget(store: "KeyStore", vault_id: UUID, slot_id: UUID) -> None:
    """Deletes what a store holds of a slot that no header has any more; raises KeyringError."""
    from crypto.vault.change_slots import forget_in_store

    forget_in_store(store, vault_id, slot_id)


@dataclass(frozen=True)
class WayCalls:
    """The calls; a test makes others."""

    look_here: "Callable[[KnownSlots], Here]" = look_here
    machine: Callable[[], str] = machine
    prove: "Callable[[KnownSlots, Way], UUID]" = prove
    make_ready: "Callable[[KnownSlots, NewWay, UUID | None], ReadyWay]" = make_ready
    forget: "Callable[[KeyStore, UUID, UUID], None]" = forget

    def drop(self, known: "KnownSlots", store: "KeyStore | None", ready: "ReadyWay") -> None:
        """Wipes a way in that came too late, and what a store keeps of it: harmless, if left."""
        ready.wipe()
        if store is not None:
            with suppress(KeyringError):
                self.forget(store, known.vault_id, ready.enrolment.descriptor.slot_id)
