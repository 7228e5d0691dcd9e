"""What the check-up shows: looks into the vault, then around it, and keeps what was found."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from app.core.changes import Changes, Kind
from app.core.clock import Clock, Moment
from app.ledger.check_outcome import CheckProgress
from app.settings.declared import AUTO_LOCK_MINUTES
from app.settings.device import DeviceSettings
from app.workflows.privacy_check import backups
from app.workflows.privacy_check.backups import BackupsLook, Each
from app.workflows.privacy_check.finding import Fact, Finding, State, Subject, in_order
from app.workflows.privacy_check.vault import Checked, VaultLook, judge, kinds_of, needs_store
from ui.jobs import Jobs

if TYPE_CHECKING:  # the ciphers behind it come after the first paint
    from app.workspace import Workspace

MINUTE = 60_000  # milliseconds
SOON = 5_000  # milliseconds: unlocking, and what the coach does first, come before

LookAround = Callable[[Path, bool], tuple[Finding, ...]]


@dataclass(frozen=True)
class Snapshot:
    """What was read from the vault."""

    folder: Path
    look: VaultLook
    backups: BackupsLook | None = None  # None where nobody needs one, or it couldn't be noted


@dataclass(frozen=True)
class CheckUp:
    """What is shown. `seconds` is how long ago it was looked; nothing was found before `loaded`."""

    loaded: bool = False
    busy: bool = False
    folder: str = ""
    findings: tuple[Finding, ...] = ()
    seconds: float = 0.0
    checked_part: float | None = None  # of a check of every record that is under way

    @property
    def to_look_at(self) -> int:
        """How many things need the coach."""
        return sum(finding.state is State.LOOK for finding in self.findings)

    @property
    def files_are_open(self) -> bool:
        """Whether somebody else may read the vault's files, and their owner can end that."""
        return any(finding.fact is Fact.FILES_OPEN for finding in self.findings)

    @property
    def damaged_in(self) -> str:
        """The folder of the vault when a check found faults in it; else empty."""
        faulty = any(finding.fact is Fact.INTEGRITY_FAULTS for finding in self.findings)
        return self.folder if faulty else ""


def read(workspace: "Workspace") -> Snapshot:
    """Reads what the vault itself tells; runs on the vault worker."""
    facts, outcome = workspace.facts(), workspace.integrity.last()
    checked = None
    if outcome is not None:
        checked = Checked(outcome.at, outcome.entries, outcome.rows, kinds_of(outcome.faults))
    kinds = frozenset(descriptor.kind for descriptor in facts.descriptors)
    kit = workspace.ways_in.kits.facts()
    standing = workspace.standing
    owed = standing.verdict.kind if standing.needs_answer else None
    look = VaultLook(kinds, kit, checked, facts.pin_compared, owed, facts.is_made_up)
    return Snapshot(facts.folder, look, _backups(workspace))


def _backups(workspace: "Workspace") -> BackupsLook | None:
    if workspace.made_up.get() or not workspace.takes_writes:
        return None
    return BackupsLook(
        backups=tuple(workspace.backups.listed()),
        plan=workspace.backup_plan.get(),
        something_to_lose=bool(workspace.clients.listed()),
        kit_number=workspace.ways_in.kits.facts().number,
        own=frozenset(one.id for one in workspace.backups.own()),
    )


def writable_folder(workspace: "Workspace") -> Path:
    """The vault's folder, if anything in it may be changed; raises VaultReadOnly and VaultHeld."""
    workspace.refuse_unless_writable()
    return workspace.facts().folder


def look_around(folder: Path, with_store: bool) -> tuple[Finding, ...]:
    """Looks at what is around the vault; runs on a thread of its own."""
    # 30 ms, which the desk would wait for
    from app.workflows.privacy_check.around import look_around as look

    return look(folder, with_store)


def make_private(folder: Path) -> None:
    """Takes everybody else's rights to the vault's files; runs on a thread of its own."""
    # seldom needed
    from app.workflows.privacy_check import files

    files.make_private(folder)


def _look(around: LookAround, snapshot: Snapshot, now: Moment, each: Each) -> tuple[Finding, ...]:
    found = around(snapshot.folder, needs_store(snapshot.look.kinds))
    if snapshot.backups is None:
        return found
    return (*found, *backups.look(snapshot.backups, snapshot.folder, now, each))


