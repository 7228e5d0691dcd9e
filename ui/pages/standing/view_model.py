"""What the page knows and does: asks how the vault stands, checks it, accepts it, or leaves it."""

from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, Signal

from app.settings.declared import VAULT_FOLDER
from app.settings.device import DeviceSettings
from ui.jobs import Jobs
from ui.pages.standing.calls import Calls, Faults, Found
from ui.pages.standing.state import Facts, State, Trouble, derive

if TYPE_CHECKING:
    from app.core.changes import Changes
    from app.ledger.check_outcome import CheckProgress


class _Stoppable(Protocol):
    def cancel(self) -> None: ...


class StandingModel(QObject):
    """The page without widgets."""

    state_changed = Signal(object)  # State
    opened = Signal()  # the desk may be shown, for reading only or as ever
    elsewhere = Signal()  # another vault was chosen; this one is closed
    restores = Signal()  # a backup is to be brought back; this one is closed

    def __init__(self, jobs: Jobs, device: DeviceSettings, calls: Calls | None = None) -> None:
        super().__init__()
        self._jobs = jobs
        self._device = device
        self._calls = calls or Calls()
        self._facts = Facts()
        self._check: _Stoppable | None = None

    @property
    def state(self) -> State:
        """What is to be shown now."""
        return derive(self._facts)

    def arrive(self) -> None:
        """Asks the vault that was just opened."""
        self._know(Facts())
        self._jobs.read(self, self._calls.read, self._found, self._fail)

    def look(self) -> None:
        """Opens the desk, with everything to read and nothing to write."""
        if not self._facts.busy:
            self.opened.emit()

    def go_on(self) -> None:
        """Accepts the vault as it is, which is recorded in it."""
        if self._facts.busy:
            return
        self._know(replace(self._facts, busy=True, error=None))
        self._jobs.write(self, self._calls.accept, self._accepted, self._not_accepted)

    def check(self) -> None:
        """Checks everything; with a seal to renew, goes on when nothing is amiss."""
        if self._facts.busy:
            return
        self._know(replace(self._facts, busy=True, checking=True, done=0, total=0, error=None))
        self._check = self._jobs.in_slices(
            self, self._calls.check, self._progress, self._checked, self._fail
        )

    def stop_checking(self) -> None:
        """Leaves the check where it is; nothing was changed by it."""
        if self._check is not None:
            self._check.cancel()
            self._check = None
        self._know(replace(self._facts, busy=False, checking=False))

    def folder_to_look_in(self) -> Path:
        """Where another copy may lie: beside this one."""
        folder = self.state.folder
        return Path.home() if folder is None else folder.parent

    def choose(self, folder: Path) -> None:
        """Leaves this vault for the one in `folder`, if there is one."""
        look = partial(self._calls.look_for_vault, folder)
        self._know(replace(self._facts, error=None))
        self._jobs.away(self, look, lambda _: self._leave_for(folder), self._fail)

    def restore(self) -> None:
        """Leaves this vault, as it is, for a backup that is restored beside it."""
        if self._facts.busy:
            return

        def left() -> None:
            self._know(Facts())
            self.restores.emit()

        self._know(replace(self._facts, busy=True, error=None))
        self._jobs.close(self, (), left, self._fail)

    def _leave_for(self, folder: Path) -> None:
        def left() -> None:
            self._device.put(VAULT_FOLDER, str(folder))
            self._know(Facts())
            self.elsewhere.emit()

        self._know(replace(self._facts, busy=True))
        self._jobs.close(self, (), left, self._fail)

    def _found(self, found: Found) -> None:
        self._know(replace(self._facts, found=found))

    def _progress(self, progress: "CheckProgress") -> None:
        if self._facts.checking:
            self._know(replace(self._facts, done=progress.done, total=progress.total))

    def _checked(self) -> None:
        self._check = None
        self._jobs.read(self, self._calls.faults_of, self._counted, self._fail)

    def _counted(self, faults: Faults) -> None:
        was, found = self.state.trouble, self._facts.found
        goes_on = was is Trouble.SEAL and not faults.number and found and not found.read_only
        self._know(replace(self._facts, busy=False, checking=bool(goes_on), faults=faults))
        if goes_on:
            self.go_on()

    def _accepted(self, _: "Changes") -> None:
        self._know(replace(self._facts, busy=False, checking=False))
        self.opened.emit()

    def _not_accepted(self, error: Exception) -> None:
        """Damage may have been behind what was accepted: it is asked anew how the vault stands."""
        self._fail(error)
        self._jobs.read(self, self._calls.read, self._found, self._fail)

    def _fail(self, error: Exception) -> None:
        self._check = None
        self._know(replace(self._facts, busy=False, checking=False, error=error))

    def _know(self, facts: Facts) -> None:
        before = self.state
        self._facts = facts
        if self.state != before:
            self.state_changed.emit(self.state)
