"""Lock, and back in: the process that saw the note is gone, and another asks for the passphrase."""

import time

from ui.tour.guide import Guide
from ui.tour.walk import Until, Walk


def lock(guide: Guide) -> Walk:
    """Locks, which ends this process; the next one goes on from here at its lock screen."""
    hands = guide.hands
    if guide.tour.locked_at is None:
        guide.tour.locked_at = time.monotonic()
        guide.keep()
        yield from hands.click("sidebar.lock")
        yield Until("this process to end", lambda: False)
    yield hands.sees("unlock.passphrase")
    yield hands.sees("unlock.open")


def unlock(guide: Guide) -> Walk:
    """Types the passphrase; the page is the one that was left."""
    hands = guide.hands
    yield from hands.fill("unlock.passphrase", guide.tour.passphrase)
    yield from hands.click("unlock.open")
    yield hands.can_use("record.export_button")
