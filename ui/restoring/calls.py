"""The calls that leave the GUI thread; what they need is imported when they run."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Protocol
from uuid import UUID

from app.core.clock import SystemClock
from app.core.errors import AppError
from app.vault_place.new_vault import PlaceLook, look_at_place, usual_parent
from crypto.errors import CryptoError
from ui.ways_in.kit import Kit
from ui.ways_in.kit_file import find_drives, save_kit

if TYPE_CHECKING:
    from app.workflows.restore.here import Here
    from app.workflows.restore.look import Look
    from app.workflows.restore.newest import Newest
    from app.workflows.restore.restore import Restored
    from app.workflows.restore.step import Tell
    from app.workspace import Workspace
    from crypto.backup.damaged import DamagedBackup
    from crypto.backup.face import BackupFace
    from crypto.backup.unlock import BackupWay

Words = tuple[str, ...]


@dataclass(frozen=True)
class Secret:
    """What was typed to open a backup: the 24 words of its kit, or its passphrase."""

    words: Words = field(default=(), repr=False)
    passphrase: str = field(default="", repr=False)

    @property
    def way(self) -> "BackupWay":
        """The way into the backup."""
        from crypto.backup.unlock import ByPassphrase, ByWords

        return ByWords(self.words) if self.words else ByPassphrase(self.passphrase)


@dataclass(frozen=True)
class Order:
    """What is to be restored, and where to; `kit` is there when a passphrase opened it."""

    path: Path
    secret: Secret
    folder: Path
    name: str
    kit: Kit | None = None
    kept: bool = False  # the kit's words were checked on paper


def look_at_backup(path: Path) -> "BackupFace":
    """Reads a backup's header; raises BackupMissing, BackupDamaged and BackupTooNew."""
    from crypto.backup import face

    return face.look_at_backup(path)


def find_newest(folders: Sequence[Path], vault_id: UUID | None) -> "Newest | None":
    """The newest backup of a vault, or of any, in these folders and on the drives that are in."""
    from app.drives.plugged_in import drives
    from app.workflows.restore import newest

    return newest.newest_in_reach(folders, [Path(drive) for drive in drives()], vault_id)


def look_inside(path: Path, secret: Secret, tell: "Tell") -> "Look":
    """Opens a backup and verifies it; raises as `app.workflows.restore.look.look_inside`."""
    from app.workflows.restore import look

    return look.look_inside(path, secret.way, SystemClock(), tell)


def find_repair(path: Path, words: Words) -> Words | None:
    """The backup's own words, when those given are a single slip away from them."""
    from crypto.backup import unlock

    return unlock.find_backup_repair(path, words)


def open_damaged(path: Path, secret: Secret) -> "DamagedBackup":
    """A backup whose database fails its check, as what can be saved from; raises likewise."""
    from crypto.backup import damaged, unlock

    with unlock.unlock_backup(path, secret.way) as key:
        return damaged.DamagedBackup(path, key)


def look_here(folder: Path) -> "Here | None":
    """What is known of the vault that is here; None without one."""
    from app.workflows.restore import here

    return here.look_here(folder)


def free_name(names: Sequence[str], parent: Path) -> str:
    """The first of these names whose folder is free; "" when none is."""
    from app.workflows.restore import here

    return here.free_name(names, parent)


def new_kit(face: "BackupFace", folder: Path, name: str) -> Kit:
    """A kit for a vault that is to be restored by a passphrase; nothing uses it yet."""
    from app.workflows.restore.kit_number import number_for
    from crypto.slots import recovery

    number, today = number_for(face.kit_number), SystemClock().now().day
    made = recovery.new_kit(number, today)
    made.enrolment.key_material.wipe()
    return Kit(folder, name, number, today, made.words)


def restore(order: Order, tell: "Tell") -> "Restored":
    """Restores it; raises as `app.workflows.restore.restore.restore`."""
    from app.workflows.restore import restore as workflow
    from crypto.backup.restore import GivenKit

    kit = order.kit
    given = None if kit is None else GivenKit(kit.words, kit.number, kit.made_on)
    return workflow.restore(
        order.path,
        order.secret.way,
        order.folder,
        order.name,
        SystemClock(),
        tell,
        given,
        kept=order.kept,
    )


def open_vault(folder: Path, words: Words, *, typed: bool) -> "Workspace":
    """Unlocks what was restored; raises as `app.workspace.open_workspace`.

    Words that were `typed` prove the kit, which is written down as when a vault is opened by it.
    """
    from app.workspace import open_workspace
    from crypto.slots.recovery import RecoveryWay

    workspace = open_workspace(folder, RecoveryWay(words), SystemClock())
    if typed:
        with suppress(AppError, CryptoError):
            workspace.ways_in.kits.rehearse(words)
    return workspace


class Open(Protocol):
    """Unlocks what was restored."""

    def __call__(self, folder: Path, words: Words, *, typed: bool) -> "Workspace": ...


@dataclass(frozen=True)
class Calls:
    """The calls; a test makes others."""

    look_at_backup: "Callable[[Path], BackupFace]" = look_at_backup
    find_newest: "Callable[[Sequence[Path], UUID | None], Newest | None]" = find_newest
    look_inside: "Callable[[Path, Secret, Tell], Look]" = look_inside
    find_repair: Callable[[Path, Words], Words | None] = find_repair
    open_damaged: "Callable[[Path, Secret], DamagedBackup]" = open_damaged
    look_here: "Callable[[Path], Here | None]" = look_here
    free_name: Callable[[Sequence[str], Path], str] = free_name
    look_at_place: Callable[[Path], PlaceLook] = look_at_place
    usual_parent: Callable[[], Path] = usual_parent
    find_drives: Callable[[], Path] = find_drives
    new_kit: "Callable[[BackupFace, Path, str], Kit]" = new_kit
    save_kit: Callable[[Kit, Path], None] = save_kit
    restore: "Callable[[Order, Tell], Restored]" = restore
