"""What comes of calls on other threads, told on the GUI thread to whoever still waits for it."""

import itertools
import threading
from collections.abc import Callable
from typing import Any, NamedTuple, TypeVar

import shiboken6
from PySide6.QtCore import QObject, Qt, Signal, SignalInstance

from app.core.errors import Stopped
from app.core.now_and_then import Counted, now_and_then
from ui.orders import ENDED, Outcome, Waiting

S = TypeVar("S", bound=Counted)


class _Told(NamedTuple):
    """A step, on its way to whoever hears of it."""

    owner: QObject
    progress: Callable[[Any], None]
    step: object


class Answers(QObject):
    """Who waits for what. Other threads may call `finish`, `tell_progress` and what tells."""

    changed = Signal(object)  # Changes, once a write
    trouble = Signal(object)  # an Exception that nobody took
    vault_opened = Signal()  # before whoever opened it is told
    _finished = Signal(object)  # Outcome
    _progressed = Signal(object)  # Outcome
    _told = Signal(object)  # _Told

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tokens = itertools.count()
        self._waiting: dict[int, Waiting] = {}
        self._finished.connect(self._deliver, Qt.ConnectionType.QueuedConnection)
        self._progressed.connect(self._tell_progress, Qt.ConnectionType.QueuedConnection)
        self._told.connect(self._hear, Qt.ConnectionType.QueuedConnection)

    def wait(self, waiting: Waiting) -> int:
        """Notes who waits; returns the token that the outcome will bear."""
        token = next(self._tokens)
        self._waiting[token] = waiting
        return token

    def forget(self, token: int) -> None:
        """Nobody waits for it any more."""
        self._waiting.pop(token, None)

    def teller(
        self,
        owner: QObject,
        progress: Callable[[S], None],
        stopped: threading.Event | None = None,
    ) -> Callable[[S], None]:
        """With what a call on any other thread tells how far it is.

        `progress` hears of it now and then on the GUI thread, unless `owner` is gone by then.
        Once `stopped` is set, telling raises Stopped.
        """

        def send(step: S) -> None:
            self._emit(self._told, _Told(owner, progress, step))

        seldom = now_and_then(send)

        def tell(step: S) -> None:
            if stopped is not None and stopped.is_set():
                raise Stopped
            seldom(step)

        return tell

    def finish(self, outcome: Outcome) -> None:
        """Tells whoever waits what came of it, and that was all."""
        self._emit(self._finished, outcome)

    def tell_progress(self, outcome: Outcome) -> None:
        """Tells whoever waits how far it is."""
        self._emit(self._progressed, outcome)

    def _emit(self, signal: SignalInstance, told: Outcome | _Told) -> None:
        if shiboken6.isValid(self):
            signal.emit(told)

    def _tell_progress(self, outcome: Outcome) -> None:
        waiting = self._waiting.get(outcome.token)
        if waiting is None or waiting.progress is None or not shiboken6.isValid(waiting.owner):
            return
        waiting.progress(outcome.value)

    def _hear(self, told: _Told) -> None:
        if shiboken6.isValid(told.owner):
            told.progress(told.step)

    def _deliver(self, outcome: Outcome) -> None:
        waiting = self._waiting.pop(outcome.token, None)
        if waiting is None or outcome.value is ENDED:
            return  # cancelled, or ended with the vault
        there = shiboken6.isValid(waiting.owner)
        if outcome.error is not None:
            if there and waiting.failed is not None:
                waiting.failed(outcome.error)
            elif there or waiting.writes:
                self.trouble.emit(outcome.error)
            return
        try:
            if waiting.opens:
                self.vault_opened.emit()
            if there:
                waiting.done(outcome.value)
        finally:
            if waiting.writes:
                self.changed.emit(outcome.value)
