"""What the first step shows, derived from what it was told."""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from app.vault_place.new_vault import PlaceLook, folder_for
from ui.pages.first_run.kit import Opening

if TYPE_CHECKING:  # it reads the strength off the GUI thread
    from crypto.slots.passphrase_rules import Strength

TOO_EASY = 2  # zxcvbn scores below it are guessed in hours from a copy, at the full cost


class Repeat(StrEnum):
    """How the second typing of the passphrase compares with the first."""

    ON_THE_WAY = "on_the_way"  # the beginning of it, or nothing yet
    SAME = "same"
    DIFFERENT = "different"


def compare(first: str, second: str) -> Repeat:
    """How `second` compares with `first`."""
    if second and second == first:
        return Repeat.SAME
    return Repeat.ON_THE_WAY if first.startswith(second) else Repeat.DIFFERENT


class Lacks(StrEnum):
    """Why the vault can't be created yet."""

    NOTHING = "nothing"
    NAME = "name"
    PLACE = "place"
    STORE = "store"
    PASSPHRASE = "passphrase"  # noqa: S105 - what is missing, not a secret
    LENGTH = "length"
    STRENGTH = "strength"
    REPEAT = "repeat"


@dataclass(frozen=True)
class Facts:
    """What the step was told so far."""

    parent: Path
    name: str = ""
    look: PlaceLook | None = None
    store_name: str = ""
    store_error: Exception | None = None
    opening: Opening = Opening.BOTH
    strength: "Strength | None" = None
    judging: bool = False  # the strength is still that of what stood there before
    repeat: Repeat = Repeat.ON_THE_WAY
    creating: bool = False
    error: Exception | None = None

    @property
    def folder(self) -> Path:
        """Where the vault will lie."""
        return folder_for(self.name, self.parent)


@dataclass(frozen=True)
class State:
    """What the step shows."""

    folder: Path
    look: PlaceLook | None
    store_name: str
    store_error: Exception | None
    opening: Opening
    strength: "Strength | None"
    repeat: Repeat
    lacks: Lacks
    can_create: bool
    creating: bool
    error: Exception | None


def derive(facts: Facts) -> State:
    """What is shown for what is known."""
    lacks = _lacks(facts)
    return State(
        folder=facts.folder if facts.name.strip() else facts.parent,
        look=facts.look if facts.name.strip() else None,
        store_name=facts.store_name,
        store_error=facts.store_error,
        opening=facts.opening,
        strength=facts.strength,
        repeat=facts.repeat,
        lacks=lacks,
        can_create=lacks is Lacks.NOTHING and not facts.creating,
        creating=facts.creating,
        error=facts.error,
    )


def _lacks(facts: Facts) -> Lacks:
    if not facts.name.strip():
        return Lacks.NAME
    if facts.look is None or facts.look.taken:
        return Lacks.PLACE
    if facts.opening.needs_store and not facts.store_name:
        return Lacks.STORE
    return _passphrase_lacks(facts) if facts.opening.takes_passphrase else Lacks.NOTHING


def _passphrase_lacks(facts: Facts) -> Lacks:
    strength = facts.strength
    if strength is None or facts.judging:
        return Lacks.PASSPHRASE
    if not strength.usable:
        return Lacks.PASSPHRASE if strength.long_enough else Lacks.LENGTH
    if strength.score < TOO_EASY:
        return Lacks.STRENGTH
    return Lacks.NOTHING if facts.repeat is Repeat.SAME else Lacks.REPEAT
