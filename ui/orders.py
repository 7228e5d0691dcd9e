"""Orders on their way to a thread, and what comes of them, for whoever waits on the GUI thread."""

from collections.abc import Callable
from enum import Enum
from typing import Any, NamedTuple

from PySide6.QtCore import QObject

from app.core.errors import AppError
from app.process.faults import report
from crypto.errors import CryptoError

Failed = Callable[[Exception], None]
BEGUN, ENDED = object(), object()  # of a long job: nothing to tell of it yet, or any more


class Amid(Enum):
    """What becomes of an order that comes while a long call is under way."""

    GOES_FIRST = "goes_first"
    WAITS = "waits"  # until the call is over: it is long, too
    ENDS_IT = "ends_it"  # the call is ended for it, and it comes next


class Outcome(NamedTuple):
    """What came of a call: a value, or an error."""

    token: int
    value: Any = None
    error: Exception | None = None


class Order(NamedTuple):
    """A call on its way to a thread, which lets go of it before the outcome is sent.

    So the last reference to a call, and to the widgets it may hold, is dropped on the GUI thread.
    """

    token: int
    calls: list[Callable[[], object]]  # just one, or none any more
    amid: Amid = Amid.GOES_FIRST

    def carry_out(self) -> Outcome:
        """Runs the call, and lets go of it."""
        try:
            return Outcome(self.token, self.calls.pop()())
        except Exception as error:  # noqa: BLE001 - every failure is told on the GUI thread
            if not isinstance(error, AppError | CryptoError):
                report(error)
            error.__traceback__ = error.__context__ = error.__cause__ = None  # they hold secrets
            return Outcome(self.token, error=error)


class Waiting(NamedTuple):
    """Who waits for what comes of a call."""

    owner: QObject
    call: Callable[..., object]
    done: Callable[[Any], None]
    failed: Failed | None
    writes: bool
    progress: Callable[[Any], None] | None = None
    opens: bool = False  # the vault is open when it is done
