"""How this window process came to be, and when, in words for the lock screen."""

import time
from typing import NamedTuple

from app.process.verbs import Verb
from ui.translation import translate


class Beginning(NamedTuple):
    """The first verb that the supervisor said, and the local wall time at that moment."""

    start: Verb
    at: time.struct_time

    @property
    def goes_on(self) -> bool:
        """Whether a window was open just before: after a lock or a crash."""
        return self.start is not Verb.FRESH

    def words(self) -> str:
        """One line for the lock screen, "" after an ordinary start."""
        at = time.strftime("%H:%M", self.at)
        match self.start:
            case Verb.AFTER_LOCK:
                return translate("Beginning", "Locked at {time}").format(time=at)
            case Verb.AFTER_CRASH:
                return translate(
                    "Beginning",
                    "Underrose closed without warning at {time}. Everything saved is here.",
                ).format(time=at)
            case _:
                return ""
