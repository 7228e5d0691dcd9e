"""The desktop's own signs that the coach is leaving: sleep, screen lock, another user, the lid.

The GUI thread waits for none of it, and a sign is acted on even while the GUI hangs.
"""

import sys
import threading
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from ui.process.desktop_signs import Sign

if TYPE_CHECKING:  # jeepney is imported on the threads that use it
    from ui.process.desktop_bus import Bus


class DesktopEvents(QObject):
    """Tells each sign on the GUI thread; buses and services that are not there tell nothing."""

    going_to_sleep = Signal()
    session_locked = Signal()
    user_switched = Signal()
    lid_closed = Signal()

    def __init__(self, first: Callable[[], object], parent: QObject | None = None) -> None:
        """`first` is called for every sign on the thread that heard it, before any signal."""
        super().__init__(parent)
        self._first = first
        self._inhibitor: int | None = None
        self._connections = _Connections()
        self.destroyed.connect(self._connections.hang_up)

    def start(self) -> None:
        """Begins to listen, and delays the computer's sleep until this process has ended."""
        if sys.platform != "linux":
            return
        for name, listen in (("system bus", self._system), ("session bus", self._session)):
            threading.Thread(target=listen, name=name, daemon=True).start()

    def _system(self) -> None:
        # 30 ms that nobody waits for here
        from ui.process.desktop_bus import Bus, listen_to_system

        self._connections.use(
            partial(Bus, "SYSTEM"), lambda bus: listen_to_system(bus, self._tell, self._hold)
        )

    def _session(self) -> None:
        # 30 ms that nobody waits for here
        from ui.process.desktop_bus import Bus, listen_to_session

        self._connections.use(
            partial(Bus, "SESSION"), lambda bus: listen_to_session(bus, self._tell)
        )

    def _hold(self, inhibitor: int) -> None:
        """Never closed: the end of this process, when the lock is done, is what releases it."""
        self._inhibitor = inhibitor

    def _tell(self, sign: Sign) -> None:
        self._first()
        with suppress(RuntimeError):  # gone at this very moment, with all that listened to it
            match sign:
                case Sign.SLEEP:
                    self.going_to_sleep.emit()
                case Sign.SCREEN_LOCKED:
                    self.session_locked.emit()
                case Sign.USER_SWITCHED:
                    self.user_switched.emit()
                case Sign.LID_CLOSED:
                    self.lid_closed.emit()


class _Connections:
    """The connections in use, to be hung up from another thread."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._open: list[Bus] = []
        self._over = False

    def use(self, connect: "Callable[[], Bus]", listen: "Callable[[Bus], None]") -> None:
        """Listens until the connection goes, or there is none."""
        try:
            bus = connect()
        except Exception:  # noqa: BLE001 - a bus that isn't there, in one of a dozen ways
            return
        with self._lock:
            self._open.append(bus)
            over = self._over
        try:
            if not over:
                listen(bus)
        except Exception:  # noqa: BLE001, S110 - nor is one that goes, or talks nonsense, a fault
            pass
        finally:
            with self._lock:
                self._open.remove(bus)
            bus.close()

    def hang_up(self) -> None:
        """Ends everything that listens."""
        with self._lock:
            self._over = True
            for bus in self._open:
                bus.hang_up()
