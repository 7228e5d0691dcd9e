"""A home whose owner has a vault already: what stands on the screen is the lock screen."""

from collections.abc import Callable
from pathlib import Path

from app.workspace import Workspace
from crypto.keyring.os_keyring import find_key_store
from crypto.slots.keyring_slot import KeyringWay
from crypto.slots.passphrase import PassphraseWay
from crypto.slots.slot import NewWay
from tests.support.desktop import Home, fresh_home
from tests.support.vault_on_disk import a_vault, remember
from tests.support.workspaces import PASSPHRASE


def home_with_vault(
    folder: Path, way: NewWay | None = None, fill: Callable[[Workspace], None] | None = None
) -> Home:
    """A fresh home with a vault, opened by a passphrase unless told how.

    `fill` puts the first records in.
    """
    home = fresh_home(folder)
    vault = home.folder / "Practice.vault"
    chosen = way or PassphraseWay(PASSPHRASE)
    workspace, _ = a_vault(vault, "Practice", chosen)
    if fill is not None:
        fill(workspace)
    workspace.close()
    remember(home, vault)
    return home


def keyring_way() -> KeyringWay:
    """The way in through this session's real keyring."""
    return KeyringWay(find_key_store())
