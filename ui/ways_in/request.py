"""One thing that was asked of the ways in, for as long as whoever asked still wants it."""

import threading
from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from app.core.errors import Stopped

GiveWay = Callable[[Callable[[], None], bool], None]


def at_once(then: Callable[[], None], _again: bool) -> None:
    """Where nothing is under way that a new kit or a new key would have to wait for."""
    then()


class Request(QObject):
    """It can be let go until it is written; what comes of it is told to nobody else.

    Lives on the GUI thread; only `go_on` is called on others.
    """

    writing = Signal()  # from here on it can't be let go
    done = Signal(object)  # what was made: a NewKit, a ReadyWay, or None for a change
    failed = Signal(object)  # Exception

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._let_go = threading.Event()
        self._writing = False

    @property
    def is_wanted(self) -> bool:
        """Whether nobody has let it go."""
        return not self._let_go.is_set()

    @property
    def is_writing(self) -> bool:
        """Whether the vault was asked to change."""
        return self._writing

    def cancel(self) -> bool:
        """Lets it go; False when it is too late for that."""
        if self._writing:
            return False
        self._let_go.set()
        return True

    def go_on(self) -> None:
        """Called between slow steps, on any thread; raises Stopped once it was let go."""
        if not self.is_wanted:
            raise Stopped

    def begin_writing(self) -> bool:
        """Says that the vault is asked to change now; False when it must not be."""
        if not self.is_wanted:
            self.deleteLater()
            return False
        self._writing = True
        self.writing.emit()
        return True

    def finish(self, made: object = None) -> None:
        """Tells what was made, if somebody still wants it."""
        if self._end():
            self.done.emit(made)

    def fail(self, error: Exception) -> None:
        """Tells why it could not be done, if somebody still wants it."""
        if self._end():
            self.failed.emit(error)

    def _end(self) -> bool:
        self._writing = False
        self.deleteLater()
        return self.is_wanted
