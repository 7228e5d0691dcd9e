"""A new way in whose slow part is done: the keyring keeps its half, the passphrase is derived."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from crypto.errors import CryptoError, KeyringItemGone, KeyringWriteUnverified
from crypto.primitives.kdf import APP_COSTS, STANDARD_COST, Argon2Cost, CostRange
from crypto.secret import SecretBytes
from crypto.slots.slot import Candidate, Descriptor, Enrolment, NewWay


@dataclass(frozen=True)
class ReadyWay:
    """Stands in for the way in that it was made of, and waits for nothing; used once or not."""

    enrolment: Enrolment
    found_again: SecretBytes  # what an opening came to, from the descriptor alone
    if_wrong: CryptoError

    def refuse_unusable(self) -> None:
        """Nothing to refuse any more."""

    def refuse_second(self, descriptors: Sequence[Descriptor], vault_id: UUID) -> None:
        """Nothing to refuse any more."""

    def enrol(self, vault_id: UUID, cost: Argon2Cost) -> Enrolment:
        """The slot's descriptor and key material."""
        del vault_id, cost
        made = self.enrolment
        return Enrolment(made.descriptor, SecretBytes(made.key_material.reveal()))

    def choose(
        self, descriptors: Sequence[Descriptor], vault_id: UUID, costs: CostRange
    ) -> Candidate:
        """The slot that was made."""
        del descriptors, vault_id, costs
        key_material = SecretBytes(self.found_again.reveal())
        return Candidate(self.enrolment.descriptor.slot_id, key_material, self.if_wrong)

    def wipe(self) -> None:
        """Forgets the secrets; the way in is of no use then."""
        self.enrolment.key_material.wipe()
        self.found_again.wipe()


def make_ready(
    way: NewWay,
    staying: Sequence[Descriptor],
    vault_id: UUID,
    *,
    cost: Argon2Cost = STANDARD_COST,
    costs: CostRange = APP_COSTS,
) -> ReadyWay:
    """Enrols `way` for a vault whose slots `staying` it will stand beside, and opens it once.

    Runs on any thread, so that the vault's need not wait. Raises PassphraseNotUsable,
    WayInExists and KeyringError; KeyringWriteUnverified when the store lost what it kept.
    """
    way.refuse_unusable()
    way.refuse_second(staying, vault_id)
    enrolment = way.enrol(vault_id, cost)
    try:
        chosen = way.choose([enrolment.descriptor], vault_id, costs)
    except KeyringItemGone:
        raise KeyringWriteUnverified from None
    # The passphrase is the same: if it does not fit, the store gave back something else.
    kept = enrolment.descriptor.kind.in_a_store
    if_wrong = KeyringWriteUnverified() if kept else chosen.if_wrong
    return ReadyWay(enrolment, chosen.key_material, if_wrong)
