"""One way into the vault, and what is known of its Recovery Kit."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from app.core.clock import Moment
from app.core.day_words import plus_months
from crypto.slots.keyring_passphrase import KeyringPassphraseSlot
from crypto.slots.keyring_slot import KeyringSlot
from crypto.slots.recovery import RecoverySlot
from crypto.slots.slot import Descriptor, SlotKind

MONTHS_BETWEEN_REHEARSALS = 3


@dataclass(frozen=True)
class WayIn:
    """A key slot as people see it: `store` holds its half, the kit has a number and a date."""

    id: UUID
    kind: SlotKind
    store: str = ""
    kit_number: int = 0
    kit_made_on: date | None = None

    @property
    def is_kept(self) -> bool:
        """Whether a computer's password store holds the key, or half of it."""
        return self.kind.in_a_store


@dataclass(frozen=True)
class KitFacts:
    """What is known of the kit in force; `kept` is None for a vault that never noted it."""

    number: int
    made_on: date
    kept: bool | None = None
    rehearsed: Moment | None = None


class KitNeed(StrEnum):
    """What the kit needs of the coach now."""

    NOTHING = "nothing"
    A_KIT = "a_kit"  # its words were never checked against a paper
    REHEARSAL = "rehearsal"  # nobody tried it for a quarter of a year


def ways_in(descriptors: Sequence[Descriptor]) -> tuple[WayIn, ...]:
    """The ways in as people see them, in the header's order, the kit last."""
    found = [_way_in(each) for each in descriptors]
    return tuple(sorted(found, key=lambda way: way.kind is SlotKind.RECOVERY))


def kit_need(kit: KitFacts, today: date) -> KitNeed:
    """What to ask for on a day: a kit at once, a rehearsal a quarter after the last proof."""
    if kit.rehearsed is None and kit.kept is False:
        return KitNeed.A_KIT
    proven = kit.made_on if kit.rehearsed is None else max(kit.made_on, kit.rehearsed.day)
    due = plus_months(proven, MONTHS_BETWEEN_REHEARSALS)
    return KitNeed.REHEARSAL if today >= due else KitNeed.NOTHING


def _way_in(descriptor: Descriptor) -> WayIn:
    if isinstance(descriptor, KeyringSlot | KeyringPassphraseSlot):
        return WayIn(descriptor.slot_id, descriptor.kind, store=descriptor.store)
    if isinstance(descriptor, RecoverySlot):
        return WayIn(
            descriptor.slot_id,
            descriptor.kind,
            kit_number=descriptor.kit_number,
            kit_made_on=descriptor.kit_made_on,
        )
    return WayIn(descriptor.slot_id, descriptor.kind)