def _to_be_told(findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
    """Without what would have a damaged vault backed up: nothing more is to be written."""
    if all(finding.fact is not Fact.INTEGRITY_FAULTS for finding in findings):
        return findings
    return tuple(
        finding
        for finding in findings
        if finding.fact.subject is not Subject.BACKUPS or finding.state is State.FINE
    )


class PrivacyModel(QObject):
    """Looks when it is asked to, one look at a time."""

    state_changed = Signal(object)  # CheckUp
    needs_counted = Signal(int)  # how many things need the coach
    check_asked = Signal()  # every record is to be checked; see `show_check`

    def __init__(
        self,
        jobs: Jobs,
        clock: Clock,
        device: DeviceSettings,
        parent: QObject | None = None,
        *,
        around: LookAround = look_around,
    ) -> None:
        """Nothing is looked at before `look`. `around` runs on a thread of its own."""
        super().__init__(parent)
        self.state = CheckUp()
        self._jobs = jobs
        self._clock = clock
        self._device = device
        self._around = around
        self._places = Each()
        self._looked_at: Moment | None = None
        self._busy = False
        self._checked_part: float | None = None
        self._minute = QTimer(self)
        self._minute.setInterval(MINUTE)
        self._minute.timeout.connect(self._refresh)
        jobs.changed.connect(self._after_write)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(SOON)
        self._soon.timeout.connect(self.look)

    def look_soon(self) -> None:
        """Looks for the first time in a few seconds: what the coach does first comes before."""
        self._soon.start()

    def look(self) -> None:
        """Looks at everything, unless that is under way."""
        self._soon.stop()
        if not self._busy:
            self._busy = True
            self._refresh()
            self._jobs.read(self, read, self._look_around, self._give_up)

    def check(self) -> None:
        """Has every record of the vault checked, unless that is under way."""
        if self._checked_part is None:
            self._checked_part = 0.0
            self._refresh()
            self.check_asked.emit()

    def make_files_private(self) -> None:
        """Takes everybody else's rights to the vault's files, and looks again."""
        self._jobs.read(self, writable_folder, self._make_private)

    def show_check(self, progress: CheckProgress) -> None:
        """Shows how far a check has come, whoever asked for it."""
        self._checked_part = progress.done / max(1, progress.total)
        self._refresh()

    def end_check(self) -> None:
        """Looks again, once a check has ended in whatever way."""
        self._checked_part = None
        self._refresh()
        self.look()

    def _after_write(self, changes: Changes) -> None:
        # The kit was tried, perhaps, or a backup was made.
        if self.state.loaded and changes.touches(Kind.WAY_IN, Kind.BACKUP):
            self.look()

    def _make_private(self, folder: Path) -> None:
        call = partial(make_private, folder)
        self._jobs.away(self, call, self._look_after, self._jobs.trouble.emit)

    def _look_after(self, _: None) -> None:
        self.look()

    def _look_around(self, snapshot: Snapshot) -> None:
        look = partial(_look, self._around, snapshot, self._clock.now(), self._places)
        self._jobs.away(self, look, partial(self._take, snapshot), self._give_up)

    def _take(self, snapshot: Snapshot, around: tuple[Finding, ...]) -> None:
        now = self._clock.now()
        inside = judge(snapshot.look, self._device.get(AUTO_LOCK_MINUTES), now)
        self._busy = False
        self._looked_at = now
        self._minute.start()
        findings = _to_be_told(in_order((*inside, *around)))
        self._show(
            CheckUp(
                loaded=True,
                folder=str(snapshot.folder),
                findings=findings,
                checked_part=self._checked_part,
            )
        )

    def _give_up(self, error: Exception) -> None:
        self._busy = False
        self._refresh()
        self._jobs.trouble.emit(error)

    def _refresh(self) -> None:
        """Time went on, or a look began or failed; what was found stays."""
        state, seconds = self.state, 0.0
        if self._looked_at is not None:
            seconds = (self._clock.now().utc - self._looked_at.utc).total_seconds()
        shown = replace(state, busy=self._busy, seconds=seconds, checked_part=self._checked_part)
        if shown != state:
            self._show(shown)

    def _show(self, state: CheckUp) -> None:
        self.state = state
        self.state_changed.emit(state)
        self.needs_counted.emit(state.to_look_at)
