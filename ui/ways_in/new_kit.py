"""A Recovery Kit that is not in use yet."""

from typing import TYPE_CHECKING, NamedTuple, cast

from ui.ways_in.kit import Kit

if TYPE_CHECKING:
    from app.workspace import Workspace
    from crypto.slots.recovery import RecoverySlot
    from crypto.vault.change_slots import PendingKit


class NewKit(NamedTuple):
    """As it is shown, and as the vault will take it."""

    shown: Kit
    pending: "PendingKit"


def begin_new_kit(workspace: "Workspace") -> NewKit:
    """Makes the next kit, without putting it in use; runs on the vault's worker."""
    ways = workspace.ways_in
    known, pending = ways.known_slots(), ways.kits.begin()
    slot = cast("RecoverySlot", pending.enrolment.descriptor)
    shown = Kit(known.folder, known.vault_name, pending.kit_number, slot.kit_made_on, pending.words)
    return NewKit(shown, pending)
