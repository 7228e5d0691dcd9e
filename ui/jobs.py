"""The only way from the GUI thread to the vault: one worker thread, results back as signals."""

import queue
import threading
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject

from app.core.now_and_then import Counted, now_and_then
from crypto.errors import SaveNotDurable
from ui.answers import Answers
from ui.order_queue import OrderQueue
from ui.orders import BEGUN, ENDED, Amid, Failed, Order, Outcome, Waiting
from ui.process.garbage import GarbageCollection
from ui.slices import LongJobs, Slices

if TYPE_CHECKING:  # its imports (ciphers, records) come after the first paint
    from app.core.changes import Changes
    from app.workspace import Workspace

S = TypeVar("S", bound=Counted)
T = TypeVar("T")

BREATH = 0.004  # seconds between two steps of a long job, so that the GUI thread gets its turn


class Jobs(Answers):
    """Runs calls on the vault in the order in which they come.

    A view model reads and writes like this; `call` runs on the worker and touches no widget,
    `done` and `failed` run on the GUI thread, unless `owner` is gone by then:

        jobs.read(self, lambda workspace: workspace.clients.listed(), self._show)
        jobs.write(self, lambda workspace: workspace.clients.archive(id))

    A failure that no `failed` takes goes to `trouble`, which the shell shows as a notice.
    Nothing runs before `go`, that is before the process that had the vault before is gone.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        GarbageCollection(self)  # from here on there is more than one thread
        self._long = LongJobs()  # touched on the worker only
        self._orders = OrderQueue()
        self._held: list[Order] | None = []  # calls away from the vault, until `go`
        self._worker = threading.Thread(target=self._work, name="vault", daemon=True)
        self._workspace: Workspace | None = None  # touched on the worker only
        self._was_closed = False  # likewise

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
        self._post(Waiting(owner, call, done, failed, False), lambda: self._ask(call))

    def write(
        self,
        owner: QObject,
        call: "Callable[[Workspace], Changes]",
        done: "Callable[[Changes], None] | None" = None,
        failed: Failed | None = None,
    ) -> None:
        """Changes the open vault; when `done` runs, it is committed and sealed."""
        waiting = Waiting(owner, call, done or _nothing, failed, True)
        self._post(waiting, lambda: self._ask(call))

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

        self._post(Waiting(owner, call, _unasked(done), failed, False, opens=True), opening)

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

        self._post(Waiting(owner, call, done, failed, False, opens=True), creating)

    def in_slices(
        self,
        owner: QObject,
        begin: "Callable[[Workspace], Iterator[T]]",
        progress: Callable[[T], None],
        done: Callable[[], None],
        failed: Failed,
    ) -> Slices:
        """Runs a long job by its steps, each short; all else that is asked of the vault goes first.

        `progress` gets what a step yields, `done` comes after the last. When the vault is closed
        the job ends without a word.
        """
        waiting = Waiting(owner, begin, _unasked(done), failed, False, progress)
        job = Slices(self.wait(waiting), self.forget)

        def beginning() -> object:
            job.begin(begin(self._open()))
            self._long.add(job)
            return BEGUN

        self._orders.put(Order(job.token, [beginning], Amid.WAITS))
        return job

    def at_length(
        self,
        owner: QObject,
        call: "Callable[[Workspace, Callable[[S], None]], T]",
        progress: Callable[[S], None],
        done: Callable[[T], None],
        failed: Failed,
    ) -> None:
        """Runs one call that takes long and can't be cut into slices, but breathes.

        Each time that it tells how far it is, of which `progress` hears now and then, all that is
        asked of the vault goes first; other long jobs wait. What it tells with raises Stopped when
        the vault is to be closed: then `failed` gets that, and the closing comes next.
        """
        token = self.wait(Waiting(owner, call, done, failed, False, progress))

        def send(so_far: S) -> None:
            self.tell_progress(Outcome(token, so_far))

        seldom = now_and_then(send)

        def tell(so_far: S) -> None:
            for order in self._orders.amid_a_long_call():
                self._carry_out(order)
            seldom(so_far)

        def calling() -> object:
            return self._ask(lambda workspace: call(workspace, tell))

        self._orders.put(Order(token, [calling], Amid.WAITS))

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
        order = Order(self.wait(Waiting(owner, call, done, failed, False)), [call])
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
            self._end_long_jobs()
            if self._workspace is None:
                return
            try:
                save_the_rest(self._workspace)
            except SaveNotDurable:
                if not self._workspace.give_up_reserve():
                    raise
                save_the_rest(self._workspace)
            self._workspace.close()
            self._workspace, self._was_closed = None, True

        waiting = Waiting(owner, closing, _unasked(done), failed, False)
        self._post(waiting, closing, Amid.ENDS_IT)

    def stop(self) -> None:
        """Ends the worker after what it was asked to do, and waits for it."""
        if self._held is None:
            self._orders.put(None)
            self._worker.join()

    def _ask(self, call: "Callable[[Workspace], T]") -> object:
        """The answer; none for those who still ask when the vault was closed on purpose."""
        return ENDED if self._was_closed and self._workspace is None else call(self._open())

    def _open(self) -> "Workspace":
        if self._workspace is None:
            raise RuntimeError("no vault is open")
        return self._workspace

    def _post(
        self, waiting: Waiting, call: Callable[[], object], amid: Amid = Amid.GOES_FIRST
    ) -> None:
        self._orders.put(Order(self.wait(waiting), [call], amid))

    def _start_away(self, order: Order) -> None:
        threading.Thread(target=self._carry_out, args=(order,), name="away", daemon=True).start()

    def _work(self) -> None:
        while (order := self._next_order()) is not None:
            self._carry_out(order)
        self._end_long_jobs()

    def _next_order(self) -> Order | None:
        while self._long:
            try:
                return self._orders.next(timeout=BREATH)
            except queue.Empty:
                self._step()
        return self._orders.next()

    def _step(self) -> None:
        job = self._long.next()
        if job is None:
            return
        outcome = Order(job.token, [job.step]).carry_out()
        if outcome.error is None and outcome.value is not StopIteration:
            self.tell_progress(outcome)
        else:
            self._long.end(job)
            self.finish(outcome)

    def _end_long_jobs(self) -> None:
        for token in self._long.end_all():
            self.finish(Outcome(token, ENDED))

    def _carry_out(self, order: Order) -> None:
        outcome = order.carry_out()
        if outcome.value is not BEGUN:
            self.finish(outcome)


def _unasked(done: Callable[[], None]) -> Callable[[object], None]:
    """For a call that answers nothing."""
    return lambda _: done()


def _nothing(_: object) -> None:
    """For a write whose owner only cares when it fails."""
