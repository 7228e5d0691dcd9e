"""The copies that backups are made of: in the vault's folder, until they are on another drive."""

import re
from contextlib import suppress
from pathlib import Path
from uuid import UUID

# A kill at its very beginning leaves the journal of its first page, too.
_NAME = re.compile(r"\.backup-[0-9a-f]{32}\.new(?:-journal)?")


def staged_file(folder: Path, backup_id: UUID) -> Path:
    """Where the copy for a backup is made."""
    return folder / f".backup-{backup_id.hex}.new"


def clear_staged(folder: Path) -> None:
    """Deletes what killed processes left of theirs; what the disk refuses is left to the next."""
    with suppress(OSError):
        for path in folder.iterdir():
            if _NAME.fullmatch(path.name):
                with suppress(OSError):
                    path.unlink()
