"""What the Recovery Kit page knows and does. It keeps no word but those of an offered repair."""

from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from app.settings.declared import VAULT_FOLDER
from app.settings.device import DeviceSettings
from crypto.errors import RecoveryChecksum, RecoveryWordUnknown, RecoveryWrong
from ui.jobs import Jobs
from ui.pages.recover import typed
from ui.pages.recover.calls import Calls
from ui.pages.recover.typed import WORD_COUNT, Slip


@dataclass(frozen=True)
class Facts:
    """What the page was told so far."""

    count: int = 0
    busy: bool = False
    error: Exception | None = None
    slip: Slip | None = None


@dataclass(frozen=True)
class State:
    """What the page shows."""

    count: int
    can_open: bool
    busy: bool
    error: Exception | None
    slip: Slip | None


def derive(facts: Facts) -> State:
    """What is shown for what is known."""
    return State(
        count=facts.count,
        can_open=facts.count == WORD_COUNT and not facts.busy,
        busy=facts.busy,
        error=facts.error,
        slip=facts.slip,
    )


class RecoverModel(QObject):
    """The Recovery Kit page without widgets."""

    state_changed = Signal(object)  # State
    opened = Signal()

    def __init__(self, jobs: Jobs, device: DeviceSettings, calls: Calls | None = None) -> None:
        super().__init__()
        self._jobs = jobs
        self._device = device
        self._calls = calls or Calls()
        self._facts = Facts()
        self._repaired: tuple[str, ...] = ()

    @property
    def state(self) -> State:
        """What is to be shown now."""
        return derive(self._facts)

    def forget(self) -> None:
        """Starts afresh: nothing typed, nothing offered."""
        self._repaired = ()
        self._know(replace(self._facts, count=0, error=None, slip=None))

    def typing(self, text: str) -> None:
        """Counts, and takes back what was said about other words."""
        self._repaired = ()
        self._know(replace(self._facts, count=typed.count(text), error=None, slip=None))

    def check(self, text: str) -> None:
        """Looks each finished word up."""
        look = partial(self._calls.check, typed.finished(text))
        self._jobs.away(self, look, lambda _: None, self._may_be_unknown)

    def open(self, text: str) -> None:
        """Opens the vault with these words; they are not kept."""
        if not self.state.can_open:
            return
        folder = Path(self._device.get(VAULT_FOLDER))
        self._know(replace(self._facts, busy=True, error=None, slip=None))
        call = partial(self._calls.open, folder, text)
        self._jobs.open(self, call, self._has_opened, partial(self._fail, folder, text))

    def repaired(self) -> str:
        """The words that an offered repair is made of."""
        return " ".join(self._repaired)

    def _may_be_unknown(self, error: Exception) -> None:
        if isinstance(error, RecoveryWordUnknown) and not self._facts.busy:
            self._know(replace(self._facts, error=error))

    def _has_opened(self) -> None:
        self.forget()
        self._know(replace(self._facts, busy=False))
        self.opened.emit()

    def _fail(self, folder: Path, text: str, error: Exception) -> None:
        if isinstance(error, RecoveryChecksum | RecoveryWrong):
            look = partial(self._calls.find_repair, folder, text)
            offer = partial(self._offer, text, error)
            self._jobs.away(self, look, offer, partial(self._give_up, error))
        else:
            self._know(replace(self._facts, busy=False, error=error))

    def _offer(self, text: str, error: Exception, right: tuple[str, ...] | None) -> None:
        if right is None:
            self._give_up(error, error)
            return
        self._repaired = right
        slip = typed.slip_between(text.lower().split(), right)
        self._know(replace(self._facts, busy=False, error=error, slip=slip))

    def _give_up(self, first: Exception, _later: Exception) -> None:
        self._know(replace(self._facts, busy=False, error=first))

    def _know(self, facts: Facts) -> None:
        before = self.state
        self._facts = facts
        if self.state != before:
            self.state_changed.emit(self.state)
