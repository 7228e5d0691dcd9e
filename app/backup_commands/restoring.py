"""`underrose restore FILE VAULT`: looks into a backup, or brings it back as a vault of its own."""

import os
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from app.backup_commands.as_json import of_backup, say
from app.backup_commands.backup_secret import BackupSecret
from app.backup_commands.progress import told
from app.backup_commands.refusals import refuse
from app.core.clock import SystemClock
from app.core.errors import AppError
from app.process.exit_codes import ExitCode
from app.workflows.restore.kit_number import number_for
from app.workflows.restore.look import Look, look_inside
from app.workflows.restore.restore import Restored, restore
from app.workflows.restore.step import Stage
from app.workflows.ways_in.known_slots import make_ready
from app.workspace import open_workspace
from crypto.backup.face import BackupFace, look_at_backup
from crypto.backup.restore import GivenKit
from crypto.backup.unlock import BackupWay, ByWords, unlock_backup
from crypto.errors import CryptoError
from crypto.primitives.kdf import APP_COSTS, STANDARD_COST, Argon2Cost, CostRange
from crypto.slots.passphrase import PassphraseWay
from crypto.slots.recovery import RecoveryWay, new_kit

_STAGES = {
    Stage.BYTES: "Reading the backup",
    Stage.RECORDS: "Checking every record in it",
    Stage.COPY: "Writing the vault",
    Stage.CHECK: "Checking it there",
}


@dataclass(frozen=True)
class Wanted:
    """Where the restored vault goes, what else opens it, and where the words of a new kit go."""

    vault: Path
    new_passphrase: str | None = field(default=None, repr=False)
    new_kit_fd: int | None = None


class _NotTaken(Exception):
    """Nothing can be written to the descriptor that the words are to go to."""


def look_into(
    file: Path, secret: BackupSecret, *, as_json: bool, costs: CostRange = APP_COSTS
) -> int:
    """Checks everything in a backup and says what there is; returns the exit code."""
    try:
        with told(_STAGES) as progress:
            look = look_inside(file, secret.way(), SystemClock(), progress.tell, costs)
    except (AppError, CryptoError) as error:
        return refuse(error, as_json=as_json)
    if as_json:
        say(_look_json(look))
    else:
        sys.stdout.write(_look_text(look))
    return ExitCode.OK


def restore_backup(
    file: Path,
    secret: BackupSecret,
    wanted: Wanted,
    *,
    as_json: bool,
    cost: Argon2Cost = STANDARD_COST,
    costs: CostRange = APP_COSTS,
) -> int:
    """Restores a backup and says where; returns the exit code. Stopped, it leaves nothing."""
    try:
        with told(_STAGES) as progress:
            if wanted.new_passphrase is not None:
                PassphraseWay(wanted.new_passphrase).refuse_unusable()
            way = secret.way()
            face = look_at_backup(file)
            kit = _kit(face, way, wanted.new_kit_fd, costs)
            restored = restore(
                file,
                way,
                wanted.vault,
                face.name,
                SystemClock(),
                progress.tell,
                kit,
                costs=costs,
            )
    except _NotTaken:
        sys.stderr.write("The new words can't be written there. Nothing was restored.\n")
        return ExitCode.USAGE
    except (AppError, CryptoError) as error:
        code = refuse(error, as_json=as_json)
        if wanted.new_kit_fd is not None:
            sys.stderr.write("If new words were written, they open nothing.\n")
        return code
    if wanted.new_passphrase is not None:
        words = way.words if isinstance(way, ByWords) else _words(kit)
        try:
            with told(_STAGES):  # it takes a second, and is not stopped in its midst
                _add_passphrase(restored.folder, words, wanted.new_passphrase, cost, costs)
        except (AppError, CryptoError) as error:
            sys.stderr.write("Restored, and it opens by the words. The passphrase wasn't added: ")
            return refuse(error, as_json=as_json)
    _say(face, restored, wanted, as_json=as_json)
    return ExitCode.OK


def _kit(
    face: BackupFace, way: BackupWay, descriptor: int | None, costs: CostRange
) -> GivenKit | None:
    """A new kit, whose words are where they were wanted; None where the old one is kept."""
    if descriptor is None:
        return None
    unlock_backup(face.path, way, costs).wipe()  # no words for a passphrase that opens nothing
    number, made_on = number_for(face.kit_number), SystemClock().now().day
    kit = new_kit(number, made_on)
    kit.enrolment.key_material.wipe()
    _hand_over(kit.words, descriptor)
    return GivenKit(kit.words, number, made_on)


def _hand_over(words: tuple[str, ...], descriptor: int) -> None:
    """Before anything is made: a vault whose words nobody has would open for nobody."""
    line = f"{' '.join(words)}\n".encode()
    try:
        while line:
            line = line[os.write(descriptor, line) :]
    except OSError:
        raise _NotTaken from None


def _words(kit: GivenKit | None) -> tuple[str, ...]:
    if kit is None:
        raise RuntimeError("restored without any words")
    return kit.words


def _add_passphrase(
    folder: Path,
    words: tuple[str, ...],
    passphrase: str,
    cost: Argon2Cost,
    costs: CostRange,
) -> None:
    workspace = open_workspace(folder, RecoveryWay(words), SystemClock(), costs)
    try:
        known = workspace.ways_in.known_slots()
        way = PassphraseWay(passphrase)
        workspace.ways_in.put(make_ready(known, way, cost=cost, costs=costs), None)
    finally:
        workspace.close()


def _say(face: BackupFace, restored: Restored, wanted: Wanted, *, as_json: bool) -> None:
    if as_json:
        say(
            {
                "vault": str(restored.folder),
                **of_backup(face),
                "bytes": face.file_bytes,
                "kit_number": restored.kit_number,
                "new_kit": wanted.new_kit_fd is not None,
                "passphrase": wanted.new_passphrase is not None,
            }
        )
        return
    opens = f"kit {restored.kit_number}"
    if wanted.new_kit_fd is not None:
        opens = f"the words of the new kit ({opens})"
    if wanted.new_passphrase is not None:
        opens += " and the new passphrase"
    sys.stdout.write(
        f"Restored “{face.name}”, as it was on {face.made_at:%Y-%m-%d}, to {restored.folder}."
        f" It opens with {opens}.\n"
    )


def _look_text(look: Look) -> str:
    face = look.face
    last = "none" if look.last_entry is None else f"{look.last_entry.local:%Y-%m-%d %H:%M}"
    opens = f"kit {face.kit_number}, {face.kit_made_on:%Y-%m-%d}"
    if face.has_passphrase:
        opens += ", or its passphrase"
    return (
        f"{face.name}, backed up on {face.made_at:%Y-%m-%d}\n"
        f"Opens with {opens}\n"
        f"Clients {look.clients:,}, sessions {look.sessions:,}, notes {look.notes:,}\n"
        f"Entries {look.entries:,}, the last one {last}\n"
        "Every page, entry and record is in order.\n"
    )


def _look_json(look: Look) -> dict[str, Any]:
    last = look.last_entry
    return {
        **of_backup(look.face),
        "bytes": look.face.file_bytes,
        "clients": look.clients,
        "sessions": look.sessions,
        "notes": look.notes,
        "entries": look.entries,
        "last_entry": None if last is None else last.utc.isoformat(),
        "schema_version": look.schema_version,
    }
