"""Which way in a command takes, from what it was given: a passphrase, the words, the keyring."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from app.ledger.standing import PIN_UNKNOWN, AskedPin, pin_held
from crypto.keyring.store import KeyStore
from crypto.slots.keyring_passphrase import KeyringPassphraseWay
from crypto.slots.keyring_slot import KeyringWay
from crypto.slots.passphrase import PassphraseWay
from crypto.slots.recovery import RecoveryWay, parse_words
from crypto.slots.slot import SlotKind, Way
from crypto.vault.vault import hold_secret, look_at

FindStore = Callable[[], KeyStore]


@dataclass(frozen=True)
class Secret:
    """A way in, and what this computer's password store remembers, if it was asked."""

    way: Way
    pin: AskedPin = PIN_UNKNOWN


def by_words(text: str) -> Secret:
    """The Recovery Kit; raises RecoveryWordUnknown, RecoveryChecksum."""
    return Secret(RecoveryWay(parse_words(text)))


def by_passphrase(folder: Path, passphrase: str, find_store: FindStore) -> Secret:
    """The passphrase alone where the vault has such a way in, else with the keyring's half.

    Raises KeyringError, and as `look_at`.
    """
    if SlotKind.PASSPHRASE in look_at(folder).kinds:
        return Secret(PassphraseWay(passphrase))
    held = hold_secret(folder, find_store())
    return Secret(KeyringPassphraseWay(held, passphrase), pin_held(held))


def by_keyring(folder: Path, find_store: FindStore) -> Secret:
    """What this computer's password store holds; raises KeyringError, and as `look_at`."""
    held = hold_secret(folder, find_store())
    return Secret(KeyringWay(held), pin_held(held))
