"""How far a backup or a restore has come, on a terminal's stderr alone; and being asked to end."""

import signal
import sys
import threading
from collections.abc import Generator, Mapping
from contextlib import contextmanager
from typing import Any

from app.core.errors import Stopped
from app.core.now_and_then import Counted
from app.process.exit_codes import ExitCode


class Progress:
    """One line that is written over; raises Stopped in whoever tells it, once that is asked."""

    def __init__(self, words: Mapping[Any, str]) -> None:
        """`words` say what each stage does."""
        self.stopped = threading.Event()
        self._words = words
        self._shown = ""
        self._is_shown = sys.stderr.isatty()

    def tell(self, step: Counted) -> None:
        """Shows a step where somebody looks."""
        if self.stopped.is_set():
            raise Stopped
        if not self._is_shown:
            return
        percent = 100 * step.done // step.total if step.total else 100
        line = f"{self._words.get(step.stage, '')} {percent} %".lstrip()
        if line != self._shown:
            self._write(line)

    def clear(self) -> None:
        """Takes the line away."""
        if self._shown:
            self._write("")

    def _write(self, line: str) -> None:
        sys.stderr.write(f"\r{line.ljust(len(self._shown))}")
        if not line:
            sys.stderr.write("\r")
        sys.stderr.flush()
        self._shown = line


@contextmanager
def told(words: Mapping[Any, str]) -> Generator[Progress]:
    """Progress of a command that can be asked to end: what it makes is cleared away then.

    Asked a second time, it ends at once; the next start of Underrose clears away what is left.
    """
    progress = Progress(words)

    def ask(_number: int, _frame: object) -> None:
        if progress.stopped.is_set():
            sys.exit(ExitCode.FAILURE)
        progress.stopped.set()

    before = {end: signal.signal(end, ask) for end in (signal.SIGTERM, signal.SIGINT)}
    try:
        yield progress
    finally:
        progress.clear()
        for end, handler in before.items():
            signal.signal(end, handler)
