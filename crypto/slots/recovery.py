"""The recovery slot: 24 words on paper that open the vault without keyring or passphrase."""

import secrets
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Annotated, ClassVar
from uuid import UUID, uuid4

from msgspec import Meta

from crypto.errors import HeaderTampered, RecoveryWrong
from crypto.primitives.kdf import CostRange
from crypto.secret import SecretBytes
from crypto.slots.recovery_words import ENTROPY_BYTES, entropy_of, words_of
from crypto.slots.slot import Candidate, Descriptor, Enrolment, SlotKind


class RecoverySlot(Descriptor, frozen=True, tag=SlotKind.RECOVERY.value):
    """Descriptor of the recovery slot; the kit's number and date are printed on the kit too."""

    kind: ClassVar[SlotKind] = SlotKind.RECOVERY

    kit_number: Annotated[int, Meta(ge=1, le=2**32 - 1)]
    kit_made_on: date


@dataclass(frozen=True)
class RecoveryWay:
    """Opens with the 24 words."""

    words: tuple[str, ...] = field(repr=False)

    def choose(
        self, descriptors: Sequence[Descriptor], vault_id: UUID, costs: CostRange
    ) -> Candidate:
        """The vault's recovery slot; raises RecoveryWordUnknown and RecoveryChecksum."""
        del vault_id, costs
        entropy = entropy_of(self.words)
        for descriptor in descriptors:
            if isinstance(descriptor, RecoverySlot):
                wrong = RecoveryWrong(descriptor.kit_number, descriptor.kit_made_on)
                return Candidate(descriptor.slot_id, entropy, wrong)
        raise HeaderTampered  # every header has one


@dataclass(frozen=True)
class NewKit:
    """A recovery kit that was just made: its words exist here and on the paper only."""

    words: tuple[str, ...] = field(repr=False)
    enrolment: Enrolment = field(repr=False)


def new_kit(kit_number: int, made_on: date) -> NewKit:
    """Fresh words, and the slot that they will open."""
    entropy = SecretBytes(secrets.token_bytes(ENTROPY_BYTES))
    descriptor = RecoverySlot(uuid4(), kit_number, made_on)
    return NewKit(words_of(entropy), Enrolment(descriptor, entropy))
