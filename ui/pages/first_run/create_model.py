"""What the first step knows and does: looks at the place, finds the keyring, makes the vault."""

from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from app.settings.declared import LOOKED_AROUND, VAULT_FOLDER
from app.settings.device import DeviceSettings
from app.vault_place.new_vault import PlaceLook, usual_parent
from crypto.errors import KeyringInsecure, KeyringMissing, KeyringWriteUnverified
from ui.jobs import Jobs
from ui.pages.first_run.calls import Calls, NewVault
from ui.pages.first_run.create_state import Facts, State, derive
from ui.ways_in.choice import Choice
from ui.ways_in.choice_model import ChoiceCalls, ChoiceModel
from ui.ways_in.kit import Kit
from ui.ways_in.place_looks import PlaceLooks

_NO_STORE = (KeyringMissing, KeyringInsecure, KeyringWriteUnverified)


class CreateModel(QObject):
    """The first step without widgets. A passphrase passes through and is not kept."""

    state_changed = Signal(object)  # State
    created = Signal(object)  # Kit
    found = Signal()  # another vault is to be opened instead
    looks_around = Signal()  # a made-up practice is open

    def __init__(
        self,
        jobs: Jobs,
        device: DeviceSettings,
        calls: Calls | None = None,
        parent: Path | None = None,
    ) -> None:
        """`parent` is where vaults usually lie; else in the coach's documents."""
        super().__init__()
        self._jobs = jobs
        self._device = device
        self._calls = calls or Calls()
        self._usual = parent or usual_parent()
        self._facts = Facts(self._usual, looked=device.get(LOOKED_AROUND))
        finding = ChoiceCalls(self._calls.find_store, self._calls.strength)
        self.choice = ChoiceModel(jobs, finding, self)
        self.choice.changed.connect(self._take_choice)
        self.choice.failed.connect(self._fail)
        self._places = PlaceLooks(jobs, self._calls.look_at_place, self._named_folder, self)
        self._places.seen.connect(self._keep_look)
        self._places.failed.connect(self._fail)

    @property
    def state(self) -> State:
        """What is to be shown now."""
        return derive(self._facts)

    @property
    def place(self) -> Path:
        """The folder in which the vault's own will be made."""
        return self._facts.parent

    def arrive(self) -> None:
        """Looks for the computer's password store."""
        self.choice.arrive()

    def set_name(self, name: str) -> None:
        """Names the vault, and with it its folder."""
        self._know(replace(self._facts, name=name, look=None, error=None))
        self._places.look_soon()

    def set_place(self, parent: Path) -> None:
        """Puts the vault into another folder."""
        self._know(replace(self._facts, parent=parent, look=None, error=None))
        self._places.look()

    def create(self, passphrase: str) -> None:
        """Makes the vault as it was chosen."""
        if not self.state.can_create:
            return
        facts = self._facts
        opening = facts.choice.opening
        store = self.choice.store if opening.needs_store else None
        new = NewVault(facts.folder, facts.name.strip(), opening, passphrase, store)
        self._know(replace(facts, creating=True, error=None))
        self._jobs.create(self, partial(self._calls.create, new), self._has_created, self._fail)

    def open_existing(self, folder: Path) -> None:
        """Leads to the lock screen of a vault that is there already."""
        look = partial(self._calls.look_for_vault, folder)
        self._jobs.away(self, look, lambda _: self._take(folder), self._fail)

    def look_around(self) -> None:
        """Opens a made-up practice; this computer doesn't remember it as the coach's vault."""
        if self._facts.creating or self._facts.looking:
            return
        self._know(replace(self._facts, looking=True, error=None))
        call = partial(self._calls.look_around, self._usual)
        self._jobs.create(self, call, lambda _: self._has_looked_around(), self._fail)

    def _has_looked_around(self) -> None:
        self._device.put(LOOKED_AROUND, True)
        self.looks_around.emit()

    def _take(self, folder: Path) -> None:
        self._device.put(VAULT_FOLDER, str(folder))
        self.found.emit()

    def _named_folder(self) -> Path | None:
        return self._facts.folder if self._facts.name.strip() else None

    def _keep_look(self, look: PlaceLook) -> None:
        self._know(replace(self._facts, look=look))

    def _take_choice(self, choice: Choice) -> None:
        self._know(replace(self._facts, choice=choice, error=None))

    def _has_created(self, kit: Kit) -> None:
        self._places.forget()
        self._device.put(VAULT_FOLDER, str(kit.folder))
        self.choice.forget()
        self._know(Facts(self._facts.parent, choice=self.choice.choice))
        self.created.emit(kit)

    def _fail(self, error: Exception) -> None:
        self._know(replace(self._facts, creating=False, looking=False, error=error))
        if isinstance(error, _NO_STORE):
            self.choice.no_store(error)
            self._know(replace(self._facts, error=error))
        self._places.look()

    def _know(self, facts: Facts) -> None:
        before = self.state
        self._facts = facts
        if self.state != before:
            self.state_changed.emit(self.state)
