"""Looks for the newest backup in reach: where the open vault says, and on drives that are in."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from ui.jobs import Jobs

if TYPE_CHECKING:  # their packages come with the ciphers
    from app.workflows.restore.newest import Newest
    from app.workspace import Workspace

Folders = Sequence[Path]
Find = Callable[[Folders, UUID | None], "Newest | None"]


class NewestSearch(QObject):
    """That there is none, or that somewhere nobody can look, is no trouble: a file is asked for."""

    found = Signal(object)  # Newest

    def __init__(
        self,
        jobs: Jobs,
        find: Find,
        folders: "Callable[[Workspace], Folders] | None",
        parent: QObject,
    ) -> None:
        """`folders` asks the open vault, where one is."""
        super().__init__(parent)
        self._jobs, self._find, self._folders = jobs, find, folders

    def look(self, vault_id: UUID | None) -> None:
        """Looks for one of this vault, or of any."""
        find = partial(self._look_in, vault_id)
        if self._folders is None:
            find(())
        else:
            self._jobs.read(self, self._folders, find, lambda _: find(()))

    def _look_in(self, vault_id: UUID | None, folders: Folders) -> None:
        call = partial(self._find, folders, vault_id)
        self._jobs.away(self, call, self._tell, lambda _: None)

    def _tell(self, newest: "Newest | None") -> None:
        if newest is not None:
            self.found.emit(newest)


def known_folders(workspace: "Workspace") -> Folders:
    """Where the vault's backups lie, as far as it knows; runs on the vault worker."""
    places = [place.folder for place in workspace.backup_plan.get().places]
    listed = [backup.folder for backup in workspace.backups.listed()]
    return [Path(folder) for folder in dict.fromkeys((*places, *listed))]
