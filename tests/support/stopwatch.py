"""A program under the stopwatch: when it started, and when it wrote which line."""

import signal
import subprocess
import sys
import threading
import time
from collections.abc import Generator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

PATIENCE = 30.0  # seconds


class Watched:
    """A running program whose output is timed as it comes."""

    def __init__(self, command: Sequence[str], environment: Mapping[str, str]) -> None:
        """Starts the program; the clock runs from just before."""
        self._news = threading.Condition()
        self._lines: list[tuple[float, str]] = []
        self.started = time.perf_counter()
        self.process = subprocess.Popen(
            command,
            # As on anybody's computer, what was compiled once is there the next time.
            env={n: v for n, v in environment.items() if n != "PYTHONDONTWRITEBYTECODE"},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        self._reader = threading.Thread(target=self._read, name="stopwatch")
        self._reader.start()

    def when(self, words: str, after: float = 0.0) -> float:
        """The time of the first line with these words after a moment, as perf_counter has it.

        Waits for it; raises TimeoutError.
        """
        with self._news:
            self._news.wait_for(lambda: self._found(words, after) is not None, PATIENCE)
            found = self._found(words, after)
        if found is None:
            raise TimeoutError(f"{words!r} not among {[line for _, line in self._lines]}")
        return found

    def end(self) -> None:
        """Ends the program and waits for it."""
        self.process.send_signal(signal.SIGTERM)
        try:
            self.process.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            self.process.kill()
            raise
        finally:
            self._reader.join(PATIENCE)

    def _found(self, words: str, after: float) -> float | None:
        return next((at for at, line in self._lines if at > after and words in line), None)

    def _read(self) -> None:
        assert self.process.stdout is not None
        for line in self.process.stdout:
            at = time.perf_counter()
            with self._news:
                self._lines.append((at, line.rstrip()))
                self._news.notify_all()


@contextmanager
def watched(command: Sequence[str], environment: Mapping[str, str]) -> Generator[Watched]:
    """Starts a program and ends it."""
    program = Watched(command, environment)
    try:
        yield program
    finally:
        program.end()


def app_command(*arguments: str) -> list[str]:
    """`underrose`, telling on stderr what happens."""
    return [str(Path(sys.executable).with_name("underrose")), "--verbose", *arguments]
