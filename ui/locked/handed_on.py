"""What one page before the desk hands on to the next: what is damaged, its key at hand."""

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:  # their imports (ciphers) come after the first paint
    from crypto.backup.damaged import DamagedBackup
    from crypto.vault.damaged import DamagedVault


class Handed(NamedTuple):
    """What can be saved from, and where it lies."""

    damaged: "DamagedVault | DamagedBackup"
    place: Path
    beside: Path  # where a new vault may be made
    is_backup: bool = False


def from_vault(damaged: "DamagedVault") -> Handed:
    """A vault; the new one goes beside it."""
    return Handed(damaged, damaged.folder, damaged.folder.parent)


def from_backup(damaged: "DamagedBackup", beside: Path) -> Handed:
    """A backup: it may lie on a stick, where no vault belongs."""
    return Handed(damaged, damaged.path, beside, is_backup=True)


class HandedOn:
    """Holds one thing until it is taken."""

    def __init__(self) -> None:
        self._handed: Handed | None = None

    def put(self, handed: Handed) -> None:
        """Hands it on, in place of one that nobody took."""
        if self._handed is not None:
            self._handed.damaged.close()
        self._handed = handed

    def take(self) -> Handed | None:
        """What was handed on; whoever takes it closes it."""
        handed, self._handed = self._handed, None
        return handed
