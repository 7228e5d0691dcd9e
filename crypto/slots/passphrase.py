"""The passphrase slot: opens on any computer for whoever knows the passphrase."""

import secrets
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import ClassVar
from uuid import UUID, uuid4

from crypto.errors import PassphraseWrong, WayInExists
from crypto.primitives.kdf import ARGON2_SALT_BYTES, Argon2Cost, CostRange, argon2id
from crypto.secret import SecretBytes
from crypto.slots.passphrase_rules import passphrase_bytes, refuse_unusable
from crypto.slots.slot import Candidate, Descriptor, Enrolment, PassphraseKdf, SlotKind


class PassphraseSlot(Descriptor, frozen=True, tag=SlotKind.PASSPHRASE.value):
    """Descriptor of a passphrase slot."""

    kind: ClassVar[SlotKind] = SlotKind.PASSPHRASE

    kdf: PassphraseKdf


@dataclass(frozen=True)
class PassphraseWay:
    """Opens with the passphrase."""

    passphrase: str = field(repr=False)

    def refuse_unusable(self) -> None:
        """Raises PassphraseNotUsable."""
        refuse_unusable(self.passphrase)

    def refuse_second(self, descriptors: Sequence[Descriptor], vault_id: UUID) -> None:
        """Raises WayInExists: a vault has one passphrase slot, so that none has to be chosen."""
        del vault_id
        if any(isinstance(each, PassphraseSlot) for each in descriptors):
            raise WayInExists

    def enrol(self, vault_id: UUID, cost: Argon2Cost) -> Enrolment:
        """A slot for this passphrase."""
        del vault_id  # a passphrase is kept nowhere
        kdf = new_kdf(cost)
        return Enrolment(PassphraseSlot(uuid4(), kdf), derive(self.passphrase, kdf, cost))

    def choose(
        self, descriptors: Sequence[Descriptor], vault_id: UUID, costs: CostRange
    ) -> Candidate:
        """The vault's passphrase slot; PassphraseWrong when it has none."""
        del vault_id
        for descriptor in descriptors:
            if isinstance(descriptor, PassphraseSlot):
                cost = descriptor.kdf.cost_within(costs)
                key_material = derive(self.passphrase, descriptor.kdf, cost)
                return Candidate(descriptor.slot_id, key_material, PassphraseWrong())
        raise PassphraseWrong


def new_kdf(cost: Argon2Cost) -> PassphraseKdf:
    """A fresh salt at this cost."""
    salt = secrets.token_bytes(ARGON2_SALT_BYTES)
    return PassphraseKdf(salt, cost.memory_kib, cost.iterations, cost.lanes)


def derive(passphrase: str, kdf: PassphraseKdf, cost: Argon2Cost) -> SecretBytes:
    """The 32 bytes that a passphrase stands for."""
    return argon2id(passphrase_bytes(passphrase), kdf.salt, cost)
