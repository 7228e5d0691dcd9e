"""Asks several things at once, each on a thread of its own: one that hangs holds up no other."""

import threading
from collections.abc import Callable, Hashable, Mapping
from concurrent.futures import Future, wait
from typing import Generic, TypeVar

K = TypeVar("K", bound=Hashable)
A = TypeVar("A")

PATIENCE = 3.0  # seconds


class EachByItself(Generic[K, A]):
    """What hangs is not asked again as long as it does. Who asks while another does waits."""

    def __init__(self, patience: float | None = None) -> None:
        """`patience` is in seconds; PATIENCE without any."""
        self._patience = PATIENCE if patience is None else patience
        self._asked: dict[K, Future[A]] = {}
        self._lock = threading.Lock()

    def answers(self, calls: Mapping[K, Callable[[], A]]) -> dict[K, A]:
        """The answers that came within the patience, in seconds; raises what a call raised."""
        with self._lock:
            for key, call in calls.items():
                before = self._asked.get(key)
                if before is None or before.done():  # an answer from long ago is none
                    self._asked[key] = _begun(call)
            wait([self._asked[key] for key in calls], self._patience)
            done = {key: self._asked.pop(key) for key in calls if self._asked[key].done()}
        return {key: future.result() for key, future in done.items()}


def _begun(call: Callable[[], A]) -> "Future[A]":
    # A pool's threads are waited for when the process ends.
    future: Future[A] = Future()

    def run() -> None:
        try:
            future.set_result(call())
        except BaseException as error:  # noqa: BLE001  raised in whoever asked
            future.set_exception(error)

    threading.Thread(target=run, name="each", daemon=True).start()
    return future
