"""Backups of this vault that no record tells of: whoever was to note them was killed before.

Those that the coach said are gone turn up like that, too.

A file gets its name only once it is proven. So one that opens by a root of this vault, and ends in
an entry of its own, is a backup like any other: noted late, it is thinned out and re-wrapped too.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple
from uuid import UUID

from app.core.changes import Changes
from app.core.clock import Clock
from app.ledger.entry import Actor
from app.ledger.line import came_past, is_ours
from app.records.backups.record import Backup, BackupState, tried
from app.records.backups.service import BackupService
from app.storage import backup_roots, meta
from app.storage.database import Database
from app.storage.unsealed import Unsealed
from app.workflows.backup.find import backups_in
from app.workflows.backup.noted import as_noted
from app.workflows.backup.plan import KeptPlan
from app.workflows.backup.proof import refuse_other_schema
from app.workflows.every_kind import VERIFIED
from crypto.backup.disk_errors import as_backup_errors
from crypto.backup.face import look_at_backup
from crypto.backup.opened import OpenBackup, open_backup
from crypto.backup.unlock import ByRoot, unlock_backup
from crypto.errors import CryptoError
from crypto.secret import SecretBytes
from crypto.vault.change_slots import recovery_slot
from crypto.vault.open_vault import Vault


class Found(NamedTuple):
    """A backup as it would have been noted at once, and the head of the last entry in it."""

    backup: Backup
    head: bytes


@dataclass(frozen=True)
class Search:
    """Where to look, and how a backup of this vault is known. Whoever has it, wipes the roots."""

    folders: tuple[str, ...]
    vault_id: UUID
    known: frozenset[UUID]  # noted, those that the app removed too
    zone: str
    roots: Mapping[int, SecretBytes] = field(repr=False)  # by the kit's number


class Adopt:
    """Asks and notes on the vault's thread; what touches files is `look_for`, elsewhere."""

    def __init__(
        self,
        vault: Vault,
        database: Database,
        backups: BackupService,
        plan: KeptPlan,
        clock: Clock,
    ) -> None:
        self._vault = vault
        self._database = database
        self._backups = backups
        self._plan = plan
        self._clock = clock

    def begin(self) -> Search | None:
        """What to look for; None where it couldn't be noted, or there is nowhere to look."""
        folders = [place.folder for place in self._plan.get().places]
        folders += [backup.folder for backup in self._backups.own()]
        put_away = self._backups.put_away()
        folders += [backup.folder for backup in put_away]
        if not self._database.takes_writes or not folders:
            return None
        kits = range(1, recovery_slot(self._vault).kit_number + 1)
        with self._database.read() as reader:
            roots = backup_roots.of_kits(reader, kits)
        return Search(
            tuple(dict.fromkeys(folders)),
            self._vault.vault_id,
            self._backups.known() - {backup.id for backup in put_away},
            self._clock.now().zone,
            roots,
        )

    def note(self, found: Sequence[Found]) -> Changes:
        """Notes those that this vault made, and that nobody noted meanwhile or that were gone.

        A vault that was restored, or a copy of the folder, has the same id and the same kit.
        """
        changes, known = Changes(), self._backups.known()
        put_away = {backup.id for backup in self._backups.put_away()}
        for backup, head in found:
            with self._database.read() as reader:
                ours = is_ours(reader, backup.generation, head)
            if ours and backup.id in put_away:
                changes |= self._backups.was_found(backup)
            elif ours and backup.id not in known:
                changes |= self._backups.record(backup, Actor.APP)
        return changes

    def note_tried(self, found: Found) -> Changes:
        """Notes that somebody opened one by its words or its passphrase.

        One that isn't noted yet is from now on where the vault came past its end: what was backed
        up before a restore is listed too, as the other vault's.
        """
        backup, head = found
        listed = {one.id: one.state for one in self._backups.listed()}
        if backup.id in listed:
            is_news = listed[backup.id] is BackupState.CHECKED
            return self._backups.was_tried(backup.id) if is_news else Changes()
        with self._database.read() as reader:
            if not came_past(reader, backup.generation, head):
                return Changes()
        if backup.id in {one.id for one in self._backups.put_away()}:
            return self._backups.was_found(backup) | self._backups.was_tried(backup.id)
        if backup.id in self._backups.known():  # a copy of one that was thinned out
            return Changes()
        return self._backups.record(tried(backup), Actor.APP)


def look_for(search: Search) -> list[Found]:
    """What may have to be noted; wipes the roots. Off the GUI thread: files."""
    try:
        return list(_found(search))
    finally:
        for root in search.roots.values():
            root.wipe()


def _found(search: Search) -> Iterator[Found]:
    seen = set(search.known)
    for folder in search.folders:
        with suppress(OSError):  # nobody can look into it now
            for file in backups_in(Path(folder)):
                # Damaged, another vault's, too new, on a drive that is pulled out: left as it is.
                with suppress(CryptoError, OSError):
                    found = _read(file, search, seen.__contains__)
                    if found is not None:
                        seen.add(found.backup.id)
                        yield found


def _read(file: Path, search: Search, is_known: Callable[[UUID], bool]) -> Found | None:
    face = look_at_backup(file)
    root = search.roots.get(face.kit_number)
    if root is None or face.vault_id != search.vault_id or is_known(face.backup_id):
        return None
    with unlock_backup(file, ByRoot(root)) as key, closing(open_backup(file, key)) as opened:
        refuse_other_schema(opened)
        with as_backup_errors(file):
            return found_in(opened, search.zone)


def found_in(opened: OpenBackup, zone: str) -> Found:
    """What is noted of an open backup, `zone` being where that is done."""
    with Database(Unsealed(opened.connection), read_only=True).read() as reader:
        state = meta.state(reader)
        rows = sum(kind.count(reader) for kind in VERIFIED if kind.has_table(reader))
    backup = as_noted(opened.header, opened.path, zone, state.generation, rows)
    return Found(backup, state.head)
