"""Work that goes on beside other work, on a thread that ends when the block does."""

import threading
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Self


class Beside:
    """Does something that looks, again and again, whether its event is set: the block is left."""

    def __init__(self, work: Callable[[threading.Event], None], name: str) -> None:
        self._work = work
        self._left = threading.Event()
        self._thread = ThreadPoolExecutor(1, name)

    def __enter__(self) -> Self:
        self._done: Future[None] = self._thread.submit(self._work, self._left)
        return self

    def __exit__(self, *_: object) -> None:
        self._left.set()
        self._thread.shutdown()

    def has_ended(self, within: float = 0.0) -> bool:
        """Whether it came to its end within so many seconds; raises what it ended with."""
        try:
            self._done.result(timeout=within)
        except TimeoutError:
            return False
        return True
