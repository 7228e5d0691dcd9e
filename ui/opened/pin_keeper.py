"""Has the computer's password store remember how the vault stands, so that an older one is told."""

import threading
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from crypto.errors import CryptoError, KeyringError
from ui.jobs import Jobs
from ui.leaving.lock import BeforeLock, Saving, optional
from ui.ways_in.password_store import FindStore, find_store

if TYPE_CHECKING:  # their imports come after the first paint
    from app.ledger.check_outcome import CheckOutcome
    from app.workspace import Workspace
    from crypto.keyring.store import KeyStore
    from crypto.vault.pin import PinToKeep

PIN_EVERY = 600_000  # milliseconds
AT_LOCK = 0.1  # seconds that the last pin may take once everything else is saved


class PinKeeper(QObject):
    """Keeps the pin after a check that found nothing, every ten minutes then, and at a lock.

    Never while an answer is owed, or after a check that found a fault. A password store that
    fails to keep it is not asked again, since it might ask the person each time.
    """

    pinned = Signal()

    def __init__(
        self,
        jobs: Jobs,
        before_lock: BeforeLock,
        find: FindStore = find_store,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._find = find
        self._store: KeyStore | None = None
        self._may_pin = True
        self._every = QTimer(self)
        self._every.setInterval(PIN_EVERY)
        self._every.timeout.connect(self._renew)
        before_lock(self, self._at_lock)

    def judge(self, outcome: "CheckOutcome") -> None:
        """Keeps the pin from now on, or never again, as a check of the whole vault ended."""
        if outcome.is_sound:
            self._every.start()
            self._renew()
        else:
            self._may_pin = False

    def _renew(self) -> None:
        self._jobs.read(self, _pin, self._keep, self._jobs.trouble.emit)

    def _keep(self, pin: "PinToKeep | None") -> None:
        if pin is None or not self._may_pin:
            return
        call = partial(_keep_pin, self._store, self._find, pin)
        self._jobs.away(self, call, self._kept, self._not_kept)

    def _kept(self, store: "KeyStore") -> None:
        self._store = store
        self.pinned.emit()

    def _not_kept(self, error: Exception) -> None:
        self._may_pin = False
        if not isinstance(error, KeyringError):
            self._jobs.trouble.emit(error)

    def _at_lock(self) -> Saving | None:
        if self._store is None or not self._may_pin:
            return None
        return optional(partial(_keep_last_pin, self._store))


def _pin(workspace: "Workspace") -> "PinToKeep | None":
    return workspace.pin_to_keep()


def _keep_pin(store: "KeyStore | None", find: FindStore, pin: "PinToKeep") -> "KeyStore":
    from crypto.vault.pin import keep_pin  # what it needs comes after the first paint

    found = store or find()
    keep_pin(found, pin)
    return found


def _keep_last_pin(store: "KeyStore", workspace: "Workspace") -> None:
    """Starts to keep the pin, and waits for so short that nobody waits for a lock because of it."""
    pin = workspace.pin_to_keep()
    if pin is None:
        return
    keeping = threading.Thread(target=_try_to_keep, args=(store, pin), name="away", daemon=True)
    keeping.start()
    keeping.join(AT_LOCK)


def _try_to_keep(store: "KeyStore", pin: "PinToKeep") -> None:
    from crypto.vault.pin import keep_pin  # what it needs comes after the first paint

    with suppress(CryptoError):
        keep_pin(store, pin)
