"""What the page knows and does: takes the damaged vault, makes the new one, tells what came."""

import threading
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.core.errors import Stopped
from app.settings.declared import VAULT_FOLDER
from app.settings.device import DeviceSettings
from crypto.errors import KeyringInsecure, KeyringMissing, KeyringWriteUnverified
from ui.jobs import Jobs
from ui.locked.handed_on import Handed, HandedOn, from_vault
from ui.locked.locked_page import LockedStep
from ui.pages.salvage import words
from ui.pages.salvage.calls import Calls, Made, NewVault, Opened
from ui.pages.salvage.state import Facts, State, View, derive, name_for
from ui.ways_in.choice import Choice
from ui.ways_in.choice_model import ChoiceCalls, ChoiceModel
from ui.ways_in.kit import Kit
from ui.ways_in.kit_model import KitModel
from ui.ways_in.place_looks import PlaceLooks

if TYPE_CHECKING:
    from app.vault_place.new_vault import PlaceLook
    from app.workflows.salvage.report import Step
    from crypto.backup.damaged import DamagedBackup
    from crypto.vault.damaged import DamagedVault

_NO_STORE = (KeyringMissing, KeyringInsecure, KeyringWriteUnverified)


class SalvageModel(QObject):
    """The page without widgets. A passphrase passes through and is not kept."""

    state_changed = Signal(object)  # State
    opened = Signal()  # the new vault, and all of it was told; or the old one again
    leads_to = Signal(object)  # LockedStep

    def __init__(
        self, jobs: Jobs, device: DeviceSettings, handed: HandedOn, calls: Calls | None = None
    ) -> None:
        super().__init__()
        self._jobs = jobs
        self._device = device
        self._handed = handed
        self._calls = calls or Calls()
        self._facts = Facts()
        self._damaged: DamagedVault | DamagedBackup | None = None
        self._back_to: LockedStep | None = LockedStep.UNLOCK  # None: the desk
        self._stop = threading.Event()
        self.choice = ChoiceModel(
            jobs, ChoiceCalls(self._calls.find_store, self._calls.strength), self
        )
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
    def at_work(self) -> bool:
        """Whether a lock would undo what is being made."""
        return self._facts.view is View.SAVING

    def arrive(self) -> None:
        """Takes the damaged vault: one that was handed on, else the one that is open."""
        if self.at_work:
            return
        self._know(Facts())
        handed = self._handed.take()
        self._back_to = _back_to(handed is not None and handed.is_backup)
        if handed is not None:
            self._begin(handed)
        else:
            self._jobs.read(self, self._calls.damage_of, self._begin_open, self._fail)

    def set_name(self, name: str) -> None:
        """Names the new vault, and with it its folder."""
        if name != self._facts.name:
            self._know(replace(self._facts, name=name, look=None, error=None))
            self._places.look_soon()

    def set_place(self, parent: Path) -> None:
        """Puts the new vault into another folder."""
        self._know(replace(self._facts, parent=parent, look=None, error=None))
        self._places.look()

    def save(self, passphrase: str) -> None:
        """Makes the new vault as it was chosen; the damaged one is closed first."""
        facts, damaged = self._facts, self._damaged
        if not self.state.can_save or damaged is None:
            return
        opening = facts.choice.opening
        store = self.choice.store if opening.needs_store else None
        new = NewVault(facts.folder, facts.name.strip(), opening, passphrase, store)
        self._stop.clear()
        self._know(replace(facts, view=View.SAVING, step=None, stopping=False, error=None))
        self._jobs.close(self, (), partial(self._make, damaged, new), self._fail)

    def stop(self) -> None:
        """Ends the saving; nothing of the new vault stays."""
        if self._facts.view is View.SAVING:
            self._stop.set()
            self._know(replace(self._facts, stopping=True))

    def kit_model(self, kit: Kit) -> KitModel:
        """The model of the new vault's kit."""
        return KitModel(self._jobs, kit, self._calls.save_kit)

    def has_kept(self) -> None:
        """Shows what came over, now that the kit is on paper, or the check was put off."""
        self._know(replace(self._facts, view=View.REPORT, kit=None))

    def go_on(self) -> None:
        """Leads into the new vault."""
        self._know(Facts())
        self.opened.emit()

    def back(self) -> None:
        """Leaves the damaged vault as it was found."""
        if self.at_work:
            return
        self._let_go()
        self._know(Facts())
        if self._back_to is None:
            self.opened.emit()
        else:
            self.leads_to.emit(self._back_to)

    def _begin_open(self, opened: Opened) -> None:
        self._back_to = LockedStep.STANDING if opened.needs_answer else None
        self._begin(from_vault(opened.damaged))

    def _begin(self, handed: Handed) -> None:
        self._let_go()
        damaged, parent = handed.damaged, handed.beside
        self._damaged = damaged
        facts = replace(self._facts, old_place=handed.place, is_backup=handed.is_backup)
        self._know(replace(facts, view=View.FORM))
        self.choice.arrive()
        find = partial(name_for, damaged.name, parent, words.ending())
        self._jobs.away(self, find, partial(self._suggest, parent), self._fail)

    def _suggest(self, parent: Path, name: str) -> None:
        self._know(replace(self._facts, parent=parent, name=name))
        self._places.look()

    def _make(self, damaged: "DamagedVault | DamagedBackup", new: NewVault) -> None:
        self._back_to = _back_to(self._facts.is_backup)  # a vault is closed
        stand_ins = words.stand_ins(is_backup=self._facts.is_backup)

        tell = self._jobs.teller(self, self._progress, self._stop)
        make = partial(self._calls.save, damaged, new, stand_ins, tell)
        self._jobs.create(self, make, self._has_made, self._fail)

    def _progress(self, step: "Step") -> None:
        if self._facts.view is View.SAVING:
            self._know(replace(self._facts, step=step))

    def _has_made(self, made: Made) -> None:
        self._let_go()
        self.choice.forget()
        self._device.put(VAULT_FOLDER, str(made.kit.folder))
        self._know(replace(self._facts, view=View.KIT, kit=made.kit, salvaged=made.salvaged))

    def _let_go(self) -> None:
        if self._damaged is not None:
            self._damaged.close()
            self._damaged = None

    def _named_folder(self) -> Path | None:
        return self._facts.folder if self._facts.name.strip() else None

    def _keep_look(self, look: "PlaceLook") -> None:
        self._know(replace(self._facts, look=look))

    def _take_choice(self, choice: Choice) -> None:
        self._know(replace(self._facts, choice=choice, error=None))

    def _fail(self, error: Exception) -> None:
        told = None if isinstance(error, Stopped) else error
        was_saving = self._facts.view is View.SAVING
        view = View.FORM if was_saving else self._facts.view
        self._know(replace(self._facts, view=view, error=told, step=None, stopping=False))
        if isinstance(error, _NO_STORE):
            self.choice.no_store(error)
            self._know(replace(self._facts, error=error))
        if was_saving:
            self._find_free_place()
        else:
            self._places.look()

    def _find_free_place(self) -> None:
        """What failed may have left a vault there: it can be done again beside it."""
        parent, name = self._facts.parent, self._facts.name.strip()
        find = partial(name_for, name, parent, ending="")
        self._jobs.away(self, find, partial(self._suggest, parent), lambda _: self._places.look())

    def _know(self, facts: Facts) -> None:
        before = self.state
        self._facts = facts
        if self.state != before:
            self.state_changed.emit(self.state)


def _back_to(is_backup: bool) -> LockedStep:
    return LockedStep.RESTORE if is_backup else LockedStep.UNLOCK
