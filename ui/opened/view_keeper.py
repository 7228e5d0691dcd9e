"""Keeps where the coach was inside the vault, so that unlocking leads back there."""

from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING, Any

import shiboken6
from PySide6.QtCore import QObject, QTimer

from app.core.changes import Changes
from crypto.errors import CryptoError
from ui.jobs import Jobs
from ui.leaving.lock import Lock, Saving, optional
from ui.places.navigation import Navigation, Place
from ui.places.page import Page
from ui.places.place_json import place_from_json, place_to_json

if TYPE_CHECKING:  # its imports (ciphers, records) come after the first paint
    from app.workspace import Workspace

EVERY = 2_000  # milliseconds; so a crash loses two seconds of scrolling at most


class ViewKeeper(QObject):
    """Writes place and view when they changed, and at lock; reads them at unlock."""

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
        self._kept: dict[str, Any] = {}
        self._tick = QTimer(self)
        self._tick.setInterval(EVERY)
        self._tick.timeout.connect(self._write)
        lock.before_lock(self, self._saving)

    def come_back(self) -> None:
        """Goes to where the coach was last, home if that isn't known."""
        self._jobs.read(self, _read, self._restore, self._miss)

    def begin_at_home(self) -> None:
        """Goes home: hours later, somebody else may look at the screen."""
        self._restore({})

    def _restore(self, state: dict[str, Any]) -> None:
        place = place_from_json(state.get("place"))
        self._navigation.go(place)
        if view := state.get("view"):
            self._page_at(place).restore_view(view)
        self._tick.start()

    def _miss(self, error: Exception) -> None:
        self._jobs.trouble.emit(error)
        self.begin_at_home()

    def _write(self) -> None:
        state = self._state()
        if state != self._kept:
            self._kept = state
            self._jobs.write(self, lambda workspace: _put(workspace, state))

    def _saving(self) -> Saving | None:
        state = self._state()
        return None if state == self._kept else optional(lambda workspace: _put(workspace, state))

    def _state(self) -> dict[str, Any]:
        place = self._navigation.place
        if place is None:
            return {}
        page = self._page_at(place)
        if not shiboken6.isValid(page):  # the desk has gone before the process does
            return self._kept
        return {"place": place_to_json(place), "view": page.view_state()}


def _read(workspace: "Workspace") -> dict[str, Any]:
    return workspace.view_state.get()


def _put(workspace: "Workspace", state: dict[str, Any]) -> Changes:
    # Where the coach was is not worth a lock that waits, nor a notice.
    with suppress(CryptoError):
        workspace.view_state.put(state)
    return Changes()
