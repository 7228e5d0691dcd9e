"""What the first step shows, derived from what it was told."""

from dataclasses import dataclass, field
from pathlib import Path

from app.vault_place.new_vault import PlaceLook, folder_for
from ui.ways_in.choice import Choice, Lacks


@dataclass(frozen=True)
class Facts:
    """What the step was told so far."""

    parent: Path
    name: str = ""
    look: PlaceLook | None = None
    choice: Choice = field(default_factory=Choice)
    creating: bool = False
    looking: bool = False  # into a made-up practice, which is being made
    looked: bool = False  # into one before, which is locked now
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
    choice: Choice
    has_name: bool
    has_place: bool
    can_create: bool
    creating: bool
    looking: bool
    looked: bool
    error: Exception | None


def derive(facts: Facts) -> State:
    """What is shown for what is known."""
    has_name = bool(facts.name.strip())
    has_place = facts.look is not None and not facts.look.taken
    complete = has_name and has_place and facts.choice.lacks is Lacks.NOTHING
    return State(
        folder=facts.folder if has_name else facts.parent,
        look=facts.look if has_name else None,
        choice=facts.choice,
        has_name=has_name,
        has_place=has_place,
        can_create=complete and not facts.creating and not facts.looking,
        creating=facts.creating,
        looking=facts.looking,
        looked=facts.looked,
        error=facts.error,
    )
