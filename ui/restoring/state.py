"""What is shown while a backup is brought back, as far as it was told."""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from app.vault_place.new_vault import PlaceLook, folder_for
from ui.ways_in.kit import Kit
from ui.ways_in.typed_words import Slip

if TYPE_CHECKING:  # their packages come with the ciphers
    from app.core.clock import Moment
    from app.workflows.restore.here import Here
    from app.workflows.restore.look import Look
    from app.workflows.restore.newest import Newest
    from app.workflows.restore.restore import Restored
    from app.workflows.restore.step import Step as Progress
    from crypto.backup.face import BackupFace

LONGEST_NAME = 100  # characters of a vault's name
NOWHERE = Path()


class Offer(NamedTuple):
    """What can be done about a backup that didn't open; at most one of the two."""

    slip: Slip | None = None  # of the words, to be put right
    salvages: bool = False  # what can be read is saved


NOTHING = Offer()


class Step(StrEnum):
    """What is asked or done."""

    FILE = "file"
    SECRET = "secret"  # noqa: S105 - what is asked for, not a secret
    LOOKING = "looking"
    FOUND = "found"  # and where it is to go
    KIT = "kit"  # of a vault that no words were given for
    RESTORING = "restoring"
    DONE = "done"


@dataclass(frozen=True)
class State:
    """Everything but what was typed to open it."""

    step: Step = Step.FILE
    face: "BackupFace | None" = None
    newest: "Newest | None" = None  # in reach
    here: "Here | None" = None  # the vault that is here already
    by_passphrase: bool = False
    complete: bool = False  # what was typed can be tried
    busy: bool = False  # with something short
    stopping: bool = False
    progress: "Progress | None" = None
    look: "Look | None" = None
    now: "Moment | None" = None  # when it was looked into
    name: str = ""
    parent: Path = NOWHERE
    place: PlaceLook | None = None
    kit: Kit | None = None
    offer: Offer = NOTHING
    restored: "Restored | None" = None
    error: Exception | None = None

    @property
    def slip(self) -> Slip | None:
        """What is wrong with the words, when that is known."""
        return self.offer.slip

    @property
    def folder(self) -> Path:
        """Where the vault will lie."""
        return folder_for(self.name, self.parent)

    @property
    def has_name(self) -> bool:
        """Whether the vault can be named like this."""
        return bool(self.name.strip())

    @property
    def has_place(self) -> bool:
        """Whether nothing lies there yet."""
        return self.place is not None and not self.place.taken

    @property
    def can_go_on(self) -> bool:
        """Whether the main button does something now."""
        if self.busy or self.stopping:
            return False
        if self.step is Step.SECRET:
            return self.complete or self.offer.salvages
        return self.step is not Step.FOUND or (self.has_name and self.has_place)

    @property
    def is_of_another_vault(self) -> bool:
        """Whether the vault that is here is not the one that was backed up."""
        here, face = self.here, self.face
        return here is not None and face is not None and here.vault_id != face.vault_id

    @property
    def newer_here(self) -> int | None:
        """How many entries the vault here has beyond the backup's; None when that isn't known."""
        here, look = self.here, self.look
        if here is None or here.generation is None or look is None or self.is_of_another_vault:
            return None
        return here.generation - look.entries
