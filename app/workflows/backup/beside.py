"""Work that goes on beside other work, on a thread that ends when the block does."""

import threading
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Generic, Self, TypeVar

T = TypeVar("T")


class Beside(Generic[T]):
    """Goes through steps, and keeps the last. Left early, it ends at the next one.

    The steps are begun on that thread, which owns what they open.
    """

    def __init__(self, begin: Callable[[], Iterator[T]], name: str) -> None:
        self._begin = begin
        self._enough = threading.Event()
        self._thread = ThreadPoolExecutor(1, name)
        self.last: T | None = None

    def __enter__(self) -> Self:
        self._found: Future[None] = self._thread.submit(self._go_on)
        return self

    def __exit__(self, *_: object) -> None:
        self._enough.set()
        self._thread.shutdown()

    def has_ended(self, within: float = 0.0) -> bool:
        """Whether it came to its end within so many seconds; raises what it ended with."""
        try:
            self._found.result(timeout=within)
        except TimeoutError:
            return False
        return True

    def _go_on(self) -> None:
        steps = self._begin()
        for step in steps:
            self.last = step
            if self._enough.is_set():
                break
        del steps  # closed here, with what it holds
