"""The sentences about one way in."""

from app.core.clock import Moment
from app.workflows.ways_in.way_in import WayIn
from crypto.slots.slot import SlotKind
from ui.translation import translate
from ui.ways_in.ways_state import Where
from ui.words.dates import full_day

ICONS = {
    SlotKind.KEYRING: "key-round",
    SlotKind.KEYRING_PASSPHRASE: "key-round",
    SlotKind.PASSPHRASE: "lock",
    SlotKind.RECOVERY: "scroll-text",
}


def way_name(way: WayIn) -> str:
    """What it is called."""
    if way.kind is SlotKind.KEYRING:
        return way.store
    if way.kind is SlotKind.KEYRING_PASSPHRASE:
        return translate("WayIn", "{store} and a passphrase").format(store=way.store)
    if way.kind is SlotKind.PASSPHRASE:
        return translate("WayIn", "Passphrase only")
    return translate("WayIn", "Recovery Kit {number}").format(number=way.kit_number)


def what_it_means(way: WayIn, proven: Moment | None) -> str:
    """Who can open the vault by it."""
    if way.kind is SlotKind.KEYRING:
        return translate("WayIn", "Opens for whoever is logged in there.")
    if way.kind is SlotKind.KEYRING_PASSPHRASE:
        return translate(
            "WayIn", "A copied vault is no use elsewhere, and being logged in is not enough."
        )
    if way.kind is SlotKind.PASSPHRASE:
        return translate("WayIn", "Opens on any computer for whoever knows it.")
    made = "" if way.kit_made_on is None else full_day(way.kit_made_on)
    if proven is None:
        return translate("WayIn", "Made {made}. Not yet proven.").format(made=made)
    when = full_day(proven.day)
    return translate("WayIn", "Made {made}. Proven {proven}.").format(made=made, proven=when)


def where_it_is(where: Where) -> str:
    """Which computer it belongs to; empty where that is no question, or not known."""
    return {
        Where.HERE: translate("WayIn", "This computer"),
        Where.ELSEWHERE: translate("WayIn", "Another computer"),
        Where.UNKNOWN: "",
        Where.ANYWHERE: "",
    }[where]
