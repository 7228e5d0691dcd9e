"""What the four kinds of slot have in common: a descriptor in the header, and a way in."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated, ClassVar, Protocol
from uuid import UUID

from msgspec import Meta, Struct

from crypto.errors import CryptoError, HeaderTampered
from crypto.primitives.kdf import ARGON2_SALT_BYTES, Argon2Cost, CostRange
from crypto.secret import SecretBytes


class SlotKind(StrEnum):
    """How a slot opens the vault; the value is the one in the header."""

    KEYRING = "keyring"
    KEYRING_PASSPHRASE = "keyring+passphrase"  # noqa: S105  the name of a kind
    PASSPHRASE = "passphrase"  # noqa: S105  the name of a kind
    RECOVERY = "recovery"

    @property
    def in_a_store(self) -> bool:
        """Whether a password store holds the slot's secret, or a part of it."""
        return self in {SlotKind.KEYRING, SlotKind.KEYRING_PASSPHRASE}


class Descriptor(Struct, frozen=True, forbid_unknown_fields=True, tag_field="kind"):
    """The part of a slot that is bound to its wrap: changing any field breaks the slot."""

    kind: ClassVar[SlotKind]

    slot_id: UUID


StoreName = Annotated[str, Meta(min_length=1, max_length=60)]
_Count = Annotated[int, Meta(ge=1, le=2**32 - 1)]


class PassphraseKdf(Struct, frozen=True, forbid_unknown_fields=True):
    """Salt and cost of the Argon2id run that a slot needs."""

    salt: Annotated[bytes, Meta(min_length=ARGON2_SALT_BYTES, max_length=ARGON2_SALT_BYTES)]
    memory_kib: _Count
    iterations: _Count
    lanes: _Count

    def cost_within(self, costs: CostRange) -> Argon2Cost:
        """The cost, or HeaderTampered when a reader should not run it."""
        cost = Argon2Cost(self.memory_kib, self.iterations, self.lanes)
        if cost not in costs:
            raise HeaderTampered
        return cost


@dataclass(frozen=True)
class Enrolment:
    """A new slot before it is wrapped."""

    descriptor: Descriptor
    key_material: SecretBytes


@dataclass(frozen=True)
class Candidate:
    """The slot that a way in has chosen, what it gives to open it, and what to say if it fails."""

    slot_id: UUID
    key_material: SecretBytes
    if_wrong: CryptoError


class Way(Protocol):
    """A secret, or where to find it, for one kind of slot."""

    def choose(
        self, descriptors: Sequence[Descriptor], vault_id: UUID, costs: CostRange
    ) -> Candidate:
        """Picks the slot and derives its key material: slow for passphrases and keyrings."""
        ...


class NewWay(Way, Protocol):
    """A way in that a new slot can be made for."""

    def refuse_unusable(self) -> None:
        """Raises when no slot should be made with this secret. Quick."""
        ...

    def refuse_second(self, descriptors: Sequence[Descriptor], vault_id: UUID) -> None:
        """Raises WayInExists when these hold such a slot already; a keyring is asked."""
        ...

    def enrol(self, vault_id: UUID, cost: Argon2Cost) -> Enrolment:
        """A descriptor and key material for a new slot; a keyring has kept its half by then."""
        ...
