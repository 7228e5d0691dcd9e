"""What a process does that writes in a vault and backs it up, and tells before and after.

Each step goes by the same calls as in the app, on one thread. Lines told: "opened"; "written" for
each write that was acknowledged; "staged NUMBER ROWS" when the copy is made, of the vault after
so many steps; "placed FILE" when it is proven and in its place; "noted FILE" when the vault knows
of it; "removing FILE…" before what is no longer needed goes, "removed FILE" when that is noted.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from random import Random
from threading import Event

from app.backup_process.carrier import Carrier
from app.workflows.backup.carry import carry_out
from app.workflows.backup.errand import Errand
from app.workflows.backup.places import describe
from app.workflows.backup.removal import remove
from app.workflows.backup.rotation import to_remove
from app.workflows.backup.step import Proof, Step
from app.workspace import Workspace, open_workspace
from crypto.primitives.kdf import TEST_ONLY_COST, TEST_ONLY_COSTS
from tests.soak import vaults
from tests.soak.backups.rows import rows_of
from tests.soak.killed import Say
from tests.soak.story import Story
from tests.support.fixed_clock import FixedClock

STEPS_BETWEEN = 3
WRITTEN_MEANWHILE = 0.3  # part of a copy's steps in which something is saved
DAYS_APART = 6

Carry = Callable[[Errand], Proof]


def in_process(errand: Errand) -> Proof:
    """Carries an errand out in this process."""
    *_, last = carry_out(errand)
    assert last.proof is not None
    return last.proof


def by_a_process(errand: Errand) -> Proof:
    """Has it carried out by a process of its own, as the window does."""
    with Carrier() as carrier:
        return carrier.run(errand, nobody, Event())


def nobody(_: Step) -> None:
    """For whoever does not want to be told."""


def make_backup(
    workspace: Workspace, stick: Path, passphrase: str | None = None, carry: Carry = in_process
) -> Path:
    """A backup of the vault as it is, noted in it."""
    staged = workspace.make_backup.stage(nobody)
    try:
        errand = staged.errand(stick, passphrase, cost=TEST_ONLY_COST)
        workspace.make_backup.note(errand, carry(errand))
    finally:
        staged.discard()
    return errand.target


@dataclass
class Writer:
    """Takes a story on in an open vault, and tells each step that is on the disk."""

    workspace: Workspace
    story: Story
    done: int
    say: Say

    def go_on(self) -> None:
        """The next step."""
        self.story.step(self.done).do(self.workspace)
        self.done += 1
        self.say("written")


@dataclass(frozen=True)
class BackingUp:
    """Where from, where to, from which day on, and how an errand is carried out."""

    folder: Path
    stick: Path
    day: int
    seed: str
    carry: Carry = in_process

    def again_and_again(self, story: Story, first: int, say: Say) -> None:
        """Writes and backs up, until it is killed."""
        chance, clock = Random(self.seed), FixedClock()
        clock.move(timedelta(days=self.day))
        workspace = open_workspace(self.folder, vaults.WAY, clock, TEST_ONLY_COSTS)
        try:
            say("opened")
            writer = Writer(workspace, story, first, say)
            while True:
                for _ in range(chance.randint(0, STEPS_BETWEEN)):
                    writer.go_on()
                clock.move(timedelta(days=chance.uniform(0, DAYS_APART)))
                self._back_up(writer, chance)
                self._remove_unneeded(workspace, say)
        finally:
            workspace.close()

    def _back_up(self, writer: Writer, chance: Random) -> None:
        workspace, say = writer.workspace, writer.say

        def tell(step: Step) -> None:
            if step.done < step.total and chance.random() < WRITTEN_MEANWHILE:
                writer.go_on()

        staged = workspace.make_backup.stage(tell)
        try:
            say(f"staged {writer.done} {rows_of(workspace._vault.connection).line()}")
            errand = staged.errand(self.stick)
            proof = self.carry(errand)
            say(f"placed {errand.file_name}")
            if chance.random() < WRITTEN_MEANWHILE:
                writer.go_on()
            workspace.make_backup.note(errand, proof)
            say(f"noted {errand.file_name}")
        finally:
            staged.discard()

    def _remove_unneeded(self, workspace: Workspace, say: Say) -> None:
        unneeded = to_remove(workspace.backups.own(), keep_yearly=False)
        if not unneeded:
            return
        say(f"removing {' '.join(backup.file_name for backup in unneeded)}")
        for backup in remove(describe(self.stick), unneeded):
            workspace.backups.was_removed(backup.id)
            say(f"removed {backup.file_name}")
