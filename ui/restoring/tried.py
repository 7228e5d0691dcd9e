"""Notes that a backup was opened as after a loss: by the words of its kit, or its passphrase."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from app.core.changes import Changes
from ui.jobs import Jobs

if TYPE_CHECKING:  # the ciphers behind it come after the first paint
    from app.workflows.backup.adopt import Found
    from app.workspace import Workspace


def was_tried(found: "Found", workspace: "Workspace") -> Changes:
    """Writes it down where the backup is the open vault's; runs on the vault worker."""
    if not workspace.takes_writes:
        return Changes()
    return workspace.adopt_backups.note_tried(found)


def note_tried(jobs: Jobs, owner: QObject, found: "Found") -> None:
    """Has it written down; that it can't be is no reason to trouble somebody who restores."""
    jobs.write(owner, lambda workspace: was_tried(found, workspace), failed=lambda _: None)
