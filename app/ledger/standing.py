"""How an open vault stands against its seal and this computer's pin, as the window shows it."""

from dataclasses import dataclass
from enum import Enum

from app.core.clock import Moment
from app.ledger.verdict import Verdict


class PinUnknown(Enum):
    """The password store could not be asked for this computer's pin."""

    IT_IS = "unknown"


PIN_UNKNOWN = PinUnknown.IT_IS
AskedPin = bytes | None | PinUnknown  # None: asked for, and there is none


@dataclass(frozen=True)
class Standing:
    """`generation` counts the ledger's entries, `last_saved` is when the last write was made.

    `pin_compared` is False when the pin could not be asked for, or when there was none.
    """

    verdict: Verdict
    pin_compared: bool
    last_saved: Moment | None
    generation: int

    @property
    def needs_answer(self) -> bool:
        """Whether nothing may be written before the coach has said what to do."""
        return self.verdict.needs_answer
