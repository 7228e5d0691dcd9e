"""The calls that leave the GUI thread: they read a header, ask a keyring, derive a key.

What they need is imported when they run, so that it does not delay the first picture.
"""

import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from ui.pages.unlock.face import Face
from ui.ways_in.password_store import find_store
from ui.ways_in.way_choice import WayChoice

if TYPE_CHECKING:
    from app.vault_place.move_vault import Moved
    from app.workspace import Workspace
    from crypto.keyring.held import HeldSecret
    from crypto.keyring.store import KeyStore
    from crypto.slots.slot import Way
    from crypto.vault.damaged import DamagedVault


def look_at(folder: Path) -> Face:
    """Reads a vault's header; raises as `crypto.vault.vault.look_at`."""
    from crypto.slots.slot import SlotKind
    from crypto.vault import vault

    face = vault.look_at(folder)
    form = WayChoice.KEYRING if SlotKind.KEYRING in face.kinds else WayChoice.PASSPHRASE
    if SlotKind.KEYRING_PASSPHRASE in face.kinds:
        form = WayChoice.BOTH
    return Face(
        face.name,
        form,
        SlotKind.PASSPHRASE in face.kinds,
        writable=os.access(folder, os.W_OK),
        only_kit=not face.kinds - {SlotKind.RECOVERY},
    )


def ask_store(folder: Path, store: "KeyStore | None") -> "HeldSecret":
    """The secret that the computer's store holds for this vault, as a store that won't wait.

    May take as long as a prompt is open; raises KeyringError, and as `look_at`.
    """
    from crypto.vault.vault import hold_secret

    return hold_secret(folder, store or find_store())


def open_vault(
    folder: Path, passphrase: str, answer: "HeldSecret | None", *, read_only: bool = False
) -> "Workspace":
    """Unlocks with a passphrase, what the store answered, or both.

    Raises as `app.workspace.open_workspace`.
    """
    from app.core.clock import SystemClock
    from app.ledger.standing import pin_held
    from app.workspace import open_workspace

    way = way_of(passphrase, answer)
    return open_workspace(folder, way, SystemClock(), pin=pin_held(answer), read_only=read_only)


def open_damaged(folder: Path, passphrase: str, answer: "HeldSecret | None") -> "DamagedVault":
    """The same for a vault whose database may not open; raises as `damaged_vault`."""
    from crypto.vault.damaged import damaged_vault

    return damaged_vault(folder, way_of(passphrase, answer))


def sync_service(folder: Path) -> str:
    """The name of the service that seems to copy the folder; empty for none."""
    from app.vault_place.sync_service import sync_service

    return sync_service(folder) or ""


def usual_place() -> Path:
    """Where vaults usually are, or the home where there is no such folder."""
    from app.vault_place.new_vault import usual_parent

    usual = usual_parent()
    return usual if usual.is_dir() else Path.home()


def move(folder: Path, parent: Path) -> "Moved":
    """Moves the vault; raises as `app.vault_place.move_vault.move_vault`."""
    from app.vault_place.move_vault import move_vault

    return move_vault(folder, parent)


def way_of(passphrase: str, answer: "KeyStore | None") -> "Way":
    """The way in that is made of a passphrase, a store, or both."""
    from crypto.slots.keyring_passphrase import KeyringPassphraseWay
    from crypto.slots.keyring_slot import KeyringWay
    from crypto.slots.passphrase import PassphraseWay

    if answer is None:
        return PassphraseWay(passphrase)
    return KeyringPassphraseWay(answer, passphrase) if passphrase else KeyringWay(answer)


class Open(Protocol):
    """Unlocks a vault."""

    def __call__(
        self, folder: Path, passphrase: str, answer: "HeldSecret | None", *, read_only: bool = ...
    ) -> "Workspace": ...


@dataclass(frozen=True)
class Calls:
    """The calls that the lock screen makes; a test makes others."""

    look_at: Callable[[Path], Face] = look_at
    find_store: Callable[[], "KeyStore"] = find_store
    ask_store: Callable[[Path, "KeyStore | None"], "HeldSecret"] = ask_store
    open: "Open" = open_vault
    open_damaged: "Callable[[Path, str, HeldSecret | None], DamagedVault]" = open_damaged
    sync_service: Callable[[Path], str] = sync_service
    usual_place: Callable[[], Path] = usual_place
    move: "Callable[[Path, Path], Moved]" = move
