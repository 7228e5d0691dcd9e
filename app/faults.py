"""What is told of an error that nobody foresaw: its class and its place, never its text."""

import os
import sys
import threading
import traceback
from types import TracebackType


def report(error: BaseException) -> None:
    """Writes "ValueError at ui/jobs.py:120" to stderr; no message, no values, no source line."""
    place = _place(error.__traceback__)
    print(f"{type(error).__name__} at {place}", file=sys.stderr, flush=True)


def install() -> None:
    """Makes `report` the last word on every uncaught error, on any thread."""
    sys.excepthook = _uncaught
    threading.excepthook = lambda fault: fault.exc_value and report(fault.exc_value)
    sys.unraisablehook = lambda fault: fault.exc_value and report(fault.exc_value)


def _uncaught(
    _kind: type[BaseException], error: BaseException, _trace: TracebackType | None
) -> None:
    report(error)


def _place(trace: TracebackType | None) -> str:
    frames = traceback.extract_tb(trace)
    if not frames:
        return "unknown"
    *folders, name = frames[-1].filename.split(os.sep)
    return "/".join((*folders[-2:], f"{name}:{frames[-1].lineno}"))
