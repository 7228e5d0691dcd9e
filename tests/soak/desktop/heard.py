"""Keys that the app has surely heard: what came too early for a page is sent again."""

from collections.abc import Callable
from contextlib import suppress

from tests.support.desktop import Window, until
from tests.support.journey_unlocked import TRIES, wait_until_still

LONG = 40.0  # seconds in which even a traced app on a busy desktop does what it was asked
SOON = 15.0  # seconds in which it shows that it heard
SCRIM = 0.3  # of a window changes at least when something opens over it
PAGE = 0.02  # likewise when a page comes in place of another; a focus ring is far less


def heard(window: Window, ask: Callable[[], None], seen: Callable[[], object], what: str) -> None:
    """Asks by keys until it is seen to have happened; Esc first where that was not enough."""
    for attempt in range(TRIES):
        with suppress(TimeoutError):
            wait_until_still(window)
            if attempt:
                window.press("Escape")
                wait_until_still(window)
            ask()
            until(seen, what, LONG)
            return
    raise TimeoutError(what)


def come_to_another(window: Window, share: float, *keys: str) -> None:
    """Presses keys until another picture is there; raises TimeoutError when none comes."""
    wait_until_still(window)
    before = window.pixels()
    window.press(*keys)
    until(lambda: changed(before, window.pixels()) > share, "nothing else is shown", SOON)
    wait_until_still(window)


def by_palette(window: Window, words: str) -> None:
    """Chooses the first command for these words; nothing is typed before the palette is there."""
    come_to_another(window, SCRIM, "ctrl+k")
    before = window.pixels()
    window.type(words)
    until(lambda: window.pixels() != before, "nothing was typed", SOON)
    wait_until_still(window)
    window.press("Return")


def changed(before: bytes, now: bytes) -> float:
    """Which share of a window's bytes is not what it was."""
    step = max(1, len(before) // 20_000)  # is enough to tell
    seen = list(zip(before[::step], now[::step], strict=False))
    return sum(one != other for one, other in seen) / max(1, len(seen))
