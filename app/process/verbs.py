"""What the supervisor and a window process say to each other: one byte each, over two pipes."""

from enum import Enum


class Verb(Enum):
    """One byte with one meaning. Only SHOW is followed by more: a length byte and a token."""

    # From the supervisor to the window. The first of all says how this window came to be.
    FRESH = b"f"  # Underrose was started
    AFTER_LOCK = b"l"  # the process before it locks
    AFTER_CRASH = b"c"  # the process before it ended without warning
    GO = b"g"  # the process before it is gone: database, seal and keyring may be opened
    OTHER_CANNOT_SAVE = b"o"  # the process before it can't commit its drafts, and stays
    SHOW = b"s"  # come to the front; a Wayland activation token follows, often empty
    PLEASE_LOCK = b"k"
    PLEASE_QUIT = b"q"

    # From the window to the supervisor.
    HEARTBEAT = b"H"  # the GUI thread is alive
    PAINTED = b"P"  # the first picture is on the screen
    LOCK = b"L"  # it locks now; the timer starts
    QUIT = b"Q"  # it ends now; the timer starts, and nothing comes after it
    CANNOT_SAVE = b"N"  # its drafts can't be committed; it stays, covered, and tries again


STARTS = frozenset({Verb.FRESH, Verb.AFTER_LOCK, Verb.AFTER_CRASH})
LONGEST_TOKEN = 255


def verb_of(byte: bytes) -> Verb | None:
    """The verb that a byte stands for, None for a byte that is none."""
    try:
        return Verb(byte)
    except ValueError:
        return None
