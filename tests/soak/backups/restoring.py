"""What a process does that restores a backup again and again, and tells before and after.

"try N" before a vault is put at `N.vault`, "done N" when it is there.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from app.workflows.restore.restore import restore
from crypto.backup.unlock import ByWords
from tests.soak.killed import Say
from tests.support.fixed_clock import FixedClock


@dataclass(frozen=True)
class Restoring:
    """Which backup, by which words, and the folder that the vaults are put in."""

    file: Path
    words: Sequence[str] = field(repr=False)
    home: Path

    def place(self, number: int) -> Path:
        """Where one is put."""
        return self.home / f"{number}.vault"

    def once(self, number: int) -> None:
        """Puts the vault of the backup there."""
        way = ByWords(tuple(self.words))
        restore(self.file, way, self.place(number), "Whitlock Coaching", FixedClock())

    def again_and_again(self, first: int, say: Say) -> None:
        """Until it is killed."""
        number = first
        while True:
            say(f"try {number}")
            self.once(number)
            say(f"done {number}")
            number += 1
