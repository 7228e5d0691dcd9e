"""The calls of a backup that leave the GUI thread; a test makes others."""

import threading
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from app.core.changes import Changes
from app.core.errors import Stopped
from app.records.backups.record import Backup
from app.workflows.backup.step import Proof, Step, Tell
from crypto.errors import SaveNotDurable

if TYPE_CHECKING:  # the ciphers behind it come after the first paint
    from app.backup_process.carrier import Carrier
    from app.workflows.backup.errand import Errand
    from app.workflows.backup.make_backup import StagedBackup
    from app.workflows.backup.places import Place
    from app.workflows.backup.under_way import UnderWay
    from app.workspace import Workspace


class Ready(NamedTuple):
    """A copy of the vault, and the process that is to carry it. Whoever has them, discards them."""

    staged: "StagedBackup"
    carrier: "Carrier"

    def discard(self) -> None:
        """Ends the one and deletes the other; may be called twice."""
        self.carrier.close()
        self.staged.discard()


class Carried(NamedTuple):
    """A backup that is in its place, and what was counted in it there."""

    errand: "Errand"
    proof: Proof


def stage(
    under_way: "UnderWay", stopped: threading.Event, workspace: "Workspace", tell: Tell
) -> Ready:
    """Copies the vault beside itself, on its thread; saves go first whenever `tell` is told.

    The vault remembers from here on that one is under way.
    """
    from app.backup_process.carrier import Carrier  # seldom needed

    def tell_unless_stopped(step: Step) -> None:
        if stopped.is_set():
            raise Stopped
        tell(step)

    workspace.make_backup.refuse_unless_possible()
    with suppress(SaveNotDurable):  # the copy has a better word for a full disk
        workspace.backups_under_way.begins(under_way)
    carrier = Carrier()
    try:
        carrier.start()  # so that it waits for the copy, and not the other way round
        return Ready(workspace.make_backup.stage(tell_unless_stopped), carrier)
    except BaseException:
        carrier.close()
        raise


def carry(
    ready: Ready,
    place: "Place",
    passphrase: str | None,
    tell: Tell,
    stopped: threading.Event,
) -> Carried:
    """Brings the copy to its place and proves it there; what was made ready is gone afterwards."""
    from app.workflows.backup.still_here import staying_here  # seldom needed

    try:
        errand = ready.staged.errand(place.path, passphrase)
        with staying_here(place, errand):
            proof = ready.carrier.run(errand, tell, stopped)
        return Carried(errand, proof)
    finally:
        ready.discard()


def record(carried: Carried, under_way: "UnderWay", workspace: "Workspace") -> Changes:
    """Remembers a proven backup, and that it is no longer under way."""
    by_itself = under_way.by_itself
    changes = workspace.make_backup.note(carried.errand, carried.proof, by_itself=by_itself)
    workspace.backups_under_way.is_over(under_way)
    return changes


def forget(under_way: "UnderWay", workspace: "Workspace") -> Changes:
    """It failed, or nobody wants it: it isn't to be made again."""
    workspace.backups_under_way.is_over(under_way)
    return Changes()


def too_many(carried: Carried, workspace: "Workspace") -> list[Backup]:
    """Those of its place that rotation lets go, now that it is recorded."""
    return workspace.remove_backups.too_many(str(carried.errand.folder))


def remove(place: "Place", backups: Sequence[Backup]) -> list[Backup]:
    """Deletes their files; those that are gone."""
    from app.workflows.backup.removal import remove as removing  # seldom needed

    return removing(place, backups)


def note_removed(backups: Sequence[Backup], workspace: "Workspace") -> Changes:
    """Remembers that their files are gone."""
    return workspace.remove_backups.note(backups)


@dataclass(frozen=True)
class BackupCalls:
    """What is done where says each by itself."""

    stage: "Callable[[UnderWay, threading.Event, Workspace, Tell], Ready]" = stage
    carry: "Callable[[Ready, Place, str | None, Tell, threading.Event], Carried]" = carry
    record: "Callable[[Carried, UnderWay, Workspace], Changes]" = record
    too_many: "Callable[[Carried, Workspace], list[Backup]]" = too_many
    remove: "Callable[[Place, Sequence[Backup]], list[Backup]]" = remove
    note_removed: "Callable[[Sequence[Backup], Workspace], Changes]" = note_removed
    forget: "Callable[[UnderWay, Workspace], Changes]" = forget
