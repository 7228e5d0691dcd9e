"""After a new Recovery Kit: the backups that can be reached are put under it, the others named.

Those from before this vault was restored are named alone: they belong to the vault that made them.

The vault keeps the roots of older kits, so that nobody has to type old words. Killed at any
moment a backup opens by the one kit or by the other, and what was left is done the next time.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from threading import Lock
from typing import cast

from app.core.changes import Changes
from app.core.errors import RecordMissing
from app.records.backups.record import Backup
from app.records.backups.service import BackupService
from app.storage import backup_roots
from app.storage.database import Database
from app.workflows.backup.find import find
from app.workflows.backup.places import Answering, answering
from crypto.backup.rewrap import rewrap
from crypto.backup.unlock import ByRoot
from crypto.errors import CryptoError
from crypto.secret import SecretBytes
from crypto.slots.recovery import RecoverySlot
from crypto.vault.backup_root import backup_root
from crypto.vault.change_slots import PendingKit, recovery_slot
from crypto.vault.open_vault import Vault

_ONE_AT_A_TIME = Lock()  # two that write different blocks of one file leave none, if killed


@dataclass(frozen=True)
class Behind:
    """Which backups are under other kits as far as the vault knows, and what opens them.

    Whoever has it, wipes it.
    """

    backups: tuple[Backup, ...]
    others: tuple[Backup, ...]  # of the vault from which this one was restored
    kit_number: int
    kit_made_on: date
    root: SecretBytes = field(repr=False)
    older: Mapping[int, SecretBytes] = field(repr=False)  # by the kit's number

    def wipe(self) -> None:
        """Lets go of what opens them."""
        for root in (self.root, *self.older.values()):
            root.wipe()


@dataclass(frozen=True)
class Rewrapped:
    """What came of it, the newest first in each: those not reached still open by older kits."""

    kit_number: int
    done: tuple[Backup, ...] = ()
    unreachable: tuple[Backup, ...] = ()
    others: tuple[Backup, ...] = ()


class Rewrap:
    """Asks and notes on the vault's thread; what touches files is `bring_along`, elsewhere."""

    def __init__(self, vault: Vault, database: Database, backups: BackupService) -> None:
        self._vault = vault
        self._database = database
        self._backups = backups

    def begin(self) -> Behind | None:
        """What is to be done for the kit in use; None when every backup is under it.

        None, too, where it couldn't be noted.
        """
        if not self._database.takes_writes:
            return None
        kit = recovery_slot(self._vault)
        if not self._is_any_behind(kit.kit_number):
            return None
        with self._database.read() as reader:
            root = backup_roots.get(reader, kit.kit_number)
        if root is None:  # a rehearsal makes up for a root that is missing
            return None
        return self._behind(kit.kit_number, kit.kit_made_on, root)

    def begin_for(self, pending: PendingKit) -> Behind | None:
        """The same for a kit that comes with a new key: the vault is closed by then."""
        number = pending.kit_number
        if not self._is_any_behind(number):
            return None
        slot = cast(RecoverySlot, pending.enrolment.descriptor)
        root = backup_root(pending.words, self._vault.vault_id, number)
        return self._behind(number, slot.kit_made_on, root)

    def note(self, rewrapped: Rewrapped) -> Changes:
        """Notes which ones the kit opens now."""
        changes = Changes()
        for backup in rewrapped.done:
            try:
                changes |= self._backups.was_rewrapped(backup.id, rewrapped.kit_number)
            except RecordMissing:  # removed meanwhile
                continue
        return changes

    def _is_any_behind(self, kit_number: int) -> bool:
        return any(one.kit_number != kit_number for one in self._backups.listed())

    def _behind(self, number: int, made_on: date, root: SecretBytes) -> Behind:
        own = self._backups.own()
        behind = [one for one in self._backups.listed() if one.kit_number != number]
        with self._database.read() as reader:
            older = backup_roots.of_kits(reader, range(1, number))
        backups = tuple(one for one in behind if one in own)
        others = tuple(one for one in behind if one not in own)
        return Behind(backups, others, number, made_on, root, older)


def bring_along(behind: Behind, each: Answering | None = None) -> Rewrapped:
    """Puts what can be reached under the kit, and wipes the roots. Off the GUI thread: files.

    Cheap where nothing is there: one look for each. A folder that hangs is out of reach; `each`
    knows those that do.
    """
    done: list[Backup] = []
    unreachable: list[Backup] = []
    try:
        with _ONE_AT_A_TIME:
            here = answering((one.folder for one in behind.backups), each or Answering())
            for backup in behind.backups:
                is_under = backup.folder in here and _is_under(backup, behind)
                (done if is_under else unreachable).append(backup)
    finally:
        behind.wipe()
    return Rewrapped(behind.kit_number, tuple(done), tuple(unreachable), behind.others)


def _is_under(backup: Backup, behind: Behind) -> bool:
    """Whether the kit opens it now; not when it is away, damaged or on a read-only drive."""
    try:
        face = find(backup)
        if face is None:
            return False
        old = behind.older.get(face.kit_number, behind.root)
        rewrap(face.path, ByRoot(old), behind.root, behind.kit_number, behind.kit_made_on)
    except (CryptoError, OSError):
        return False
    return True
