"""What one page before the desk hands on to the next: a damaged vault, its key at hand."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:  # its imports (ciphers) come after the first paint
    from crypto.vault.damaged import DamagedVault


class HandedOn:
    """Holds one thing until it is taken."""

    def __init__(self) -> None:
        self._damaged: DamagedVault | None = None

    def put(self, damaged: "DamagedVault") -> None:
        """Hands it on, in place of one that nobody took."""
        if self._damaged is not None:
            self._damaged.close()
        self._damaged = damaged

    def take(self) -> "DamagedVault | None":
        """What was handed on; whoever takes it closes it."""
        damaged, self._damaged = self._damaged, None
        return damaged
