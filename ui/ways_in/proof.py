"""Shows that it is the coach who asks: what was typed has to open the vault as it stands."""

from typing import TYPE_CHECKING

from crypto.errors import PassphraseWrong
from ui.ways_in.calls import WayCalls
from ui.ways_in.ways_state import Proof, Secret, Ways

if TYPE_CHECKING:
    from app.workflows.ways_in.known_slots import KnownSlots
    from crypto.slots.slot import Way


def tries(ways: Ways, secret: Secret) -> "list[Way]":
    """The ways in that this secret may be for, the usual one first."""
    # they came with the vault
    from crypto.slots.keyring_passphrase import KeyringPassphraseWay
    from crypto.slots.keyring_slot import KeyringWay
    from crypto.slots.passphrase import PassphraseWay
    from crypto.slots.recovery import RecoveryWay
    from crypto.slots.slot import SlotKind

    if secret.words:
        return [RecoveryWay(secret.words)]
    store, own = ways.store, ways.own
    if ways.proof is Proof.NOTHING:
        return [KeyringWay(store)] if store is not None else []
    found: list[Way] = []
    if store is not None and own is not None and own.kind is SlotKind.KEYRING_PASSPHRASE:
        found.append(KeyringPassphraseWay(store, secret.passphrase))
    if ways.passphrase is not None:
        found.append(PassphraseWay(secret.passphrase))
    return found


def prove(calls: WayCalls, known: "KnownSlots", tries: "list[Way]") -> None:
    """Tries them, which is slow; raises the errors of the last one."""
    refused: Exception = PassphraseWrong()
    for way in tries:
        try:
            calls.prove(known, way)
        except PassphraseWrong as error:
            refused = error
        else:
            return
    raise refused
