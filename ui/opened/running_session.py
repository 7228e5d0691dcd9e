"""Whether a session runs, whatever page is in front: then stillness covers that page."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.core.changes import Changes, Kind
from ui.jobs import Jobs

if TYPE_CHECKING:  # the ciphers behind it come after the first paint
    from app.workspace import Workspace


class RunningSession(QObject):
    """Follows the vault from each moment in which it is opened."""

    changed = Signal(bool)  # whether one runs now

    def __init__(self, jobs: Jobs, parent: QObject | None = None) -> None:
        """Nothing runs, as far as is known, before the vault is open."""
        super().__init__(parent)
        self.runs = False
        self._jobs = jobs
        jobs.vault_opened.connect(self._look)
        jobs.changed.connect(self._after_write)

    def _after_write(self, changes: Changes) -> None:
        if changes.touches(Kind.SESSION):
            self._look()

    def _look(self) -> None:
        self._jobs.read(self, _is_any, self._take, self._miss)

    def _take(self, runs: bool) -> None:
        self._set(runs)

    def _miss(self, error: Exception) -> None:
        """It may run: so it is covered. Whoever shows sessions says that they can't be read."""
        self._set(True)

    def _set(self, runs: bool) -> None:
        if runs != self.runs:
            self.runs = runs
            self.changed.emit(runs)


def _is_any(workspace: "Workspace") -> bool:
    return bool(workspace.sessions.running())
