"""The calls that leave the GUI thread; what they need is imported when they run."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from app.core.clock import SystemClock
from app.core.errors import AppError
from crypto.errors import CryptoError

if TYPE_CHECKING:
    from app.workspace import Workspace
    from crypto.vault.damaged import DamagedVault


Words = tuple[str, ...]


def open_vault(folder: Path, words: Words) -> "Workspace":
    """Unlocks with 24 words, which proves them; raises as `app.workspace.open_workspace`.

    That the kit was proven is written down if the vault takes it: it may be held, or read-only.
    """
    from app.workspace import open_workspace
    from crypto.slots.recovery import RecoveryWay

    workspace = open_workspace(folder, RecoveryWay(words), SystemClock())
    with suppress(AppError, CryptoError):
        workspace.ways_in.kits.rehearse(words)
    return workspace


def open_for_reading(folder: Path, words: Words) -> "Workspace":
    """The same without writing anything, for a folder that takes no writes."""
    from app.workspace import open_workspace
    from crypto.slots.recovery import RecoveryWay

    return open_workspace(folder, RecoveryWay(words), SystemClock(), read_only=True)


def open_damaged(folder: Path, words: Words) -> "DamagedVault":
    """The key of a vault whose database may not open; raises as `damaged_vault`."""
    from crypto.slots.recovery import RecoveryWay
    from crypto.vault.damaged import damaged_vault

    return damaged_vault(folder, RecoveryWay(words))


def find_repair(folder: Path, words: Words) -> Words | None:
    """The vault's own words, when those given are a single slip away from them."""
    from crypto.vault import vault

    return vault.find_repair(folder, words)


@dataclass(frozen=True)
class Calls:
    """The calls that the page makes; a test makes others."""

    open: Callable[[Path, Words], "Workspace"] = open_vault
    open_for_reading: Callable[[Path, Words], "Workspace"] = open_for_reading
    open_damaged: Callable[[Path, Words], "DamagedVault"] = open_damaged
    find_repair: Callable[[Path, Words], Words | None] = find_repair
