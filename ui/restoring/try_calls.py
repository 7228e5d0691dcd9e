"""The calls of trying a backup without keeping it; what they need is imported when they run."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from app.core.clock import SystemClock
from ui.restoring.calls import look_at_backup

if TYPE_CHECKING:
    from app.workflows.restore.here import Here
    from app.workflows.restore.look import Look
    from app.workflows.restore.step import Tell
    from app.workspace import Workspace
    from crypto.backup.face import BackupFace
    from crypto.backup.unlock import ByRoot


class Own(NamedTuple):
    """What the open vault knows: what opens its backup, and how far it has come itself."""

    way: "ByRoot"
    here: "Here"


def own_way(face: "BackupFace", workspace: "Workspace") -> Own:
    """Asks the open vault; raises BackupOfAnotherVault and BackupRootMissing."""
    from app.workflows.restore.here import Here
    from crypto.errors import BackupOfAnotherVault

    facts, standing = workspace.facts(), workspace.standing
    if face.vault_id != facts.vault_id:
        raise BackupOfAnotherVault(face.name)
    here = Here(facts.vault_id, facts.name, standing.generation, standing.last_saved)
    return Own(workspace.way_into_backups.into(face.kit_number), here)


def look_inside(path: Path, way: "ByRoot", tell: "Tell") -> "Look":
    """Verifies a backup; raises as `app.workflows.restore.look.look_inside`."""
    from app.workflows.restore import look

    with way.root:
        return look.look_inside(path, way, SystemClock(), tell)


@dataclass(frozen=True)
class TryCalls:
    """The calls; a test makes others."""

    look_at_backup: "Callable[[Path], BackupFace]" = look_at_backup
    own_way: "Callable[[BackupFace, Workspace], Own]" = own_way
    look_inside: "Callable[[Path, ByRoot, Tell], Look]" = look_inside
