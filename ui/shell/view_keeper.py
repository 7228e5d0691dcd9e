"""Keeps where the coach was inside the vault, so that unlocking leads back there."""

from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer

from app.core.changes import Changes
from crypto.errors import CryptoError
from ui.jobs import Jobs
from ui.shell.lock import Lock
from ui.shell.navigation import Navigation, Place
from ui.shell.page import Page
from ui.shell.place_json import place_from_json, place_to_json

if TYPE_CHECKING:  # its imports (ciphers, records) come after the first paint
    from app.workspace import Workspace

AFTER_ARRIVAL = 1_000  # milliseconds


class ViewKeeper(QObject):
    """Writes place and view a second after each arrival and at lock; reads them at unlock."""

    def __init__(
        self,
        jobs: Jobs,
        lock: Lock,
        navigation: Navigation,
        page_at: Callable[[Place], Page],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._navigation = navigation
        self._page_at = page_at
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(AFTER_ARRIVAL)
        self._later.timeout.connect(self._write)
        navigation.arrived.connect(self._write_later)
        lock.before_lock(self, self._saving)

    def come_back(self) -> None:
        """Goes to where the coach was last, home if that isn't known."""
        self._jobs.read(self, _read, self._restore)

    def _write_later(self) -> None:
        self._later.start()

    def _restore(self, state: dict[str, Any]) -> None:
        place = place_from_json(state.get("place"))
        self._navigation.go(place)
        if view := state.get("view"):
            self._page_at(place).restore_view(view)

    def _write(self) -> None:
        saving = self._saving()
        if saving is not None:
            self._jobs.write(self, saving)

    def _saving(self) -> "Callable[[Workspace], Changes] | None":
        place = self._navigation.place
        if place is None:
            return None
        state = {"place": place_to_json(place), "view": self._page_at(place).view_state()}
        return lambda workspace: _put(workspace, state)


def _read(workspace: "Workspace") -> dict[str, Any]:
    return workspace.view_state.get()


def _put(workspace: "Workspace", state: dict[str, Any]) -> Changes:
    # Where the coach was is not worth a lock that waits, nor a notice.
    with suppress(CryptoError):
        workspace.view_state.put(state)
    return Changes()
