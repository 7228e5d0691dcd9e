"""Notes that a backup was opened as after a loss: by the words of its kit, or its passphrase."""

from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject

from app.core.changes import Changes
from app.records.backups.record import BackupState
from ui.jobs import Jobs

if TYPE_CHECKING:  # the ciphers behind it come after the first paint
    from app.workspace import Workspace


def was_tried(backup: UUID, workspace: "Workspace") -> Changes:
    """Writes it down where the open vault knows the backup; runs on the vault worker."""
    known = {one.id: one.state for one in workspace.backups.listed()}
    if not workspace.takes_writes or known.get(backup) is not BackupState.CHECKED:
        return Changes()
    return workspace.backups.was_tried(backup)


def note_tried(jobs: Jobs, owner: QObject, backup: UUID) -> None:
    """Has it written down; that it can't be is no reason to trouble somebody who restores."""
    jobs.write(owner, lambda workspace: was_tried(backup, workspace), failed=lambda _: None)
