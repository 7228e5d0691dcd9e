"""Restores a backup into a new folder: a vault of its own beside whatever is there."""

from contextlib import suppress
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from app.core.clock import Clock
from app.core.errors import VaultFormatUnknown
from app.ledger.entry import Actor, Entry
from app.ledger.log import Log
from app.ledger.verify import Findings, verify
from app.records.backups.record import BackupState
from app.records.backups.service import BackupService
from app.settings.declared import LASTING_SETTINGS
from app.storage import backup_roots, drafts, guards, meta, migrate, schema, settings
from app.storage.database import Database
from app.storage.unsealed import Unsealed
from app.workflows.backup.noted import as_noted
from app.workflows.backup.plan import forget_places
from app.workflows.backup.proof import refuse_other_schema
from app.workflows.every_kind import VERIFIED
from app.workflows.restore.look import opened_by
from app.workflows.restore.step import Stage, Step, Tell, nobody
from app.workflows.ways_in import repository
from app.workflows.ways_in.kits import NONE_YET
from crypto.backup.face import BackupFace
from crypto.backup.opened import OpenBackup
from crypto.backup.restore import GivenKit, restore_vault
from crypto.backup.unlock import BackupWay, ByWords
from crypto.errors import BackupDamaged
from crypto.primitives.kdf import APP_COSTS, CostRange
from crypto.vault.backup_root import backup_root
from crypto.vault.connection import VaultConnection
from crypto.vault.pages import PAGE_BYTES
from crypto.vault.seal import SealState


@dataclass(frozen=True)
class Restored:
    """The vault that was restored, and the kit that opens it."""

    folder: Path
    kit_number: int


def restore(
    path: Path,
    way: BackupWay,
    folder: Path,
    name: str,
    clock: Clock,
    tell: Tell = nobody,
    kit: GivenKit | None = None,
    *,
    kept: bool = False,
    costs: CostRange = APP_COSTS,
) -> Restored:
    """Makes a vault called `name` at `folder` of what a backup holds, on the calling thread.

    It opens by the words that opened the backup; where a passphrase did, by those of `kit`, which
    has to be given then. `kept` says that it was checked on paper. Killed, or ended by what `tell`
    raises, there is no vault at `folder`, and nothing else was touched.

    Raises what `look_inside` raises; VaultFolderNotEmpty, VaultNameNotUsable, VaultInUse while
    another process restores to that place, VaultReadOnly and SaveNotDurable.
    """
    with opened_by(path, way, costs) as opened:
        refuse_other_schema(opened)
        in_use = _kit(opened.face, way, kit)
        prepare = partial(_prepare, opened, in_use, isinstance(way, ByWords) or kept, clock, tell)
        restore_vault(
            opened,
            folder,
            name,
            in_use,
            prepare,
            now=clock.now().utc,
            progress=partial(_tell_pages, tell),
        )
    return Restored(folder, in_use.number)


def _tell_pages(tell: Tell, done: int, total: int) -> None:
    """First the file is read from end to end, then as many pages are copied."""
    half = total // 2
    if done <= half:
        tell(Step(Stage.BYTES, done * PAGE_BYTES, half * PAGE_BYTES))
    else:
        tell(Step(Stage.COPY, done - half, half))


def _kit(face: BackupFace, way: BackupWay, kit: GivenKit | None) -> GivenKit:
    if isinstance(way, ByWords):
        return GivenKit(way.words, face.kit_number, face.kit_made_on)
    if kit is None:
        raise ValueError("a passphrase gives no words for the new vault to open by")
    return kit


def _prepare(
    opened: OpenBackup,
    kit: GivenKit,
    kept: bool,
    clock: Clock,
    tell: Tell,
    connection: VaultConnection,
) -> SealState:
    """Brings the copy to the newest version, and says in its ledger where it came from."""
    _refuse_other_schema_copied(connection)
    store, face = Unsealed(connection), opened.face
    database = Database(store)
    with backup_root(kit.words, face.vault_id, kit.number) as root, database.write() as writer:
        # What a write leaves is taken for right, so it is looked at before there is one.
        if drafts.digest(writer) != meta.state(writer).drafts_sha256:
            raise BackupDamaged
        generation = meta.state(writer).generation
        migrate.migrate(connection)
        backup_roots.put(writer, kit.number, root)
        settings.forget_all_but(writer, LASTING_SETTINGS)
        repository.put_kept_kit(writer, kit.number if kept else NONE_YET)
        forget_places(writer)
        content = {
            "backup_id": str(face.backup_id),
            "made_at_ms": round(face.made_at.timestamp() * 1000),
            "generation": generation,
        }
        Log(clock).append(writer, Entry("restored/1", face.vault_id, content))
    _note_where_from(database, opened, generation, clock)
    _verify(database, tell)
    return store.state


def _note_where_from(database: Database, opened: OpenBackup, generation: int, clock: Clock) -> None:
    """No backup has the note of itself in it; this one was opened as after a loss."""
    backups = BackupService(database, Log(clock), clock)
    if opened.header.backup_id in backups.known():
        return
    with database.read() as reader:
        rows = sum(kind.count(reader) for kind in VERIFIED)
    file, zone = opened.path.absolute(), clock.now().zone
    backup = as_noted(opened.header, file, zone, generation, rows)
    backups.record(replace(backup, state=BackupState.TRIED), Actor.APP)


def _refuse_other_schema_copied(connection: VaultConnection) -> None:
    """What was looked at was on the drive, which was asked again for what was copied."""
    with suppress(VaultFormatUnknown):
        if schema.is_as_migrated(connection) and guards.are_in_force(connection):
            return
    raise BackupDamaged


def _verify(database: Database, tell: Tell) -> None:
    """The ledger and what it vouches for; the tables' own pages were checked as they came."""
    tell(Step(Stage.CHECK, 0, 0))
    findings = Findings()
    for progress in verify(database, VERIFIED, findings):
        tell(Step(Stage.CHECK, progress.done, progress.total))
    if findings.faults:
        raise BackupDamaged
