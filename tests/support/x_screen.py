"""Keys into the X server and windows' going from it, timed without another program between."""

import ctypes
import select
import time

_STRUCTURE_NOTIFY = 1 << 17
_UNMAP_NOTIFY = 18
_EVENT_SIZE = 192  # XEvent: 24 longs


class XScreen:
    """One connection to the screen in force; used on one thread."""

    def __init__(self) -> None:
        self._x = ctypes.CDLL("libX11.so.6")
        self._test = ctypes.CDLL("libXtst.so.6")
        self._x.XOpenDisplay.restype = ctypes.c_void_p
        self._x.XKeysymToKeycode.argtypes = (ctypes.c_void_p, ctypes.c_ulong)
        self._x.XSelectInput.argtypes = (ctypes.c_void_p, ctypes.c_ulong, ctypes.c_long)
        for name in ("XFlush", "XPending", "XConnectionNumber", "XCloseDisplay"):
            getattr(self._x, name).argtypes = (ctypes.c_void_p,)
        self._x.XNextEvent.argtypes = (ctypes.c_void_p, ctypes.c_void_p)
        self._test.XTestFakeKeyEvent.argtypes = (
            *(ctypes.c_void_p, ctypes.c_uint, ctypes.c_int, ctypes.c_ulong),
        )
        self._display = self._x.XOpenDisplay(None)
        if not self._display:
            raise OSError("no screen")

    def close(self) -> None:
        """Leaves the screen."""
        self._x.XCloseDisplay(self._display)

    def watch(self, window: int) -> None:
        """Wants to know when this window goes."""
        self._x.XSelectInput(self._display, window, _STRUCTURE_NOTIFY)
        self._x.XFlush(self._display)

    def press(self, *symbols: int) -> float:
        """Presses keys together, by their X symbols; returns the moment, as perf_counter has it."""
        codes = [self._x.XKeysymToKeycode(self._display, symbol) for symbol in symbols]
        pressed = time.perf_counter()
        for code in codes:
            self._test.XTestFakeKeyEvent(self._display, code, 1, 0)
        for code in reversed(codes):
            self._test.XTestFakeKeyEvent(self._display, code, 0, 0)
        self._x.XFlush(self._display)
        return pressed

    def when_hidden(self, patience: float) -> float:
        """The moment when the window that is watched went from the screen."""
        event = ctypes.create_string_buffer(_EVENT_SIZE)
        give_up = time.perf_counter() + patience
        while (left := give_up - time.perf_counter()) > 0:
            if not self._x.XPending(self._display):
                select.select([self._x.XConnectionNumber(self._display)], [], [], left)
                continue
            self._x.XNextEvent(self._display, event)
            if int.from_bytes(event.raw[:4], "little") == _UNMAP_NOTIFY:
                return time.perf_counter()
        raise TimeoutError("the window stays")
