"""The key that the words of a Recovery Kit give to backups, and the vault key does not."""

from collections.abc import Sequence
from uuid import UUID

from crypto.encoding import enc
from crypto.primitives.kdf import hkdf
from crypto.secret import SecretBytes
from crypto.slots.recovery import entropy_of


def backup_root(words: Sequence[str], vault_id: UUID, kit_number: int) -> SecretBytes:
    """The key that wraps the keys of backups made while a kit is in force.

    Raises RecoveryWordUnknown and RecoveryChecksum.
    """
    info = enc("underrose/backup-root/1", kit_number)
    with entropy_of(words) as entropy:
        return SecretBytes(hkdf(entropy.reveal(), vault_id.bytes, info))
