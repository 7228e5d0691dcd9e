"""What the Recovery Kit page knows and does. It keeps no word but those of an offered repair."""

from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.settings.declared import VAULT_FOLDER
from app.settings.device import DeviceSettings
from crypto.errors import HeaderVaultMismatch, RecoveryChecksum, RecoveryWrong, VaultDamaged
from ui.jobs import Jobs
from ui.locked.handed_on import HandedOn, from_vault
from ui.pages.recover.calls import Calls, Words
from ui.ways_in.for_reading import may_be_read
from ui.ways_in.typed_words import Slip, slip_between

if TYPE_CHECKING:
    from crypto.vault.damaged import DamagedVault


@dataclass(frozen=True)
class State:
    """What the page was told so far, which is what it shows."""

    complete: bool = False
    busy: bool = False
    error: Exception | None = None
    slip: Slip | None = None
    for_reading: bool = False

    @property
    def offers_reading(self) -> bool:
        """Whether the words open it, and it may still be read."""
        return not self.for_reading and may_be_read(self.error)

    @property
    def offers_salvage(self) -> bool:
        """Whether the words open its key, and it can't even be read as a whole."""
        return self.for_reading and isinstance(self.error, VaultDamaged)

    @property
    def may_salvage(self) -> bool:
        """Whether that may be what helps, beside looking for the right folder."""
        return not self.busy and isinstance(self.error, HeaderVaultMismatch)

    @property
    def can_open(self) -> bool:
        """Whether there is something to try."""
        return self.complete and not self.busy


class RecoverModel(QObject):
    """The Recovery Kit page without widgets."""

    state_changed = Signal(object)  # State
    opened = Signal()
    salvages = Signal()  # a vault that does not open was handed on

    def __init__(
        self,
        jobs: Jobs,
        device: DeviceSettings,
        calls: Calls | None = None,
        *,
        handed: HandedOn | None = None,
    ) -> None:
        super().__init__()
        self.state = State()
        self._jobs = jobs
        self._device = device
        self._calls = calls or Calls()
        self._handed = handed or HandedOn()
        self._repaired: Words = ()

    def forget(self) -> None:
        """Starts afresh: nothing typed, nothing offered."""
        self._repaired = ()
        self._know(State(busy=self.state.busy))

    def typing(self, complete: bool) -> None:
        """Takes back what was said about other words; `complete` when all 24 fields are filled."""
        if not self.state.busy:
            self._repaired = ()
            self._know(State(complete))

    def open(self, words: Words) -> None:
        """Opens the vault with these words; they are not kept."""
        if not self.state.can_open:
            return
        if self.state.offers_salvage:
            self.salvage(words)
            return
        folder = Path(self._device.get(VAULT_FOLDER))
        for_reading = self.state.offers_reading
        self._know(State(self.state.complete, busy=True, for_reading=for_reading))
        opening = self._calls.open_for_reading if for_reading else self._calls.open
        call = partial(opening, folder, words)
        self._jobs.open(self, call, self._has_opened, partial(self._fail, folder, words))

    def salvage(self, words: Words) -> None:
        """Takes the vault's key alone, for what can be read to be saved."""
        if self.state.can_open:
            folder = Path(self._device.get(VAULT_FOLDER))
            self._know(State(self.state.complete, busy=True, for_reading=True))
            damaged = partial(self._calls.open_damaged, folder, words)
            self._jobs.away(self, damaged, self._hand_on, partial(self._fail, folder, words))

    def repaired(self) -> Words:
        """The words that an offered repair is made of."""
        return self._repaired

    def _hand_on(self, damaged: "DamagedVault") -> None:
        self._know(State())
        self._handed.put(from_vault(damaged))
        self.salvages.emit()

    def _has_opened(self) -> None:
        self._repaired = ()
        self._know(State())
        self.opened.emit()

    def _fail(self, folder: Path, words: Words, error: Exception) -> None:
        if isinstance(error, RecoveryChecksum | RecoveryWrong):
            look = partial(self._calls.find_repair, folder, words)
            offer = partial(self._offer, words, error)
            self._jobs.away(self, look, offer, lambda _: self._give_up(error))
        else:
            self._give_up(error)

    def _offer(self, words: Words, error: Exception, right: Words | None) -> None:
        if right is None:
            self._give_up(error)
            return
        self._repaired = right
        slip = slip_between(words, right)
        self._know(replace(self.state, busy=False, error=error, slip=slip))

    def _give_up(self, error: Exception) -> None:
        self._know(replace(self.state, busy=False, error=error))

    def _know(self, state: State) -> None:
        if state != self.state:
            self.state = state
            self.state_changed.emit(state)
