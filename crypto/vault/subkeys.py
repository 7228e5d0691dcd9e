"""The keys that one vault key stands for, one a purpose."""

from enum import StrEnum
from uuid import UUID

from crypto.encoding import enc
from crypto.primitives.kdf import hkdf
from crypto.secret import SecretBytes


class Purpose(StrEnum):
    """What a subkey is for; the label that separates it from the others."""

    DATABASE = "underrose/db/1"
    HEADER = "underrose/header/1"
    SEAL = "underrose/seal/1"


def subkey(vault_key: SecretBytes, purpose: Purpose, vault_id: UUID, epoch: int) -> SecretBytes:
    """32 bytes for one purpose; a new epoch changes them all."""
    return SecretBytes(hkdf(vault_key.reveal(), vault_id.bytes, enc(purpose, epoch)))
