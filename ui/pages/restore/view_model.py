"""Opens what was restored by the words that opened its backup, and remembers where it lies."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from app.settings.declared import VAULT_FOLDER
from app.settings.device import DeviceSettings
from ui.jobs import Jobs
from ui.locked.locked_page import LockedStep
from ui.messages import At, message_for
from ui.restoring.calls import Open, Words, open_vault
from ui.translation import translate


class OpenModel(QObject):
    """From a restored folder to an open vault. No word is kept."""

    changed = Signal()
    opened = Signal()

    def __init__(self, jobs: Jobs, device: DeviceSettings, call: Open = open_vault) -> None:
        super().__init__()
        self._jobs = jobs
        self._device = device
        self._call = call
        self.busy = False
        self.error: Exception | None = None

    @property
    def said(self) -> str:
        """What goes on, or what became of it."""
        if self.busy:
            return translate("RestorePage", "It was restored. Opening the vault.")
        if self.error is not None:
            return translate(
                "RestorePage",
                "It was restored, and is kept. It opens with the Recovery Kit’s words.",
            )
        return ""

    @property
    def trouble(self) -> str:
        """Why it did not open."""
        return "" if self.error is None else message_for(self.error, at=At.UNLOCKING).text

    def where_from(self) -> LockedStep:
        """Where “Back” leads: the lock screen, or first run where there is no vault."""
        return LockedStep.UNLOCK if self._device.get(VAULT_FOLDER) else LockedStep.FIRST_RUN

    def forget(self) -> None:
        """Starts afresh."""
        self._know(busy=False, error=None)

    def open(self, folder: Path, words: Words, *, typed: bool) -> None:
        """Opens it; from now on it is the vault of this computer."""
        self._device.put(VAULT_FOLDER, str(folder))
        self._know(busy=True, error=None)
        call = partial(self._call, folder, words, typed=typed)
        self._jobs.open(self, call, self._has_opened, self._fail)

    def _has_opened(self) -> None:
        self._know(busy=False, error=None)
        self.opened.emit()

    def _fail(self, error: Exception) -> None:
        self._know(busy=False, error=error)

    def _know(self, *, busy: bool, error: Exception | None) -> None:
        self.busy, self.error = busy, error
        self.changed.emit()
