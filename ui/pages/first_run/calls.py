"""The calls that leave the GUI thread; what they need is imported when they run."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from app.core.clock import SystemClock
from app.vault_place.new_vault import PlaceLook, look_at_place
from ui.ways_in.choice_model import strength, way_of
from ui.ways_in.kit import Kit
from ui.ways_in.kit_file import save_kit
from ui.ways_in.password_store import FindStore, find_store
from ui.ways_in.way_choice import WayChoice

if TYPE_CHECKING:
    from app.workspace import Workspace
    from crypto.keyring.store import KeyStore
    from crypto.slots.passphrase_rules import Strength
    from crypto.slots.slot import NewWay


@dataclass(frozen=True)
class NewVault:
    """What the coach chose. `store` is there when the opening needs it."""

    folder: Path
    name: str
    opening: WayChoice
    passphrase: str = field(repr=False)
    store: "KeyStore | None"

    @property
    def way(self) -> "NewWay":
        """The way in that was chosen."""
        return way_of(self.opening, self.passphrase, self.store)


def create_vault(new: NewVault) -> "tuple[Workspace, Kit]":
    """Makes the vault; raises as `app.workspace.create_workspace`."""
    from app.workspace import create_workspace

    workspace, words = create_workspace(new.folder, new.name, new.way, SystemClock())
    return workspace, kit_of(new.folder, words)


def kit_of(folder: Path, words: tuple[str, ...]) -> Kit:
    """The kit of a vault that was just made."""
    from crypto.vault.vault import look_at

    face = look_at(folder)
    return Kit(folder, face.name, face.kit_number, face.kit_made_on, words)


def look_for_vault(folder: Path) -> None:
    """Raises as `crypto.vault.vault.look_at` when there is no vault to open."""
    from crypto.vault.vault import look_at

    look_at(folder)


def look_around(parent: Path) -> "tuple[Workspace, None]":
    """Opens a made-up practice; raises as `app.demo.look_around.look_around`."""
    from app.demo.look_around import look_around

    return look_around(parent, SystemClock()), None


@dataclass(frozen=True)
class Calls:
    """The calls that first run makes; a test makes others."""

    look_at_place: Callable[[Path], PlaceLook] = look_at_place
    find_store: FindStore = find_store
    strength: "Callable[[str], Strength]" = strength
    create: "Callable[[NewVault], tuple[Workspace, Kit]]" = create_vault
    look_for_vault: Callable[[Path], None] = look_for_vault
    look_around: "Callable[[Path], tuple[Workspace, None]]" = look_around
    save_kit: Callable[[Kit, Path], None] = save_kit
