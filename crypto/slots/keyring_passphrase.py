"""The suggested slot: the keyring holds one half of the key, the passphrase is the other."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import ClassVar
from uuid import UUID, uuid4

from crypto.errors import PassphraseWrong
from crypto.keyring.store import KeyStore
from crypto.primitives.kdf import Argon2Cost, CostRange
from crypto.secret import SecretBytes
from crypto.slots.keyring_slot import find_secret, keep_new_secret, refuse_second_here
from crypto.slots.passphrase import derive, new_kdf
from crypto.slots.passphrase_rules import refuse_unusable
from crypto.slots.slot import (
    Candidate,
    Descriptor,
    Enrolment,
    PassphraseKdf,
    SlotKind,
    StoreName,
)


class KeyringPassphraseSlot(Descriptor, frozen=True, tag=SlotKind.KEYRING_PASSPHRASE.value):
    """Descriptor of a slot that needs both; `store` is the store's name for people."""

    kind: ClassVar[SlotKind] = SlotKind.KEYRING_PASSPHRASE

    store: StoreName
    kdf: PassphraseKdf


@dataclass(frozen=True)
class KeyringPassphraseWay:
    """Opens with the passphrase and what the store of this computer holds."""

    store: KeyStore
    passphrase: str = field(repr=False)

    def refuse_unusable(self) -> None:
        """Raises PassphraseNotUsable."""
        refuse_unusable(self.passphrase)

    def refuse_second(self, descriptors: Sequence[Descriptor], vault_id: UUID) -> None:
        """Raises WayInExists when this computer has a slot already; KeyringError."""
        refuse_second_here(self.store, descriptors, vault_id)

    def enrol(self, vault_id: UUID, cost: Argon2Cost) -> Enrolment:
        """A slot with a new secret in the store; raises KeyringError."""
        kdf = new_kdf(cost)
        descriptor = KeyringPassphraseSlot(uuid4(), self.store.name, kdf)
        with (
            derive(self.passphrase, kdf, cost) as derived,
            keep_new_secret(self.store, vault_id, descriptor.slot_id) as held,
        ):
            return Enrolment(descriptor, _both(derived, held))

    def choose(
        self, descriptors: Sequence[Descriptor], vault_id: UUID, costs: CostRange
    ) -> Candidate:
        """The slot that this computer holds a half of; raises KeyringError before deriving."""
        slots = [each for each in descriptors if isinstance(each, KeyringPassphraseSlot)]
        descriptor, held = find_secret(self.store, vault_id, slots)
        with held:
            cost = descriptor.kdf.cost_within(costs)
            with derive(self.passphrase, descriptor.kdf, cost) as derived:
                return Candidate(descriptor.slot_id, _both(derived, held), PassphraseWrong())


def _both(derived: SecretBytes, held: SecretBytes) -> SecretBytes:
    return SecretBytes(derived.reveal() + held.reveal())
