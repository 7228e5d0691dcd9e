"""A small made-up practice to look around in before there is a vault of one's own."""

from pathlib import Path

from app.core.clock import Clock
from app.demo.practice import NAME, MadeUpPractice, Size
from app.vault_place.new_vault import folder_for
from app.workspace import Workspace, create_workspace, open_workspace
from crypto.errors import (
    CryptoError,
    SaveNotDurable,
    VaultInUse,
    VaultMissing,
    VaultReadOnly,
)
from crypto.primitives.kdf import APP_COSTS, STANDARD_COST, Argon2Cost, CostRange
from crypto.slots.passphrase import PassphraseWay

SIZE = Size(notes=240, clients=14)
# It stands here for everybody to read: what it opens is made up, and the same for all.
PASSPHRASE = "everybody here is made up"  # noqa: S105 - guards nothing
TRIES = 20  # other places, when one is taken

_TOLD = (VaultInUse, VaultReadOnly, SaveNotDurable)


def look_around(
    parent: Path,
    present: Clock,
    cost: Argon2Cost = STANDARD_COST,
    costs: CostRange = APP_COSTS,
) -> Workspace:
    """Opens the practice that lies in `parent`, or makes it up: some seconds in all.

    What else bears its name is left alone, and the next free name taken. Raises VaultInUse,
    VaultReadOnly, SaveNotDurable, and VaultMissing when every name is taken.
    """
    for number in range(1, TRIES + 1):
        folder = folder_for(NAME if number == 1 else f"{NAME} {number}", parent)
        if not folder.exists():
            return _made(folder, present, cost, costs)
        try:
            workspace = open_workspace(folder, PassphraseWay(PASSPHRASE), present, costs)
        except _TOLD:
            raise
        except CryptoError:
            continue  # not this app's doing, or no longer whole
        if not workspace.standing.needs_answer:
            return workspace
        workspace.close()
    raise VaultMissing


def _made(folder: Path, present: Clock, cost: Argon2Cost, costs: CostRange) -> Workspace:
    practice = MadeUpPractice(SIZE, present)
    way = PassphraseWay(PASSPHRASE)
    workspace, _ = create_workspace(
        folder, NAME, way, practice.clock, cost, costs, fill=practice.fill
    )
    return workspace
