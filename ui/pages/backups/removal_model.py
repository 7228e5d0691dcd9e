"""Has backups leave the list: by deleting a file, or on the coach's word that it is gone."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.core.changes import Changes
from app.ledger.entry import Actor
from app.records.backups.record import Backup
from app.workflows.backup.places import Place
from ui.jobs import Jobs
from ui.pages.backups.backup_rows import BackupRow

if TYPE_CHECKING:  # the ciphers behind it come after the first paint
    from app.workspace import Workspace

Delete = Callable[[Place, Backup, Sequence[Backup]], list[Backup]]


def delete_file(place: Place, backup: Backup, own: Sequence[Backup]) -> list[Backup]:
    """Deletes it, unless it has to stay; runs on a thread of its own."""
    from app.workflows.backup.removal import delete  # seldom needed

    return delete(place, backup, own)


class RemovalModel(QObject):
    """A file goes first, then that is noted; what is said to be gone is only noted."""

    deleted = Signal()
    not_deleted = Signal()  # its file is there as before

    def __init__(self, jobs: Jobs, parent: QObject, *, delete: Delete = delete_file) -> None:
        super().__init__(parent)
        self._jobs, self._delete_file = jobs, delete

    def delete(self, row: BackupRow) -> None:
        """Deletes the file of `row`, under the name that it has now."""
        if row.backup is None or row.place is None:
            return
        backup = replace(row.backup, file_name=row.path.name)
        away = partial(self._delete, row.place, backup)
        self._jobs.read(self, lambda workspace: workspace.backups.own(), away)

    def take_off(self, rows: Sequence[BackupRow]) -> None:
        """Notes that these are gone."""
        backups = [row.backup for row in rows if row.backup is not None]
        self._jobs.write(self, partial(_note, backups))

    def _delete(self, place: Place, backup: Backup, own: list[Backup]) -> None:
        call = partial(self._delete_file, place, backup, own)
        self._jobs.away(self, call, self._note, self._jobs.trouble.emit)

    def _note(self, gone: list[Backup]) -> None:
        if gone:
            self._jobs.write(self, partial(_note, gone), lambda _: self.deleted.emit())
        else:
            self.not_deleted.emit()


def _note(gone: Sequence[Backup], workspace: "Workspace") -> Changes:
    return workspace.remove_backups.note(gone, Actor.COACH)
