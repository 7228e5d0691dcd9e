"""`underrose backup VAULT FILE_OR_FOLDER`: a proven backup of a vault that is locked."""

import sys
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Self

from app.backup_commands.as_json import of_backup, say
from app.backup_commands.progress import Progress, told
from app.backup_commands.refusals import InsideVault, NoSuchFolder, refuse
from app.core.clock import SystemClock
from app.core.errors import AppError
from app.every_command.secret import Secret
from app.process.exit_codes import ExitCode
from app.records.backups.record import Backup
from app.workflows.backup.carry import carry_out
from app.workflows.backup.errand import Errand
from app.workflows.backup.places import Place, describe, is_folder, is_same_disk_as
from app.workflows.backup.removal import remove
from app.workflows.backup.step import Proof, Stage
from app.workflows.backup.still_here import staying_here
from app.workspace import Workspace, open_workspace
from crypto.backup.naming import refuse_taken
from crypto.errors import CryptoError
from crypto.primitives.kdf import APP_COSTS, STANDARD_COST, Argon2Cost, CostRange

_STAGES = {
    Stage.STAGING: "Copying the vault",
    Stage.COPY: "Writing the backup",
    Stage.SEAL: "Sealing it",
    Stage.READ: "Reading it back",
    Stage.PROVE: "Checking every record in it",
    Stage.PLACED: "Done",
}


@dataclass(frozen=True)
class Wanted:
    """Where the backup goes, a passphrase of its own if it gets one, and whether others go."""

    folder: Path
    file_name: str | None = None  # None for a name of Underrose's own
    passphrase: str | None = field(default=None, repr=False)
    rotates: bool = False

    @classmethod
    def at(cls, target: Path, passphrase: str | None = None, *, rotates: bool = False) -> Self:
        """Into a folder, or as a file that isn't there yet: as it is now, also if the drive goes.

        The desktop takes a mount point away with its drive.
        """
        if is_folder(target):
            return cls(target, None, passphrase, rotates)
        return cls(target.parent, target.name, passphrase, rotates)

    def refuse_unusable(self, vault: Path) -> None:
        """Before any secret is asked for.

        Raises NoSuchFolder, InsideVault, BackupNameTaken, BackupPlaceReadOnly and
        BackupInterrupted.
        """
        if not is_folder(self.folder):
            raise NoSuchFolder
        if self.folder.resolve().is_relative_to(vault.resolve()):
            raise InsideVault
        if self.file_name is not None:
            refuse_taken(self.folder / self.file_name)


@dataclass(frozen=True)
class _Made:
    """A backup that is in its place, and what became of older ones there."""

    errand: Errand
    proof: Proof
    removed: list[Backup]
    same_disk: bool


def back_up(
    vault: Path,
    find_secret: Callable[[], Secret | None],
    wanted: Wanted,
    *,
    as_json: bool,
    cost: Argon2Cost = STANDARD_COST,
    costs: CostRange = APP_COSTS,
) -> int:
    """Makes a backup and says what is in it; returns the exit code. Stopped, it leaves nothing."""
    try:
        with told(_STAGES) as progress:
            wanted.refuse_unusable(vault)
            place = describe(wanted.folder)
            secret = find_secret()
            if secret is None:
                raise RuntimeError("the command asks for a secret")
            opened = open_workspace(vault, secret.way, SystemClock(), costs, pin=secret.pin)
            with closing(opened) as workspace:
                made = _make(workspace, vault, place, wanted, progress, cost)
    except (AppError, CryptoError) as error:
        return refuse(error, as_json=as_json)
    if as_json:
        say(_as_json(made))
    else:
        sys.stdout.write(_as_text(made))
    return ExitCode.OK


def _make(
    workspace: Workspace,
    vault: Path,
    place: Place,
    wanted: Wanted,
    progress: Progress,
    cost: Argon2Cost,
) -> _Made:
    staged = workspace.make_backup.stage(progress.tell)
    try:
        errand = staged.errand(place.path, wanted.passphrase, wanted.file_name, cost)
        with staying_here(place, errand):
            proof = _carried(errand, progress)
        workspace.make_backup.note(errand, proof)
    finally:
        staged.discard()
    removed = []
    if wanted.rotates:
        removed = remove(place, workspace.remove_backups.too_many(place.folder))
        workspace.remove_backups.note(removed)
    return _Made(errand, proof, removed, is_same_disk_as(place, vault))


def _carried(errand: Errand, progress: Progress) -> Proof:
    """In this process: nobody types in it, who would have to be spared."""
    with closing(carry_out(errand)) as steps:
        for step in steps:
            if step.stage is Stage.PLACED and step.proof is not None:
                return step.proof  # too late to be stopped
            progress.tell(step)
    raise RuntimeError("carried out without a proof")


def _as_text(made: _Made) -> str:
    proof, header = made.proof, made.errand.header
    opens = f"kit {header.kit_number}, {header.kit_made_on:%Y-%m-%d}"
    if header.has_passphrase:
        opens += ", or with its passphrase"
    lines = [
        f"{made.errand.target}, {proof.bytes / 1e6:,.1f} MB",
        f"Read back and checked: {proof.entries:,} entries, {proof.rows:,} records",
        f"It opens with {opens}",
    ]
    if made.removed:
        lines.append(f"Older backups removed: {len(made.removed)}")
    if made.same_disk:
        lines.append("It lies on the vault's own disk, and is lost with it.")
    return "\n".join([*lines, ""])


def _as_json(made: _Made) -> dict[str, Any]:
    proof = made.proof
    return {
        "file": str(made.errand.target),
        **of_backup(made.errand.header),
        "bytes": proof.bytes,
        "entries": proof.entries,
        "rows": proof.rows,
        "clients": proof.clients,
        "sessions": proof.sessions,
        "notes": proof.notes,
        "generation": proof.generation,
        "removed": [str(Path(one.folder) / one.file_name) for one in made.removed],
        "same_disk": made.same_disk,
    }
