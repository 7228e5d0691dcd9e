"""What a process does that gives a vault new kits, and its backups with it; tells before and after.

"try WORDS" before a kit is put in use, "done WORDS" when it is, "rewrapped" when every backup in
the folder is opened by the kit in use.
"""

from dataclasses import dataclass
from pathlib import Path

from app.workflows.backup.rewrap import bring_along
from app.workspace import Workspace
from tests.soak import vaults
from tests.soak.killed import Say


@dataclass(frozen=True)
class Rewrapping:
    """Which vault."""

    folder: Path

    def again_and_again(self, say: Say) -> None:
        """Does what was left to do, then one kit after the other, until it is killed."""
        with vaults.opened(self.folder) as workspace:
            workspace.ways_in.catch_up()
            self.rewrap(workspace)
            say("rewrapped")
            kits = workspace.ways_in.kits
            while True:
                pending = kits.begin()
                say(f"try {' '.join(pending.words)}")
                kits.finish(pending)
                say(f"done {' '.join(pending.words)}")
                self.rewrap(workspace)
                say("rewrapped")

    def rewrap(self, workspace: Workspace) -> None:
        """As the app does after unlocking, and when a place comes in."""
        behind = workspace.rewrap.begin()
        if behind is not None:
            workspace.rewrap.note(bring_along(behind))

    def finish(self) -> None:
        """What is left to do."""
        with vaults.opened(self.folder) as workspace:
            workspace.ways_in.catch_up()
            self.rewrap(workspace)
