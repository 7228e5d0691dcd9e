"""How an open vault stands against its seal and this computer's pin, as the window shows it."""

from dataclasses import dataclass
from enum import Enum

from app.core.clock import Moment
from app.ledger.verdict import Verdict
from crypto.errors import KeyringError
from crypto.keyring.held import HeldSecret


class PinUnknown(Enum):
    """The password store could not be asked for this computer's pin."""

    IT_IS = "unknown"


PIN_UNKNOWN = PinUnknown.IT_IS
AskedPin = bytes | None | PinUnknown  # None: asked for, and there is none


def pin_held(answer: HeldSecret | None) -> AskedPin:
    """What a store remembers of the vault, by its answer; unknown when it was not asked."""
    if answer is None:
        return PIN_UNKNOWN
    try:
        return answer.pin
    except KeyringError:
        return PIN_UNKNOWN


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
