"""Orders for one worker; amid a long call some go first, some wait, and some end it."""

import queue
from collections import deque
from collections.abc import Iterator

from app.core.errors import Stopped
from ui.orders import Amid, Order


class OrderQueue:
    """In the order in which they come. Any thread puts, the worker takes; None ends the worker."""

    def __init__(self) -> None:
        self._coming: queue.SimpleQueue[Order | None] = queue.SimpleQueue()
        self._put_off: deque[Order | None] = deque()  # touched on the worker only

    def put(self, order: Order | None) -> None:
        """Adds an order."""
        self._coming.put(order)

    def next(self, timeout: float | None = None) -> Order | None:
        """Waits for the next order; raises `queue.Empty` when none came in so many seconds."""
        return self._put_off.popleft() if self._put_off else self._coming.get(timeout=timeout)

    def amid_a_long_call(self) -> Iterator[Order]:
        """What is to be carried out now, from within a long call; what has to wait is put off.

        Raises Stopped as soon as an order waits that the call must end for, and that comes next.
        """
        if any(_ends_it(order) for order in self._put_off):
            raise Stopped
        while True:
            try:
                order = self._coming.get_nowait()
            except queue.Empty:
                return
            if order is not None and order.amid is Amid.GOES_FIRST:
                yield order
                continue
            self._put_off.append(order)
            if _ends_it(order):
                raise Stopped


def _ends_it(order: Order | None) -> bool:
    return order is None or order.amid is Amid.ENDS_IT
