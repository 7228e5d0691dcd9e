"""A vault, its words and a backup of it, and what a command said of them."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from app.backup_commands.backup_secret import BackupSecret
from app.workspace import Workspace, open_workspace
from crypto.primitives.kdf import TEST_ONLY_COSTS
from crypto.slots.passphrase import PassphraseWay
from crypto.slots.slot import Way
from tests.support.fixed_clock import FixedClock
from tests.support.hostile_backups import Words
from tests.support.workspaces import PASSPHRASE

OWN_PASSPHRASE = "lantern cobble ferry ninety"


@dataclass(frozen=True)
class Kept:
    """The vault's folder, its words, and a folder beside it that a backup lies in."""

    vault: Path
    words: Words
    stick: Path
    clock: FixedClock

    @property
    def backup(self) -> Path:
        """A sound backup, which has a passphrase of its own too."""
        return self.stick / "2026-11-28-0badcafe.underrose-backup"

    @property
    def by_words(self) -> BackupSecret:
        """What opens it."""
        return BackupSecret(words=" ".join(self.words))

    def open(self, way: Way | None = None, folder: Path | None = None) -> Workspace:
        """The services of the vault, or of another one."""
        way = way or PassphraseWay(PASSPHRASE)
        return open_workspace(folder or self.vault, way, self.clock, TEST_ONLY_COSTS)


@dataclass(frozen=True)
class Told:
    """An exit code, and what stood on stdout as JSON and on stderr."""

    code: int
    json: dict[str, Any]
    stderr: str


Run = Callable[..., Told]
