"""When a still window is covered or locked: the policy alone, without a clock or a window.

Standard library only, and nothing of ours: everything that it goes by is given to it.
"""

from enum import Enum
from typing import NamedTuple

COVER_AFTER = 3 * 60.0  # seconds without input while a session runs
LOCK_SESSION_AFTER = 30 * 60.0  # seconds without input with a running session in front
LONGEST_HOLD = 10 * 60.0  # seconds; a key held longer is one whose release went elsewhere
SLEPT = 2.0  # seconds that a computer must have stood still to have slept


class Due(Enum):
    """What has to happen now."""

    NOTHING = "nothing"
    COVER = "cover"
    LOCK = "lock"


class Stillness(NamedTuple):
    """How long nothing was typed or pointed at, and what was in front meanwhile."""

    idle: float  # seconds since the last input, time asleep included
    slept: float = 0.0  # seconds that the computer slept since this was last asked
    key_held: bool = False  # a key is down at this moment
    in_session: bool = False  # a running session is in front
    at_work: bool = False  # what was asked for takes minutes, and a lock would undo it
    session_runs: bool = False  # a session runs, and perhaps something else is in front


def due(still: Stillness, minutes: int) -> Due:
    """What is due after `still`, when the coach asked for a lock after so many minutes.

    A session is covered long before it is locked, so that silence costs nobody a passphrase; it
    is covered sooner for whoever wants to be locked sooner. While it runs, another page in front
    is covered as soon, since there are more names on it; its lock waits no longer for that. A
    computer that slept is locked, however briefly: whoever wakes it need not be the coach. A held
    key makes it wait, and so does work that the coach waits for.
    """
    if still.slept >= SLEPT:
        return Due.LOCK
    if still.at_work:
        return Due.NOTHING
    if still.key_held and still.idle < LONGEST_HOLD:
        return Due.NOTHING
    asked = minutes * 60.0
    if still.idle >= (LOCK_SESSION_AFTER if still.in_session else asked):
        return Due.LOCK
    if still.idle >= min(COVER_AFTER, asked) and (still.in_session or still.session_runs):
        return Due.COVER
    return Due.NOTHING
