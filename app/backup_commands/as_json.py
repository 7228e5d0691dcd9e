"""What the backup commands print for programs."""

import json
import sys
from collections.abc import Mapping
from typing import Any

from crypto.backup.face import BackupFace
from crypto.backup.header import BackupHeader


def say(told: Mapping[str, Any]) -> None:
    """Prints it on stdout."""
    sys.stdout.write(json.dumps(told, indent=2, ensure_ascii=False) + "\n")


def of_backup(backup: BackupFace | BackupHeader) -> dict[str, Any]:
    """What a backup says of itself."""
    return {
        "backup_id": str(backup.backup_id),
        "vault_id": str(backup.vault_id),
        "name": backup.name,
        "made_at": backup.made_at.isoformat(),
        "kit_number": backup.kit_number,
        "kit_made_on": backup.kit_made_on.isoformat(),
        "has_passphrase": backup.has_passphrase,
    }
