"""The calls that leave the GUI thread; what they need is imported when they run."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, Protocol

from app.core.clock import SystemClock
from app.vault_place.new_vault import PlaceLook, look_at_place
from ui.ways_in.choice_model import strength, way_of
from ui.ways_in.kit import Kit
from ui.ways_in.kit_file import save_kit
from ui.ways_in.password_store import FindStore, find_store
from ui.ways_in.way_choice import WayChoice

if TYPE_CHECKING:
    from app.workflows.salvage.report import Salvaged, Step
    from app.workflows.salvage.stand_ins import StandInWords
    from app.workspace import Workspace
    from crypto.backup.damaged import DamagedBackup
    from crypto.keyring.store import KeyStore
    from crypto.slots.passphrase_rules import Strength
    from crypto.vault.damaged import DamagedVault

Tell = Callable[["Step"], None]


@dataclass(frozen=True)
class NewVault:
    """What the coach chose. `store` is there when the opening needs it."""

    folder: Path
    name: str
    opening: WayChoice
    passphrase: str = field(repr=False)
    store: "KeyStore | None"


class Made(NamedTuple):
    """The kit of the new vault, and what came over into it."""

    kit: Kit
    salvaged: "Salvaged"


class Opened(NamedTuple):
    """The vault that is open, as one to save from; whether an answer is owed to it."""

    damaged: "DamagedVault"
    needs_answer: bool


def damage_of(workspace: "Workspace") -> Opened:
    """Asks the open vault; quick."""
    return Opened(workspace.damage(), workspace.standing.needs_answer)


def save(
    damaged: "DamagedVault | DamagedBackup", new: NewVault, words: "StandInWords", tell: Tell
) -> "tuple[Workspace, Made]":
    """Makes the new vault; takes as long as reading and writing all of it.

    What `tell` raises ends it, and nothing is made. Raises as `create_vault`, VaultDamaged when
    nothing can be read, VaultFormatUnknown, VaultInUse while somebody writes the damaged one, and
    BackupInterrupted when a backup's drive is gone.
    """
    from app.workflows.salvage.salvage import Salvage
    from app.workspace import create_filled
    from crypto.vault.vault import look_at

    clock = SystemClock()
    salvage = Salvage(damaged, new.name, clock, tell, words)
    way = way_of(new.opening, new.passphrase, new.store)
    with damaged.held():
        workspace, kit_words = create_filled(new.folder, new.name, way, clock, salvage.prepare)
    face = look_at(new.folder)
    kit = Kit(new.folder, face.name, face.kit_number, face.kit_made_on, kit_words)
    return workspace, Made(kit, salvage.salvaged)


class Save(Protocol):
    """Makes the new vault."""

    def __call__(
        self,
        damaged: "DamagedVault | DamagedBackup",
        new: NewVault,
        words: "StandInWords",
        tell: Tell,
    ) -> "tuple[Workspace, Made]": ...


@dataclass(frozen=True)
class Calls:
    """The calls that the page makes; a test makes others."""

    damage_of: "Callable[[Workspace], Opened]" = damage_of
    look_at_place: Callable[[Path], PlaceLook] = look_at_place
    find_store: FindStore = find_store
    strength: "Callable[[str], Strength]" = strength
    save: "Save" = save
    save_kit: Callable[[Kit, Path], None] = save_kit
