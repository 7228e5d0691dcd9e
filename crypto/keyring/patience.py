"""How long a password store may take: ten seconds, or as long as it is asking the person."""

import time
from collections.abc import Callable, Generator
from contextlib import contextmanager
from threading import Event, Thread
from typing import Generic, TypeVar

from crypto.errors import KeyringTimeout

SECONDS = 10.0
_STEP_SECONDS = 0.05

T = TypeVar("T")


class Prompt:
    """Whether the store is asking the person something; time does not count meanwhile."""

    def __init__(self) -> None:
        self._open = Event()

    @property
    def is_open(self) -> bool:
        """Whether a prompt is on the screen, as far as the call knows."""
        return self._open.is_set()

    @contextmanager
    def shown(self) -> Generator[None]:
        """A prompt may be on the screen during this block."""
        self._open.set()
        try:
            yield
        finally:
            self._open.clear()


def answer(call: Callable[[Prompt], T], seconds: float = SECONDS) -> T:
    """What `call` returns or raises; raises KeyringTimeout when it takes too long.

    It runs on a thread of its own that keeps no process alive. Once given up, it cannot be
    stopped, and whatever it still comes to is dropped.
    """
    work = _Work(call)
    Thread(target=work.run, name="keyring", daemon=True).start()
    patience_ends = time.monotonic() + seconds
    while not work.finished.wait(_STEP_SECONDS):
        now = time.monotonic()
        if work.prompt.is_open:
            patience_ends = now + seconds
        elif now >= patience_ends:
            raise KeyringTimeout
    return work.outcome()


class _Work(Generic[T]):
    def __init__(self, call: Callable[[Prompt], T]) -> None:
        self.prompt = Prompt()
        self.finished = Event()
        self._call = call
        self._results: list[T] = []
        self._error: Exception | None = None

    def run(self) -> None:
        try:
            self._results.append(self._call(self.prompt))
        except Exception as error:  # noqa: BLE001  raised again where it is waited for
            self._error = error
        finally:
            self.finished.set()

    def outcome(self) -> T:
        if self._error is not None:
            raise self._error
        return self._results[0]
