"""How a vault is to open: what was found, chosen and typed so far, and what is missing."""

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from ui.ways_in.way_choice import WayChoice

if TYPE_CHECKING:  # it reads the strength off the GUI thread
    from crypto.slots.passphrase_rules import Strength

TOO_EASY = 2  # scores below it are guessed within an hour from a copy, at the full cost


class Repeat(StrEnum):
    """How the second typing of the passphrase compares with the first."""

    ON_THE_WAY = "on_the_way"  # the beginning of it, or nothing yet
    SAME = "same"
    DIFFERENT = "different"


class Lacks(StrEnum):
    """Why this can't be done yet."""

    NOTHING = "nothing"
    STORE = "store"
    PASSPHRASE = "passphrase"  # noqa: S105 - what is missing, not a secret
    LENGTH = "length"
    STRENGTH = "strength"
    REPEAT = "repeat"


@dataclass(frozen=True)
class Choice:
    """What is known; the passphrase itself stays in its field."""

    opening: WayChoice = WayChoice.BOTH
    store_name: str = ""
    store_error: Exception | None = None
    strength: "Strength | None" = None
    judging: bool = False  # the strength is still that of what stood there before
    repeat: Repeat = Repeat.ON_THE_WAY

    @property
    def lacks(self) -> Lacks:
        """What is missing, the first of it."""
        if self.opening.needs_store and not self.store_name:
            return Lacks.STORE
        return self._passphrase_lacks() if self.opening.takes_passphrase else Lacks.NOTHING

    def _passphrase_lacks(self) -> Lacks:
        strength = self.strength
        if strength is None or self.judging:
            return Lacks.PASSPHRASE
        if not strength.usable:
            return Lacks.PASSPHRASE if strength.long_enough else Lacks.LENGTH
        if strength.score < TOO_EASY:
            return Lacks.STRENGTH
        return Lacks.NOTHING if self.repeat is Repeat.SAME else Lacks.REPEAT


def compare(first: str, second: str) -> Repeat:
    """How `second` compares with `first`."""
    if second and second == first:
        return Repeat.SAME
    return Repeat.ON_THE_WAY if first.startswith(second) else Repeat.DIFFERENT
