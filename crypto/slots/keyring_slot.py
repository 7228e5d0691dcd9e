"""The keyring slot: opens for whoever is logged in to this computer."""

import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar, Protocol, TypeVar
from uuid import UUID, uuid4

from crypto.errors import (
    CryptoError,
    KeyringBackendChanged,
    KeyringError,
    KeyringItemGone,
    WayInExists,
)
from crypto.keyring.held import HeldSecret
from crypto.keyring.store import KeyStore
from crypto.primitives.kdf import KEY_BYTES, Argon2Cost, CostRange
from crypto.secret import SecretBytes
from crypto.slots.slot import Candidate, Descriptor, Enrolment, SlotKind, StoreName


class KeyringSlot(Descriptor, frozen=True, tag=SlotKind.KEYRING.value):
    """Descriptor of a keyring slot; `store` is the store's name for people."""

    kind: ClassVar[SlotKind] = SlotKind.KEYRING

    store: StoreName


@dataclass(frozen=True)
class KeyringWay:
    """Opens with what the store of this computer holds."""

    store: KeyStore

    def refuse_unusable(self) -> None:
        """Nothing to refuse: the secret is random."""

    def refuse_second(self, descriptors: Sequence[Descriptor], vault_id: UUID) -> None:
        """Raises WayInExists when this computer has a slot already; KeyringError."""
        refuse_second_here(self.store, descriptors, vault_id)

    def enrol(self, vault_id: UUID, cost: Argon2Cost) -> Enrolment:
        """A slot whose secret is in the store; raises KeyringError."""
        del cost
        descriptor = KeyringSlot(uuid4(), self.store.name)
        return Enrolment(descriptor, keep_new_secret(self.store, vault_id, descriptor.slot_id))

    def choose(
        self, descriptors: Sequence[Descriptor], vault_id: UUID, costs: CostRange
    ) -> Candidate:
        """The slot that this computer holds the secret of; raises KeyringError."""
        del costs
        slots = [each for each in descriptors if isinstance(each, KeyringSlot)]
        descriptor, secret = find_secret(self.store, vault_id, slots)
        return Candidate(descriptor.slot_id, secret, KeyringItemGone())


class InStore(Protocol):
    """A descriptor that names the store its secret is in."""

    @property
    def slot_id(self) -> UUID:
        """Part of the account that the secret is under."""
        ...

    @property
    def store(self) -> str:
        """The name of the store at the time."""
        ...


_Slot = TypeVar("_Slot", bound=InStore)


def account_of(vault_id: UUID, slot_id: UUID) -> str:
    """The account under which the store holds a slot's secret."""
    return f"{vault_id}/{slot_id}"


def pin_account_of(vault_id: UUID, slot_id: UUID) -> str:
    """The account under which the store holds the pin that belongs to a slot."""
    return f"{account_of(vault_id, slot_id)}/pin"


def keep_new_secret(store: KeyStore, vault_id: UUID, slot_id: UUID) -> SecretBytes:
    """Makes a slot's secret and has the store keep it; written once, never overwritten."""
    secret = SecretBytes(secrets.token_bytes(KEY_BYTES))
    store.write(account_of(vault_id, slot_id), secret)
    return secret


def refuse_second_here(store: KeyStore, descriptors: Sequence[Descriptor], vault_id: UUID) -> None:
    """Raises WayInExists when the store holds the secret of one of these slots.

    Of two slots of one computer, every opening would have to guess the right one.
    """
    for descriptor in descriptors:
        if not descriptor.kind.in_a_store:
            continue
        try:
            store.read(account_of(vault_id, descriptor.slot_id)).wipe()
        except KeyringItemGone:
            continue
        raise WayInExists


def find_secret(
    store: KeyStore, vault_id: UUID, slots: Sequence[_Slot]
) -> tuple[_Slot, SecretBytes]:
    """The one slot that belongs to this computer, with its secret.

    A vault that is used on several computers has such a slot for each. Raises KeyringItemGone,
    or KeyringBackendChanged when the secrets were kept in another store than this one.
    """
    for slot in slots:
        try:
            secret = store.read(account_of(vault_id, slot.slot_id))
        except KeyringItemGone:
            continue
        if len(secret) == KEY_BYTES:
            return slot, secret
    raise _gone_or_changed(store, slots)


def hold_secret(store: KeyStore, vault_id: UUID, slots: Sequence[InStore]) -> HeldSecret:
    """The store's answers in hand, so that opening the vault later need not wait for it.

    A pin that the store fails to tell is no reason not to open the vault: that answer is held too.
    """
    slot, secret = find_secret(store, vault_id, slots)
    pin_account = pin_account_of(vault_id, slot.slot_id)
    answers: dict[str, SecretBytes | KeyringError] = {account_of(vault_id, slot.slot_id): secret}
    try:
        answers[pin_account] = store.read(pin_account)
    except KeyringError as error:
        answers[pin_account] = error
    return HeldSecret(store.name, answers, pin_account)


def _gone_or_changed(store: KeyStore, slots: Sequence[InStore]) -> CryptoError:
    names = [slot.store for slot in slots]
    if names and store.name not in names:
        return KeyringBackendChanged(was=names[0], now=store.name)
    return KeyringItemGone()
