"""The only way from the GUI thread to the vault: one worker thread, results back as signals."""

import itertools
import queue
import threading
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

import shiboken6
from PySide6.QtCore import QObject, Qt, Signal

from app.core.errors import AppError
from app.process.faults import report
from crypto.errors import CryptoError, SaveNotDurable
from ui.process.garbage import GarbageCollection

if TYPE_CHECKING:  # its imports (ciphers, records) come after the first paint
    from app.core.changes import Changes
    from app.workspace import Workspace

T = TypeVar("T")
Failed = Callable[[Exception], None]


class _Outcome(NamedTuple):
    token: int
    value: Any = None
    error: Exception | None = None


class _Order(NamedTuple):
    """A call on its way to a thread, which lets go of it before the outcome is sent.

    So the last reference to a call, and to the widgets it may hold, is dropped on the GUI thread.
    """

    token: int
    calls: list[Callable[[], object]]  # just one, or none any more

    def carry_out(self) -> _Outcome:
        try:
            return _Outcome(self.token, self.calls.pop()())
        except Exception as error:  # noqa: BLE001 - every failure is told on the GUI thread
            if not isinstance(error, AppError | CryptoError):
                report(error)
            error.__traceback__ = error.__context__ = error.__cause__ = None  # they hold secrets
            return _Outcome(self.token, error=error)


class _Waiting(NamedTuple):
    owner: QObject
    call: Callable[..., object]
    done: Callable[[Any], None]
    failed: Failed | None
    writes: bool


class Jobs(QObject):
    """Runs calls on the vault in the order in which they come.

    A view model reads and writes like this; `call` runs on the worker and touches no widget,
    `done` and `failed` run on the GUI thread, unless `owner` is gone by then:

        jobs.read(self, lambda workspace: workspace.clients.listed(), self._show)
        jobs.write(self, lambda workspace: workspace.clients.archive(id))

    A failure that no `failed` takes goes to `trouble`, which the shell shows as a notice.
    Nothing runs before `go`, that is before the process that had the vault before is gone.
    """

    changed = Signal(object)  # Changes, once a write
    trouble = Signal(object)  # an Exception that nobody took
    _finished = Signal(object)  # _Outcome

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        GarbageCollection(self)  # from here on there is more than one thread
        self._tokens = itertools.count()
        self._waiting: dict[int, _Waiting] = {}
        self._orders: queue.SimpleQueue[_Order | None] = queue.SimpleQueue()
        self._held: list[_Order] | None = []  # calls away from the vault, until `go`
        self._worker = threading.Thread(target=self._work, name="vault", daemon=True)
        self._workspace: Workspace | None = None  # touched on the worker only
        self._finished.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def go(self) -> None:
        """Lets everything begin; a second call does nothing."""
        held, self._held = self._held, None
        if held is None:
            return
        self._worker.start()
        for order in held:
            self._start_away(order)

    def read(
        self,
        owner: QObject,
        call: "Callable[[Workspace], T]",
        done: Callable[[T], None],
        failed: Failed | None = None,
    ) -> None:
        """Asks the open vault; `done` gets the answer."""
        self._post(_Waiting(owner, call, done, failed, False), lambda: call(self._open()))

    def write(
        self,
        owner: QObject,
        call: "Callable[[Workspace], Changes]",
        done: "Callable[[Changes], None] | None" = None,
        failed: Failed | None = None,
    ) -> None:
        """Changes the open vault; when `done` runs, it is committed and sealed."""
        waiting = _Waiting(owner, call, done or _nothing, failed, True)
        self._post(waiting, lambda: call(self._open()))

    def open(
        self,
        owner: QObject,
        call: "Callable[[], Workspace]",
        done: Callable[[], None],
        failed: Failed,
    ) -> None:
        """Unlocks: the worker keeps the workspace that `call` returns."""

        def opening() -> None:
            self._workspace = call()

        self._post(_Waiting(owner, call, _unasked(done), failed, False), opening)

    def create(
        self,
        owner: QObject,
        call: "Callable[[], tuple[Workspace, T]]",
        done: Callable[[T], None],
        failed: Failed,
    ) -> None:
        """Like `open`, for a `call` that has something to say besides: a new vault's words."""

        def creating() -> T:
            self._workspace, told = call()
            return told

        self._post(_Waiting(owner, call, done, failed, False), creating)

    def away(
        self,
        owner: QObject,
        call: Callable[[], T],
        done: Callable[[T], None],
        failed: Failed,
        *,
        before_go: bool = False,
    ) -> None:
        """Runs what needs no open vault, and may hang, on a thread of its own.

        `before_go` is for what may be read while the old process is still there: the header.
        """
        order = self._wait(_Waiting(owner, call, done, failed, False), call)
        if self._held is None or before_go:
            self._start_away(order)
        else:
            self._held.append(order)

    def close(
        self,
        owner: QObject,
        saves: "Iterable[Callable[[Workspace], object]]",
        done: Callable[[], None],
        failed: Failed,
    ) -> None:
        """After all that was asked before: runs the last `saves`, then closes the vault.

        When one of them fails, even with the vault's reserve given up, the vault stays open and
        `failed` says why. Before `go` there is nothing to close, and `done` runs at once.
        """
        if self._held is not None:
            done()
            return
        last, saved = tuple(saves), 0

        def save_the_rest(workspace: "Workspace") -> None:
            nonlocal saved
            for save in last[saved:]:
                save(workspace)
                saved += 1  # saved twice, a client would be there twice

        def closing() -> None:
            if self._workspace is None:
                return
            try:
                save_the_rest(self._workspace)
            except SaveNotDurable:
                if not self._workspace.give_up_reserve():
                    raise
                save_the_rest(self._workspace)
            self._workspace.close()
            self._workspace = None

        self._post(_Waiting(owner, closing, _unasked(done), failed, False), closing)

    def stop(self) -> None:
        """Ends the worker after what it was asked to do, and waits for it."""
        if self._held is None:
            self._orders.put(None)
            self._worker.join()

    def _open(self) -> "Workspace":
        if self._workspace is None:
            raise RuntimeError("no vault is open")
        return self._workspace

    def _wait(self, waiting: _Waiting, call: Callable[[], object]) -> _Order:
        token = next(self._tokens)
        self._waiting[token] = waiting
        return _Order(token, [call])

    def _post(self, waiting: _Waiting, call: Callable[[], object]) -> None:
        self._orders.put(self._wait(waiting, call))

    def _start_away(self, order: _Order) -> None:
        threading.Thread(target=self._carry_out, args=(order,), name="away", daemon=True).start()

    def _work(self) -> None:
        while (order := self._orders.get()) is not None:
            self._carry_out(order)

    def _carry_out(self, order: _Order) -> None:
        outcome = order.carry_out()
        if shiboken6.isValid(self):
            self._finished.emit(outcome)

    def _deliver(self, outcome: _Outcome) -> None:
        waiting = self._waiting.pop(outcome.token)
        there = shiboken6.isValid(waiting.owner)
        if outcome.error is not None:
            if there and waiting.failed is not None:
                waiting.failed(outcome.error)
            elif there or waiting.writes:
                self.trouble.emit(outcome.error)
            return
        try:
            if there:
                waiting.done(outcome.value)
        finally:
            if waiting.writes:
                self.changed.emit(outcome.value)


def _unasked(done: Callable[[], None]) -> Callable[[object], None]:
    """For a call that answers nothing."""
    return lambda _: done()


def _nothing(_: object) -> None:
    """For a write whose owner only cares when it fails."""
