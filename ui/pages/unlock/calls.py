"""The calls that leave the GUI thread: they read a header, ask a keyring, derive a key.

What they need is imported when they run, so that it does not delay the first picture.
"""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from ui.pages.unlock.face import Face
from ui.ways_in.opening import Opening

if TYPE_CHECKING:
    from app.workspace import Workspace
    from crypto.keyring.store import KeyStore
    from crypto.slots.slot import Way


def look_at(folder: Path) -> Face:
    """Reads a vault's header; raises as `crypto.vault.vault.look_at`."""
    from crypto.slots.slot import SlotKind
    from crypto.vault import vault

    face = vault.look_at(folder)
    if SlotKind.KEYRING_PASSPHRASE in face.kinds:
        return Face(face.name, Opening.BOTH)
    return Face(
        face.name, Opening.KEYRING if SlotKind.KEYRING in face.kinds else Opening.PASSPHRASE
    )


def find_store() -> "KeyStore":
    """The computer's password store; raises KeyringMissing or KeyringInsecure."""
    from crypto.keyring.os_keyring import find_key_store

    return find_key_store()


def ask_store(folder: Path, store: "KeyStore | None") -> "KeyStore":
    """The secret that the computer's store holds for this vault, as a store that won't wait.

    May take as long as a prompt is open; raises KeyringError, and as `look_at`.
    """
    from crypto.vault.vault import hold_secret

    return hold_secret(folder, store or find_store())


def open_vault(folder: Path, passphrase: str, answer: "KeyStore | None") -> "Workspace":
    """Unlocks with a passphrase, what the store answered, or both.

    Raises as `app.workspace.open_workspace`.
    """
    from app.core.clock import SystemClock
    from app.workspace import open_workspace

    return open_workspace(folder, way_of(passphrase, answer), SystemClock())


def way_of(passphrase: str, answer: "KeyStore | None") -> "Way":
    """The way in that is made of a passphrase, a store, or both."""
    from crypto.slots.keyring_passphrase import KeyringPassphraseWay
    from crypto.slots.keyring_slot import KeyringWay
    from crypto.slots.passphrase import PassphraseWay

    if answer is None:
        return PassphraseWay(passphrase)
    return KeyringPassphraseWay(answer, passphrase) if passphrase else KeyringWay(answer)


@dataclass(frozen=True)
class Calls:
    """The calls that the lock screen makes; a test makes others."""

    look_at: Callable[[Path], Face] = look_at
    find_store: Callable[[], "KeyStore"] = find_store
    ask_store: Callable[[Path, "KeyStore | None"], "KeyStore"] = ask_store
    open: Callable[[Path, str, "KeyStore | None"], "Workspace"] = open_vault
