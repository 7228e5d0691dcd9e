"""A backup that is not there, and what looking into it and restoring it come to."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from pathlib import Path
from threading import Event
from uuid import UUID

from app.core.clock import Moment
from app.vault_place.new_vault import PlaceLook
from app.workflows.backup.adopt import Found
from app.workflows.restore.here import Here
from app.workflows.restore.look import Look
from app.workflows.restore.newest import Newest
from app.workflows.restore.restore import Restored
from app.workflows.restore.step import Stage, Step, Tell
from crypto.backup.damaged import DamagedBackup
from crypto.backup.face import BackupFace
from crypto.errors import BackupDamaged, PassphraseWrong, RecoveryWrong
from tests.support.recorded_backups import a_backup
from ui.restoring.calls import Calls, Order, Secret, Words
from ui.ways_in.kit import Kit

VAULT, OTHER_VAULT, BACKUP = UUID(int=1), UUID(int=2), UUID(int=3)
WORDS: Words = ("saddle",) * 23 + ("orchard",)
PASSPHRASE = "lantern willow amber saddle"
PATH = Path("/media/hanna/Whitlock/2026-10-22-4f5e6d7c.underrose-backup")


def a_face(*, has_passphrase: bool = False, made_at: datetime | None = None) -> BackupFace:
    """The face of a backup of “Whitlock Coaching”."""
    return BackupFace(
        path=PATH,
        backup_id=BACKUP,
        vault_id=VAULT,
        name="Whitlock Coaching",
        made_at=made_at or datetime(2026, 10, 22, 17, 40, tzinfo=UTC),
        kit_number=3,
        kit_made_on=date(2026, 3, 1),
        has_passphrase=has_passphrase,
        file_bytes=41_234_432,
        one_block_unusable=False,
    )


def a_look(face: BackupFace) -> Look:
    """What is in it."""
    return Look(
        face=face,
        found=Found(replace(a_backup(), id=face.backup_id), bytes(32)),
        clients=11,
        sessions=214,
        notes=198,
        entries=1_410,
        last_entry=Moment(datetime(2026, 10, 22, 17, 38, tzinfo=UTC), "UTC"),
        schema_version=11,
    )


class FakeDamage(DamagedBackup):
    """A damaged backup of which nothing is read."""

    def __init__(self, path: Path) -> None:
        self.path, self.name, self.vault_id = path, "Whitlock Coaching", VAULT
        self.is_closed = False

    def close(self) -> None:
        self.is_closed = True


@dataclass
class FakeBackup:
    """Answers as a real one does, at once; `failure` and `holds` change that."""

    face: BackupFace = field(default_factory=a_face)
    here: Here | None = None
    newest: Newest | None = None  # in reach
    looked_in: list[Path] = field(default_factory=list[Path])  # for it
    taken: set[str] = field(default_factory=set[str])
    failure: Exception | None = None  # of whatever comes next
    holds: Event | None = None  # looking inside and restoring wait for it
    orders: list[Order] = field(default_factory=list[Order])
    salvages: bool = False  # what was typed opens its blocks, when its database is damaged
    opened: "list[FakeDamage]" = field(default_factory=list["FakeDamage"])

    def calls(self) -> Calls:
        """The calls that reach it."""
        return Calls(
            look_at_backup=self._look_at,
            find_newest=self._find_newest,
            look_inside=self._look_inside,
            find_repair=self._repair,
            open_damaged=self._open_damaged,
            look_here=lambda _: self.here,
            free_name=lambda names, _: next(name for name in names if name not in self.taken),
            look_at_place=lambda folder: PlaceLook(None, folder.stem in self.taken),
            usual_parent=lambda: Path("/srv/hanna/Documents/Underrose"),
            find_drives=lambda: Path("/media/hanna"),
            new_kit=_kit,
            restore=self._restore,
        )

    def _look_at(self, _: Path) -> BackupFace:
        self._fail()
        return self.face

    def _find_newest(self, folders: Sequence[Path], vault_id: UUID | None) -> Newest | None:
        self.looked_in.extend(folders)
        of_it = self.newest is not None and vault_id in (None, self.newest.face.vault_id)
        return self.newest if of_it else None

    def _look_inside(self, _: Path, secret: Secret, tell: Tell) -> Look:
        self._work(tell, Stage.BYTES)
        if secret.words and secret.words != WORDS:
            raise RecoveryWrong(self.face.kit_number, self.face.kit_made_on)
        if secret.passphrase and secret.passphrase != PASSPHRASE:
            raise PassphraseWrong
        self._fail()
        return a_look(self.face)

    def _open_damaged(self, path: Path, _: Secret) -> DamagedBackup:
        if not self.salvages:
            raise BackupDamaged
        self.opened.append(FakeDamage(path))
        return self.opened[-1]

    def _repair(self, _: Path, words: Words) -> Words | None:
        wrong = [given for given, right in zip(words, WORDS, strict=True) if given != right]
        return WORDS if len(wrong) == 1 else None

    def _restore(self, order: Order, tell: Tell) -> Restored:
        self._work(tell, Stage.COPY)
        self._fail()
        self.orders.append(order)
        number = self.face.kit_number if order.kit is None else order.kit.number
        return Restored(order.folder, number)

    def _work(self, tell: Callable[[Step], None], stage: Stage) -> None:
        tell(Step(stage, 1, 4))
        if self.holds is not None:
            while not self.holds.wait(0.01):
                tell(Step(stage, 2, 4))
        tell(Step(stage, 4, 4))

    def _fail(self) -> None:
        failure, self.failure = self.failure, None
        if failure is not None:
            raise failure


def _kit(face: BackupFace, folder: Path, name: str) -> Kit:
    return Kit(folder, name, face.kit_number + 1, date(2026, 11, 28), WORDS)
