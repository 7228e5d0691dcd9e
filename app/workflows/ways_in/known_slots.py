"""What is known of an open vault's ways in on other threads, and the slow questions about them.

A passphrase takes most of a second to derive, and a password store may show a prompt for minutes.
Neither belongs on the vault's thread, where notes are being saved.
"""

from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from crypto.errors import KeyringBackendChanged, KeyringItemGone
from crypto.keyring.store import KeyStore
from crypto.primitives.kdf import APP_COSTS, STANDARD_COST, Argon2Cost, CostRange
from crypto.slots import ready_way
from crypto.slots.keyring_passphrase import KeyringPassphraseSlot
from crypto.slots.keyring_slot import KeyringSlot, find_secret
from crypto.slots.open_slot import AnyDescriptor, Slot, open_slot
from crypto.slots.ready_way import ReadyWay
from crypto.slots.slot import NewWay, Way


@dataclass(frozen=True)
class KnownSlots:
    """The ways in as the open vault has them, whatever lies in its folder meanwhile. No secret."""

    folder: Path
    vault_id: UUID
    vault_name: str
    slots: tuple[Slot, ...]

    @property
    def descriptors(self) -> tuple[AnyDescriptor, ...]:
        """Every way in, in the header's order."""
        return tuple(slot.descriptor for slot in self.slots)


def prove(known: KnownSlots, way: Way, costs: CostRange = APP_COSTS) -> UUID:
    """The slot that `way` opens now; raises the errors of the way in."""
    opened = open_slot(way, known.slots, known.vault_id, costs)
    opened.vault_key.wipe()
    return opened.slot_id


def make_ready(
    known: KnownSlots,
    way: NewWay,
    replaced: UUID | None = None,
    cost: Argon2Cost = STANDARD_COST,
    costs: CostRange = APP_COSTS,
) -> ReadyWay:
    """A new way in whose slow part is done, perhaps in place of another.

    Raises PassphraseNotUsable, WayInExists and KeyringError.
    """
    staying = [each for each in known.descriptors if each.slot_id != replaced]
    return ready_way.make_ready(way, staying, known.vault_id, cost=cost, costs=costs)


def held_here(known: KnownSlots, store: KeyStore) -> UUID | None:
    """The slot that the store of this computer holds the secret of; raises other KeyringErrors."""
    kept = [
        each for each in known.descriptors if isinstance(each, KeyringSlot | KeyringPassphraseSlot)
    ]
    try:
        slot, secret = find_secret(store, known.vault_id, kept)
    except (KeyringItemGone, KeyringBackendChanged):
        return None
    secret.wipe()
    return slot.slot_id
