"""Starts the window process, replaces it on lock or crash, and ends with it.

Standard library only: no Qt, no keyring, and no secret ever passes through here.
"""

import contextlib
import os
import selectors
import signal
import sys
import time

from app.process.door import Door, Visitor, Wish
from app.process.events import Event, note, warn
from app.process.spawn import Spawned, spawn
from app.process.verbs import Verb
from app.process.window import Patience, Window

CRASHES = 3
CRASHES_WITHIN = 30.0  # seconds
GIVES_UP = (
    "Underrose ended without warning three times in half a minute, so it isn't started again.\n"
    "Nothing that was saved is lost. Start it once more, or restart the computer first."
)


class Supervisor:
    """Holds at most two window processes: the one in force, and its successor waiting for GO."""

    def __init__(
        self,
        command: list[str],
        environment: dict[str, str],
        door: Door | None = None,
        patience: Patience = Patience(),  # noqa: B008 - frozen
    ) -> None:
        self._command = command
        self._environment = environment
        self._patience = patience
        self._selector = selectors.DefaultSelector()
        self._successor: Window | None = None
        self._crashes: list[float] = []
        self._waiting_for_lock: list[Visitor] = []
        self._exit: int | None = None
        if door is not None:
            self._selector.register(door, selectors.EVENT_READ, lambda: self._answer(door))

    def run(self, first: Spawned | None = None) -> int:
        """Returns the exit code once the last window is gone.

        `first` is a window process that was started already, and told that it is the first.
        """
        self._listen_for_signals()
        self._current = self._take(first) if first is not None else self._start(Verb.FRESH)
        self._let_go()
        try:
            while self._exit is None:
                self._turn()
        finally:
            self._leave_nothing_behind()
        return self._exit

    def _turn(self) -> None:
        for key, _ in self._selector.select(self._time_left()):
            key.data()
        now = time.monotonic()
        for window in self._windows():
            if now >= window.deadline:
                warn(Event.WINDOW_SILENT if window.is_silent() else Event.WINDOW_LATE)
                window.end()
        for window in self._windows():
            if self._exit is None and window.is_gone():
                self._bury(window)

    def _windows(self) -> tuple[Window, ...]:
        return (self._current,) if self._successor is None else (self._successor, self._current)

    def _time_left(self) -> float:
        return max(0.0, min(window.deadline for window in self._windows()) - time.monotonic())

    # Windows begin and end.

    def _start(self, start: Verb) -> Window:
        return self._take(spawn(self._command, self._environment, start.value))

    def _take(self, spawned: Spawned) -> Window:
        window = Window(spawned, self._patience)
        self._selector.register(window, selectors.EVENT_READ, lambda: self._hear(window))
        note(Event.WINDOW_STARTED)
        return window

    def _have_successor(self, start: Verb) -> Window:
        if self._successor is None:
            self._successor = self._start(start)
            if self._current.cannot_save:
                self._successor.tell(Verb.OTHER_CANNOT_SAVE)
        return self._successor

    def _prepare_successor(self) -> None:
        """The old window ends in time, whether or not a new one can be started."""
        with contextlib.suppress(OSError):
            self._have_successor(Verb.AFTER_LOCK)

    def _let_go(self) -> None:
        self._current.tell(Verb.GO)
        note(Event.GO)

    def _bury(self, window: Window) -> None:
        self._hear(window)  # it may have said why just before
        self._stop_hearing(window)
        window.hang_up()
        note(Event.WINDOW_GONE)
        in_loop = not window.leaves and self._crashed_too_often()
        if window is self._successor:
            self._successor = None
            self._after_successor(window, in_loop=in_loop)
        else:
            self._after_current(window, in_loop=in_loop)

    def _after_successor(self, window: Window, *, in_loop: bool) -> None:
        if window.quits:
            self._current.quits = True
        elif not in_loop:
            self._prepare_successor()
        elif not self._current.cannot_save:  # that one still holds what isn't saved
            self._give_up()

    def _after_current(self, window: Window, *, in_loop: bool) -> None:
        if in_loop:
            self._give_up()
            return
        if window.quits and self._successor is None:
            self._exit = 0
            return
        start = Verb.AFTER_LOCK if window.leaves else Verb.AFTER_CRASH
        self._current = self._have_successor(start)
        self._successor = None
        self._let_go()
        while self._waiting_for_lock:
            self._waiting_for_lock.pop().answer()

    def _crashed_too_often(self) -> bool:
        warn(Event.WINDOW_CRASHED)
        now = time.monotonic()
        self._crashes = [at for at in self._crashes if now - at < CRASHES_WITHIN] + [now]
        return len(self._crashes) >= CRASHES

    def _give_up(self) -> None:
        warn(Event.CRASH_LOOP)
        sys.stderr.write(f"{GIVES_UP}\n")
        self._exit = 1

    def _leave_nothing_behind(self) -> None:
        """Closed pipes tell a window to save and end; after the usual time it is ended."""
        for window in self._windows():
            self._stop_hearing(window)
            window.hang_up()
        for window in self._windows():
            window.wait_for_end()
        for visitor in self._waiting_for_lock:
            visitor.answer()
        self._selector.close()

    # What windows say.

    def _hear(self, window: Window) -> None:
        verbs = window.heard()
        if verbs is None:
            self._stop_hearing(window)
            return
        for verb in verbs:
            self._obey(window, verb)

    def _stop_hearing(self, window: Window) -> None:
        with contextlib.suppress(KeyError):  # once its pipe is closed it isn't heard any more
            self._selector.unregister(window)

    def _obey(self, window: Window, verb: Verb) -> None:
        window.beats()
        match verb:
            case Verb.PAINTED:
                note(Event.WINDOW_PAINTED)
            case Verb.LOCK:
                self._lock(window)
            case Verb.QUIT:
                note(Event.WINDOW_QUITS)
                window.quits = True
                window.starts_leaving()
            case Verb.CANNOT_SAVE if window is self._current:
                self._keep_covered(window)
            case _:
                pass  # a heartbeat, or a verb that is ours to say

    def _lock(self, window: Window) -> None:
        if window.quits:  # whoever quits and then closes the lid is done
            return
        note(Event.WINDOW_LOCKS)
        window.starts_leaving()
        if window is self._current:
            self._prepare_successor()

    def _keep_covered(self, window: Window) -> None:
        warn(Event.WINDOW_CANNOT_SAVE)
        window.quits = False
        window.stays()
        if self._successor is None:
            self._prepare_successor()  # which is told
        else:
            self._successor.tell(Verb.OTHER_CANNOT_SAVE)

    # What others ask.

    def _answer(self, door: Door) -> None:
        visitor = door.visitor()
        if visitor is None:
            return
        if visitor.wish is Wish.LOCK:
            note(Event.LOCK_ASKED)
            self._waiting_for_lock.append(visitor)
            self._current.tell(Verb.PLEASE_LOCK)
            self._lock(self._current)
            return
        note(Event.SHOW_ASKED)
        self._in_front().tell(Verb.SHOW, visitor.token)
        visitor.answer()

    def _in_front(self) -> Window:
        if self._current.leaves:
            self._current.quits = False
            self._prepare_successor()
        return self._successor or self._current

    def _ask_to_end(self) -> None:
        note(Event.END_ASKED)
        for window in self._windows():
            window.quits = True
            window.tell(Verb.PLEASE_QUIT)
            window.starts_leaving()

    def _listen_for_signals(self) -> None:
        hear, say = os.pipe()
        for end in (hear, say):
            os.set_blocking(end, False)
        signal.set_wakeup_fd(say, warn_on_full_buffer=False)
        signal.signal(signal.SIGCHLD, _nothing)
        for end_signal in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
            signal.signal(end_signal, _nothing)

        def hear_signals() -> None:
            if set(os.read(hear, 4096)) - {signal.SIGCHLD}:
                self._ask_to_end()

        self._selector.register(hear, selectors.EVENT_READ, hear_signals)


def _nothing(*_: object) -> None:
    """A handler must be set for a signal to be heard through the wake-up pipe."""
