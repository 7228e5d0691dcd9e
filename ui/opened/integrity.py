"""Checks the whole vault once the desk is open, and keeps the pin that an older copy is told by."""

import threading
from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, QTimer, Signal

from crypto.errors import CryptoError, KeyringError, VaultDamaged
from ui.jobs import Jobs
from ui.leaving.lock import BeforeLock, Saving, optional

if TYPE_CHECKING:  # their imports come after the first paint
    from app.ledger.check_outcome import CheckOutcome, CheckProgress
    from app.workspace import Workspace
    from crypto.keyring.store import KeyStore
    from crypto.vault.pin import PinToKeep

FindStore = Callable[[], "KeyStore"]

SETTLED = 1_500  # milliseconds; by then the first page is there
PIN_EVERY = 600_000  # milliseconds
AT_LOCK = 0.1  # seconds that the last pin may take once everything else is saved


class _Checked(NamedTuple):
    outcome: "CheckOutcome | None"
    pin: "PinToKeep | None"


def find_store() -> "KeyStore":
    """The computer's password store; raises KeyringMissing or KeyringInsecure."""
    # heavy, and the desk comes first
    from crypto.keyring.os_keyring import find_key_store

    return find_key_store()


class IntegrityWatch(QObject):
    """Checks in slices, at first by itself, while everything else goes first; then keeps the pin.

    The pin is kept after a check that found nothing, every ten minutes from then on, and at a
    lock; never while an answer is owed, or after a fault was found. A password store that fails
    to keep it is not asked again, since it might ask the person each time.
    """

    progressed = Signal(object)  # CheckProgress
    ended = Signal()  # a check did, in whatever way
    checked = Signal(object)  # CheckOutcome
    damaged = Signal(object)  # VaultDamaged, when a check found a fault
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
        self._checking = False
        self._settled = QTimer(self)
        self._settled.setSingleShot(True)
        self._settled.setInterval(SETTLED)
        self._settled.timeout.connect(self.check_now)
        self._every = QTimer(self)
        self._every.setInterval(PIN_EVERY)
        self._every.timeout.connect(self._renew_pin)
        before_lock(self, self._at_lock)

    def begin(self) -> None:
        """Checks as soon as the desk has come to rest."""
        self._settled.start()

    def check_now(self) -> None:
        """Checks the whole vault, unless that is under way."""
        if self._checking:
            return
        self._settled.stop()
        self._checking = True
        self._jobs.in_slices(self, _begin, self.progressed.emit, self._look, self._give_up)

    def _look(self) -> None:
        self._jobs.read(self, _outcome, self._judge, self._give_up)

    def _end(self) -> None:
        self._checking = False
        self.ended.emit()

    def _judge(self, checked: _Checked) -> None:
        self._end()
        outcome = checked.outcome
        if outcome is None:
            return
        self.checked.emit(outcome)
        if not outcome.is_sound:
            self._may_pin = False
            self.damaged.emit(VaultDamaged())
            return
        self._every.start()
        self._keep(checked.pin)

    def _give_up(self, error: Exception) -> None:
        self._end()
        self._jobs.trouble.emit(error)

    def _renew_pin(self) -> None:
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


def _begin(workspace: "Workspace") -> "Iterator[CheckProgress]":
    return workspace.integrity.check()


def _outcome(workspace: "Workspace") -> _Checked:
    return _Checked(workspace.integrity.last(), workspace.pin_to_keep())


def _pin(workspace: "Workspace") -> "PinToKeep | None":
    return workspace.pin_to_keep()


def _keep_pin(store: "KeyStore | None", find: FindStore, pin: "PinToKeep") -> "KeyStore":
    from crypto.vault.pin import keep_pin  # as for the store

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
    from crypto.vault.pin import keep_pin  # as for the store

    with suppress(CryptoError):
        keep_pin(store, pin)
