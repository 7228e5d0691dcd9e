"""What is told of an error that nobody foresaw: its class and its place, never its text."""

import sys
import threading
from pathlib import Path
from types import TracebackType


def report(error: BaseException) -> None:
    """Writes "ValueError at main/ui/jobs.py:120" to stderr; no message, no values."""
    sys.stderr.write(f"{type(error).__name__} at {_place(error.__traceback__)}\n")
    sys.stderr.flush()


def install() -> None:
    """Makes `report` the last word on every uncaught error, on any thread."""
    sys.excepthook = lambda _kind, error, _trace: report(error)
    threading.excepthook = _from_thread
    sys.unraisablehook = _from_finalizer


def _from_thread(fault: threading.ExceptHookArgs) -> None:
    if fault.exc_value is not None:
        report(fault.exc_value)


def _from_finalizer(fault: "sys.UnraisableHookArgs") -> None:
    if fault.exc_value is not None:
        report(fault.exc_value)


def _place(trace: TracebackType | None) -> str:
    if trace is None:
        return "an unknown place"
    while trace.tb_next is not None:
        trace = trace.tb_next
    file = Path(trace.tb_frame.f_code.co_filename)
    return f"{'/'.join(file.parts[-3:])}:{trace.tb_lineno}"
