"""The calls that leave the GUI thread; what they need is imported when they run."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from app.core.clock import SystemClock
from app.vault_place.new_vault import PlaceLook, look_at_place
from ui.pages.first_run.kit import Kit, Opening

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
    opening: Opening
    passphrase: str = field(repr=False)
    store: "KeyStore | None"


def find_store() -> "KeyStore":
    """The computer's password store; raises KeyringError."""
    from crypto.keyring.os_keyring import find_key_store

    return find_key_store()


def strength(passphrase: str) -> "Strength":
    """How good a passphrase is."""
    from crypto.slots.passphrase_rules import strength

    return strength(passphrase)


def create_vault(new: NewVault) -> "tuple[Workspace, Kit]":
    """Makes the vault; raises as `app.workspace.create_workspace`."""
    from app.workspace import create_workspace

    workspace, words = create_workspace(new.folder, new.name, way_of(new), SystemClock())
    return workspace, kit_of(new.folder, words)


def kit_of(folder: Path, words: tuple[str, ...]) -> Kit:
    """The kit of a vault that was just made."""
    from crypto.vault.vault import look_at

    face = look_at(folder)
    return Kit(folder, face.name, face.kit_number, face.kit_made_on, words)


def way_of(new: NewVault) -> "NewWay":
    """The way in that was chosen."""
    from crypto.slots.keyring_passphrase import KeyringPassphraseWay
    from crypto.slots.keyring_slot import KeyringWay
    from crypto.slots.passphrase import PassphraseWay

    if new.store is None:
        return PassphraseWay(new.passphrase)
    if new.opening is Opening.BOTH:
        return KeyringPassphraseWay(new.store, new.passphrase)
    return KeyringWay(new.store)


def look_for_vault(folder: Path) -> None:
    """Raises as `crypto.vault.vault.look_at` when there is no vault to open."""
    from crypto.vault.vault import look_at

    look_at(folder)


def save_kit(kit: Kit, file: Path) -> None:
    """Writes the sheet as PDF; raises as `app.vault_place.kit_file.save_kit`."""
    from app.vault_place import kit_file
    from ui.paper.recovery_kit import RecoveryKitSheet
    from ui.paper.renderer import Paper

    sheet = RecoveryKitSheet(kit.vault_name, kit.number, kit.made_on, kit.words)
    kit_file.save_kit(file, Paper().render_recovery_kit(sheet), kit.folder)


@dataclass(frozen=True)
class Calls:
    """The calls that first run makes; a test makes others."""

    look_at_place: Callable[[Path], PlaceLook] = look_at_place
    find_store: "Callable[[], KeyStore]" = find_store
    strength: "Callable[[str], Strength]" = strength
    create: "Callable[[NewVault], tuple[Workspace, Kit]]" = create_vault
    look_for_vault: Callable[[Path], None] = look_for_vault
    save_kit: Callable[[Kit, Path], None] = save_kit
