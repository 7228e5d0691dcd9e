"""What is told of an error that nobody foresaw: its class and its place, never its text."""

import sys
import threading
from collections.abc import Callable
from pathlib import Path
from types import TracebackType


def report(error: BaseException) -> None:
    """Writes "ValueError at main/ui/jobs.py:120" to stderr; no message, no values."""
    sys.stderr.write(f"{type(error).__name__} at {_place(error.__traceback__)}\n")
    sys.stderr.flush()


def install(tell: Callable[[BaseException], object] | None = None) -> None:
    """Reports every uncaught error, on any thread; `tell` then gets it for whoever is watching."""

    def take(error: BaseException | None) -> None:
        if error is None:
            return
        report(error)
        if tell is not None:
            tell(error)

    sys.excepthook = lambda _kind, error, _trace: take(error)
    threading.excepthook = lambda fault: take(fault.exc_value)
    sys.unraisablehook = lambda fault: take(fault.exc_value)


def _place(trace: TracebackType | None) -> str:
    if trace is None:
        return "an unknown place"
    while trace.tb_next is not None:
        trace = trace.tb_next
    file = Path(trace.tb_frame.f_code.co_filename)
    return f"{'/'.join(file.parts[-3:])}:{trace.tb_lineno}"
