"""A backup from the outside: what may be known of it without any secret."""

from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from uuid import UUID

from crypto.backup.blocks import FoundBlocks, read_blocks
from crypto.backup.header import BackupHeader


@dataclass(frozen=True)
class BackupFace:
    """What the file says of itself; whether it is true, only a secret can tell."""

    path: Path
    backup_id: UUID
    vault_id: UUID
    name: str
    made_at: datetime
    kit_number: int
    kit_made_on: date
    has_passphrase: bool
    file_bytes: int
    one_block_unusable: bool  # the other one does; putting in other slots would mend it


def look_at_backup(path: Path) -> BackupFace:
    """Reads the end of a backup, and changes nothing.

    Raises BackupMissing, BackupDamaged and BackupTooNew.
    """
    found = read_blocks(path)
    return face_of(path, found, found.newest.header)


def face_of(path: Path, found: FoundBlocks, header: BackupHeader) -> BackupFace:
    """The face that a header gives."""
    return BackupFace(
        path=path,
        backup_id=header.backup_id,
        vault_id=header.vault_id,
        name=header.name,
        made_at=header.made_at,
        kit_number=header.kit_number,
        kit_made_on=header.kit_made_on,
        has_passphrase=header.has_passphrase,
        file_bytes=found.file_bytes,
        one_block_unusable=found.one_unusable,
    )
