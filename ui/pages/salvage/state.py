"""What the page shows, derived from what it was told."""

from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from app.vault_place.new_vault import PlaceLook, folder_for
from ui.ways_in.choice import Choice, Lacks

if TYPE_CHECKING:
    from app.workflows.salvage.report import Salvaged, Step
    from ui.ways_in.kit import Kit


class View(StrEnum):
    """What fills the page."""

    ASKING = "asking"  # the open vault for its key
    FORM = "form"  # name, place and opening of the new vault
    SAVING = "saving"
    KIT = "kit"
    REPORT = "report"


@dataclass(frozen=True)
class Facts:
    """What the page was told so far."""

    view: View = View.ASKING
    old_place: Path | None = None
    parent: Path = Path()
    name: str = ""
    look: PlaceLook | None = None
    choice: Choice = field(default_factory=Choice)
    step: "Step | None" = None
    stopping: bool = False
    kit: "Kit | None" = None
    salvaged: "Salvaged | None" = None
    error: Exception | None = None
    is_backup: bool = False  # what is saved from

    @property
    def folder(self) -> Path:
        """Where the new vault will lie."""
        return folder_for(self.name, self.parent)


@dataclass(frozen=True)
class State:
    """What the page shows."""

    view: View
    old_place: Path | None
    is_backup: bool
    parent: Path
    folder: Path
    name: str
    look: PlaceLook | None
    choice: Choice
    has_name: bool
    has_place: bool
    can_save: bool
    step: "Step | None"
    stopping: bool
    kit: "Kit | None"
    salvaged: "Salvaged | None"
    error: Exception | None


def derive(facts: Facts) -> State:
    """What is shown for what is known."""
    has_name = bool(facts.name.strip())
    has_place = facts.look is not None and not facts.look.taken
    ready = facts.view is View.FORM and facts.choice.lacks is Lacks.NOTHING
    return State(
        view=facts.view,
        old_place=facts.old_place,
        is_backup=facts.is_backup,
        parent=facts.parent,
        folder=facts.folder if has_name else facts.parent,
        name=facts.name,
        look=facts.look if has_name else None,
        choice=facts.choice,
        has_name=has_name,
        has_place=has_place,
        can_save=ready and has_name and has_place,
        step=facts.step,
        stopping=facts.stopping,
        kit=facts.kit,
        salvaged=facts.salvaged,
        error=facts.error,
    )


def name_for(name: str, parent: Path, ending: str) -> str:
    """A name for the new vault that nothing there has yet."""
    first = name if name.endswith(ending) else f"{name} {ending}"
    found, number = first, 2
    while folder_for(found, parent).exists():
        found, number = f"{first} {number}", number + 1
    return found
