"""A vault with a client, a session and a note, and a backup of it, both at a low cost."""

from dataclasses import dataclass
from pathlib import Path

from app.workflows.backup.carry import carry_out
from app.workflows.backup.errand import Errand
from app.workflows.backup.step import Proof
from app.workspace import Workspace, create_workspace
from crypto.primitives.kdf import TEST_ONLY_COST, TEST_ONLY_COSTS, Argon2Cost
from crypto.slots.passphrase import PassphraseWay
from tests.support.fixed_clock import FixedClock
from tests.support.workspaces import PASSPHRASE, add_client, hold_session

BACKUP_PASSPHRASE = "lantern willow amber saddle"
CLIENT = "Wilhelmina Ashgrove"
NOTE = "Yes is how she buys time."


@dataclass(frozen=True)
class BackedUp:
    """The vault's folder, its words, and the backup's file."""

    vault: Path
    words: tuple[str, ...]
    file: Path


def back_up(
    workspace: Workspace,
    folder: Path,
    passphrase: str | None = None,
    cost: Argon2Cost = TEST_ONLY_COST,
) -> Path:
    """Makes a backup of an open vault, on its thread; where it lies."""
    errand, proof = _place(workspace, folder, passphrase, cost)
    workspace.make_backup.note(errand, proof)
    return errand.target


def place_unnoted(workspace: Workspace, folder: Path) -> Path:
    """Does all of that but the note, as a kill in between leaves it."""
    return _place(workspace, folder, None, TEST_ONLY_COST)[0].target


def _place(
    workspace: Workspace, folder: Path, passphrase: str | None, cost: Argon2Cost
) -> tuple[Errand, Proof]:
    staged = workspace.make_backup.stage(lambda _: None)
    try:
        errand = staged.errand(folder, passphrase, cost=cost)
        last = list(carry_out(errand))[-1]
        assert last.proof is not None
        return errand, last.proof
    finally:
        staged.discard()


def a_backed_up_vault(
    folder: Path,
    clock: FixedClock | None = None,
    passphrase: str | None = None,
    cost: Argon2Cost = TEST_ONLY_COST,
) -> BackedUp:
    """Both in `folder`; the vault is closed again. `cost` is that of the backup's passphrase."""
    clock = clock or FixedClock()
    vault, drive = folder / "Whitlock Coaching.vault", folder / "drive"
    drive.mkdir()
    workspace, words = create_workspace(
        vault,
        "Whitlock Coaching",
        PassphraseWay(PASSPHRASE),
        clock,
        TEST_ONLY_COST,
        TEST_ONLY_COSTS,
    )
    try:
        hold_session(workspace, clock, add_client(workspace, CLIENT), NOTE)
        return BackedUp(vault, words, back_up(workspace, drive, passphrase, cost))
    finally:
        workspace.close()
