"""The part of making a backup that needs the open vault: a copy of it, and a note in the end."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from uuid import UUID

from app.core.changes import Changes, Kind
from app.core.clock import Clock, Moment
from app.ledger.check_outcome import CheckOutcome
from app.ledger.entry import Actor
from app.records.backups.service import BackupService
from app.storage import backup_roots, meta
from app.storage.database import Database
from app.storage.transaction import Writer
from app.workflows.backup.errand import SUFFIX, Errand
from app.workflows.backup.noted import as_noted
from app.workflows.backup.step import Proof, Stage, Step, Tell
from crypto.backup.header import begun_header
from crypto.backup.slots import wrap_slots
from crypto.backup.stage import Staged, stage
from crypto.errors import BackupRootMissing, VaultDamaged
from crypto.primitives.kdf import STANDARD_COST, Argon2Cost
from crypto.secret import SecretBytes
from crypto.slots.recovery import RecoverySlot
from crypto.vault.change_slots import recovery_slot
from crypto.vault.connection import VaultConnection
from crypto.vault.open_vault import Vault
from crypto.vault.pages import PAGE_BYTES
from crypto.vault.seal import SealState


@dataclass(frozen=True)
class StagedBackup:
    """A copy that waits beside the vault for its drive. Whoever has it, discards it; any thread."""

    staged: Staged
    vault_id: UUID
    name: str
    made: Moment
    kit: RecoverySlot
    root: SecretBytes = field(repr=False)

    def errand(
        self,
        folder: Path,
        passphrase: str | None = None,
        file_name: str | None = None,
        cost: Argon2Cost = STANDARD_COST,
    ) -> Errand:
        """What to do with it; slow with a passphrase. Raises PassphraseNotUsable.

        It is named by its day and its id, unless `file_name` says otherwise.
        """
        staged = self.staged
        slots = wrap_slots(
            staged.key,
            self.vault_id,
            staged.backup_id,
            self.root,
            self.kit.kit_number,
            self.kit.kit_made_on,
            passphrase,
            cost,
        )
        header = begun_header(
            backup_id=staged.backup_id,
            vault_id=self.vault_id,
            name=self.name,
            made_at=self.made.utc,
            db_bytes=staged.db_bytes,
            slots=slots,
        )
        name = file_name or f"{self.made.day.isoformat()}-{staged.backup_id.hex[:8]}{SUFFIX}"
        return Errand(staged.path, folder, name, header, staged.key)

    def discard(self) -> None:
        """Wipes the root and the copy's key, and deletes the copy; may be called twice."""
        self.root.wipe()
        self.staged.discard()


class MakeBackup:
    """Used on the vault's thread; what comes between `stage` and `note` is `carry_out`'s."""

    def __init__(
        self,
        vault: Vault,
        database: Database,
        backups: BackupService,
        clock: Clock,
        last_check: Callable[[], CheckOutcome | None],
    ) -> None:
        self._vault = vault
        self._database = database
        self._last_check = last_check
        self._backups = backups
        self._clock = clock

    def has_root(self) -> bool:
        """Whether backups can be made for the kit in use; else its words have to be proven once."""
        with self._database.read() as reader:
            return backup_roots.has(reader, recovery_slot(self._vault).kit_number)

    def is_known_damaged(self) -> bool:
        """Whether the last check found faults: what they are in would make no backup."""
        last = self._last_check()
        return last is not None and not last.is_sound

    def refuse_unless_possible(self) -> None:
        """Before the long part, and before anything is written.

        Raises BackupRootMissing, VaultDamaged for a vault that is known to be, and as
        `Database.refuse_unless_writable`.
        """
        self._database.refuse_unless_writable()
        if self.is_known_damaged():
            raise VaultDamaged
        self._take_root().wipe()

    def stage(self, tell: Tell) -> StagedBackup:
        """Copies the vault as it is when the copy ends; `tell` may let other writes go first.

        What `tell` raises ends it. Raises BackupNoRoom, VaultDamaged and as
        `refuse_unless_possible`; nothing stays behind then.
        """
        self.refuse_unless_possible()
        staged = stage(self._vault, _strip, lambda done, total: tell(_step(done, total)))
        try:
            # Not before: a new kit may have come in use meanwhile.
            return StagedBackup(
                staged=staged,
                vault_id=self._vault.vault_id,
                name=self._vault.name,
                made=self._clock.now(),
                kit=recovery_slot(self._vault),
                root=self._take_root(),
            )
        except BaseException:
            staged.discard()
            raise

    def note(self, errand: Errand, proof: Proof, *, by_itself: bool = False) -> Changes:
        """Remembers a backup that was carried out, unless it was found and adopted already."""
        header = errand.header
        if header.backup_id in self._backups.known():
            return Changes.of(Kind.BACKUP, header.backup_id)
        zone = self._clock.now().zone
        backup = as_noted(header, errand.target, zone, proof.generation, proof.rows)
        return self._backups.record(backup, Actor.APP if by_itself else Actor.COACH)

    def _take_root(self) -> SecretBytes:
        with self._database.read() as reader:
            root = backup_roots.get(reader, recovery_slot(self._vault).kit_number)
        if root is None:
            raise BackupRootMissing
        return root


def _step(pages_done: int, pages: int) -> Step:
    return Step(Stage.STAGING, pages_done * PAGE_BYTES, pages * PAGE_BYTES)


def _strip(copy: VaultConnection) -> SealState:
    """Takes out what would open other backups; the rest stays as it is, and so does its state."""
    copy.begin()
    writer = Writer(copy)
    backup_roots.forget_all(writer)
    state = meta.state(writer)
    copy.commit()
    return state
