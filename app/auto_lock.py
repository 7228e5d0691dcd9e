"""When a still window is covered or locked: the policy alone, without a clock or a window.

Standard library only, and nothing of ours: everything that it goes by is given to it.
"""

from enum import Enum
from typing import NamedTuple

COVER_AFTER = 3 * 60.0  # seconds without input in a running session
LOCK_SESSION_AFTER = 30 * 60.0  # seconds without input in a running session
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


def due(still: Stillness, minutes: int) -> Due:
    """What is due after `still`, when the coach asked for a lock after so many minutes.

    A session is covered long before it is locked, so that silence costs nobody a passphrase; it
    is covered sooner for whoever wants to be locked sooner. A computer that slept is locked,
    however briefly: whoever wakes it need not be the coach. A held key makes it wait, and so does
    work that the coach waits for.
    """
    if still.slept >= SLEPT:
        return Due.LOCK
    if still.at_work:
        return Due.NOTHING
    if still.key_held and still.idle < LONGEST_HOLD:
        return Due.NOTHING
    asked = minutes * 60.0
    if not still.in_session:
        return Due.LOCK if still.idle >= asked else Due.NOTHING
    if still.idle >= LOCK_SESSION_AFTER:
        return Due.LOCK
    return Due.COVER if still.idle >= min(COVER_AFTER, asked) else Due.NOTHING
