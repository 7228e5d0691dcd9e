"""The window's end of the talk with the supervisor: verbs in as signals, verbs out as bytes."""

import contextlib
import os
import threading
import time

from PySide6.QtCore import QObject, QTimer, Signal

from app.process.verbs import Verb, verb_of
from ui.process.pipes import Pipes

HEARTBEAT_EVERY = 2_000  # milliseconds; the supervisor waits for 10 seconds
LAST_SECONDS = 3.0  # from the supervisor's end to ours, if nothing gets in the way


class SupervisorLink(QObject):
    """Hears on a thread of its own, so that the supervisor's end is noticed even by a hung GUI."""

    go = Signal()
    show_asked = Signal(str)  # a Wayland activation token, often empty
    lock_asked = Signal()
    quit_asked = Signal()
    other_cannot_save = Signal()

    def __init__(self, pipes: Pipes, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._hears, self._says = pipes.hears, pipes.says
        self._heart = QTimer(self)
        self._heart.setInterval(HEARTBEAT_EVERY)
        self._heart.timeout.connect(lambda: self.tell(Verb.HEARTBEAT))

    def start(self) -> None:
        """Begins to listen, and to beat."""
        self._heart.start()
        threading.Thread(target=self._listen, name="verbs", daemon=True).start()

    def tell(self, verb: Verb) -> None:
        """Says a verb to the supervisor, if it is still there."""
        with contextlib.suppress(OSError):
            os.write(self._says, verb.value)

    def _listen(self) -> None:
        while byte := os.read(self._hears, 1):
            match verb_of(byte):
                case Verb.GO:
                    self.go.emit()
                case Verb.SHOW:
                    self.show_asked.emit(self._token())
                case Verb.PLEASE_LOCK:
                    self.lock_asked.emit()
                case Verb.PLEASE_QUIT:
                    self.quit_asked.emit()
                case Verb.OTHER_CANNOT_SAVE:
                    self.other_cannot_save.emit()
                case _:
                    pass  # said to others, or by a later version
        self.quit_asked.emit()
        time.sleep(LAST_SECONDS)
        os._exit(1)

    def _token(self) -> str:
        length = os.read(self._hears, 1)
        token = b""
        while length and len(token) < length[0]:
            more = os.read(self._hears, length[0] - len(token))
            if not more:
                break
            token += more
        return token.decode("ascii", "ignore")
