"""Watches for input, asks the policy once a second, and covers or locks when it says so."""

import time
from collections.abc import Callable
from typing import NamedTuple, cast

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QKeyEvent, QWindow
from PySide6.QtWidgets import QApplication, QWidget

from app.auto_lock import Due, Stillness, due
from ui.leaving.cover import Cover

EVERY = 1_000  # milliseconds; timers stand still while the computer sleeps

INPUT = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.KeyRelease,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseButtonRelease,
        QEvent.Type.MouseButtonDblClick,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.TouchUpdate,
        QEvent.Type.TouchEnd,
        QEvent.Type.TabletPress,
        QEvent.Type.TabletMove,
        QEvent.Type.TabletRelease,
        QEvent.Type.InputMethod,
        QEvent.Type.NativeGesture,
    }
)
KEYS_ELSEWHERE = frozenset({QEvent.Type.FocusOut, QEvent.Type.WindowDeactivate})
BEFORE_PAINTING = frozenset({QEvent.Type.Expose, QEvent.Type.Paint, QEvent.Type.UpdateRequest})


class Reading(NamedTuple):
    """What a clock says, in seconds from any beginning."""

    awake: float  # time in which the computer did not sleep
    asleep: float  # time in which it did


def read_clock() -> Reading:
    """Time awake and asleep; a system that can't tell them apart takes a clock put on for sleep."""
    awake = time.monotonic()
    boot = getattr(time, "CLOCK_BOOTTIME", None)
    whole = time.time() if boot is None else time.clock_gettime(boot)
    return Reading(awake, whole - awake)


class AutoLock(QObject):
    """Looks at every window of ours that gets the keyboard; what other apps get is no input.

    What comes when it is too late (after sleep, or with the timer behind) covers or locks, and goes
    nowhere. Before a window is painted anew, it is asked too.
    """

    def __init__(
        self,
        window: QWidget,
        lock: Callable[[], None],
        make_cover: Callable[[], Cover],
        is_in_session: Callable[[], bool],
        is_session_running: Callable[[], bool],
        is_at_work: Callable[[], bool],
        minutes: Callable[[], int],
        read: Callable[[], Reading] = read_clock,
    ) -> None:
        """Begin to watch `window`; the setting `minutes` is read anew each time."""
        super().__init__(window)
        self._lock = lock
        self._make_cover = make_cover
        self._cover: Cover | None = None
        self._is_in_session = is_in_session
        self._is_session_running = is_session_running
        self._is_at_work = is_at_work
        self._minutes = minutes
        self._read = read
        self._seen = self._input = read()
        self._held: set[int] = set()
        self._is_over = False
        self._tick = QTimer(self)
        self._tick.setInterval(EVERY)
        self._tick.timeout.connect(self._look)
        self._tick.start()
        app = cast(QApplication, QApplication.instance())
        app.focusWindowChanged.connect(self._watch)
        self._watch(window.windowHandle())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind in INPUT and event.spontaneous():
            if self._look():
                return True
            self._take(event)
        elif kind in KEYS_ELSEWHERE:
            self._held.clear()
        elif kind in BEFORE_PAINTING:
            self._look()
        return False

    def _take(self, event: QEvent) -> None:
        self._input = self._read()
        if isinstance(event, QKeyEvent) and not event.isAutoRepeat():
            if event.type() == QEvent.Type.KeyPress:
                self._held.add(_place_on_keyboard(event))
            else:
                self._held.discard(_place_on_keyboard(event))

    def _look(self) -> bool:
        """Does what is due; whether that hid what is on the screen."""
        if self._is_over:
            return True
        seen, now = self._seen, self._read()
        self._seen = now
        at_work = self._is_at_work()
        if at_work:
            self._input = now  # the coach still has to see what came of it
        still = Stillness(
            idle=_passed(self._input, now),
            slept=now.asleep - seen.asleep,
            key_held=bool(self._held),
            in_session=self._is_in_session(),
            at_work=at_work,
            session_runs=self._is_session_running(),
        )
        match due(still, self._minutes()):
            case Due.LOCK:
                self._is_over = True
                self._tick.stop()
                self._lock()
                return True
            case Due.COVER if self._cover is None:
                self._cover = self._make_cover()
                self._cover.closed.connect(self._uncovered)
                self._cover.open()
                return True
            case _:
                return False

    def _uncovered(self) -> None:
        self._cover = None

    def _watch(self, window: QWindow | None) -> None:
        if window is not None:
            window.removeEventFilter(self)  # or it would be asked twice
            window.installEventFilter(self)


def _place_on_keyboard(event: QKeyEvent) -> int:
    """Which key it is, whatever it writes.

    With Shift let go first, "?" is pressed and "/" is let go: "?" would seem to be held for ever.
    """
    return event.nativeScanCode() or event.key()


def _passed(since: Reading, now: Reading) -> float:
    """Seconds, asleep or awake; a clock that was set back takes none away."""
    return now.awake - since.awake + max(0.0, now.asleep - since.asleep)
