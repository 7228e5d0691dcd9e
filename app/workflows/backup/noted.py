"""A backup as the vault notes it, at once or late, from what its own header says."""

from pathlib import Path

from app.core.clock import Moment
from app.records.backups.record import Backup
from crypto.backup.header import BackupHeader


def as_noted(header: BackupHeader, file: Path, zone: str, generation: int, rows: int) -> Backup:
    """The record of a proven backup at `file`.

    `generation` counts the entries in it, `rows` the records; `zone` is where it is noted, since
    the header has none.
    """
    return Backup(
        id=header.backup_id,
        folder=str(file.parent),
        file_name=file.name,
        made=Moment.of(round(header.made_at.timestamp()) * 1000, zone),
        bytes=header.file_bytes,
        entries=generation,
        rows=rows,
        generation=generation,
        kit_number=header.kit_number,
        with_passphrase=header.has_passphrase,
    )
