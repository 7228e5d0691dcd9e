"""The two keys that a backup's key stands for."""

from enum import StrEnum
from uuid import UUID

from crypto.encoding import enc
from crypto.primitives.kdf import hkdf
from crypto.secret import SecretBytes


class BackupPurpose(StrEnum):
    """What a subkey is for; the label that separates it from the other."""

    DATABASE = "underrose/backup-db/1"
    HEADER = "underrose/backup-header/1"


def backup_subkey(key: SecretBytes, purpose: BackupPurpose, backup_id: UUID) -> SecretBytes:
    """32 bytes for one purpose."""
    return SecretBytes(hkdf(key.reveal(), backup_id.bytes, enc(purpose)))
