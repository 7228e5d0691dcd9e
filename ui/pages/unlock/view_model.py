"""What the lock screen knows and does: reads the header, finds the keyring, opens the vault."""

from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from app.settings.declared import SALVAGE_FOLDER, VAULT_FOLDER
from app.settings.device import DeviceSettings
from crypto.errors import PassphraseWrong, VaultMissing
from ui.jobs import Jobs
from ui.locked.handed_on import HandedOn, from_vault
from ui.pages.unlock.calls import Calls
from ui.pages.unlock.face import Face
from ui.pages.unlock.state import (
    NOWHERE,
    ONLY_THE_KIT_HELPS,
    Facts,
    Main,
    Place,
    State,
    derive,
)
from ui.pages.unlock.waiting import seconds_to_wait

if TYPE_CHECKING:
    from app.vault_place.move_vault import Moved
    from crypto.keyring.held import HeldSecret
    from crypto.keyring.store import KeyStore
    from crypto.vault.damaged import DamagedVault

SECOND = 1000  # milliseconds


class UnlockModel(QObject):
    """The lock screen without widgets."""

    state_changed = Signal(object)  # State
    opened = Signal()
    salvages = Signal()  # a vault that does not open was handed on
    place_found = Signal(object)  # Path

    def __init__(
        self,
        jobs: Jobs,
        device: DeviceSettings,
        beginning: str = "",
        calls: Calls | None = None,
        *,
        handed: HandedOn | None = None,
    ) -> None:
        """`beginning` says in words how this window came to be: locked when, or crashed."""
        super().__init__()
        self._jobs = jobs
        self._device = device
        self._calls = calls or Calls()
        self._handed = handed or HandedOn()
        self._store: KeyStore | None = None
        self._facts = Facts(beginning=beginning)
        self._attempt = 0
        self._salvages = False
        self._clock = QTimer(self)
        self._clock.setInterval(SECOND)
        self._clock.timeout.connect(self._second_passed)

    @property
    def state(self) -> State:
        """What is to be shown now."""
        return derive(self._facts)

    def arrive(self) -> None:
        """Looks at the vault that was opened last."""
        kept = self._device.get(VAULT_FOLDER)
        folder = Path(kept) if kept else None
        gone = isinstance(self._facts.error, ONLY_THE_KIT_HELPS)  # and doesn't come back by itself
        known = self._facts.error if gone and folder == self._facts.folder else None
        if folder != self._facts.folder:
            self._clock.stop()
            self._know(replace(self._facts, face=None, wrong_tries=0, seconds_left=0))
        self._know(
            replace(
                self._facts,
                folder=folder,
                face_error=None,
                form=None,
                for_reading=False,
                saves_next=bool(kept) and self._device.get(SALVAGE_FOLDER) == kept,
                error=known,
                typed=False,
            )
        )
        if folder is not None:
            look = partial(self._calls.look_at, folder)
            self._jobs.away(self, look, self._show_face, self._no_face, before_go=True)

    def folder_to_look_in(self) -> Path:
        """Where another vault may lie: beside this one, or where vaults usually are."""
        folder = self._facts.folder
        if folder is not None:
            return folder.parent
        # the first picture comes without it
        from app.vault_place.new_vault import usual_parent

        return usual_parent()

    def look_for_place(self) -> None:
        """Looks where a vault could be moved to; `place_found` has where vaults usually are."""
        self._jobs.away(self, self._calls.usual_place, self.place_found.emit, self._not_moved)

    def choose(self, folder: Path) -> None:
        """Takes another vault, if there is one in `folder`."""
        look = partial(self._calls.look_at, folder)
        self._jobs.away(self, look, lambda _: self._take(folder), self._no_choice)

    def typing(self, typed: bool) -> None:
        """Tells whether something stands in the passphrase field."""
        error = self._facts.error if self._facts.seconds_left else None
        self._know(replace(self._facts, typed=typed, error=error))

    def unlock(self, passphrase: str, *, salvages: bool = False) -> None:
        """Opens the vault with what it asks for; the passphrase is not kept.

        With `salvages` only its key is taken, to save what can be read.
        """
        folder, face = self._facts.folder, self._facts.face
        if folder is None or face is None or not self.state.main_enabled:
            return
        self._attempt += 1
        for_reading = self.state.main is Main.READ_ONLY or self.state.for_reading
        self._salvages = salvages or self.state.main is Main.SALVAGE
        self._know(replace(self._facts, busy=True, for_reading=for_reading, error=None))
        if not (self._facts.form or face.form).needs_store:
            self._open(self._attempt, folder, passphrase, None)
            return
        self._know(replace(self._facts, asking=True))
        # Away from the vault's thread, so that a store that hangs holds up nothing else.
        self._jobs.away(
            self,
            partial(self._calls.ask_store, folder, self._store),
            partial(self._open, self._attempt, folder, passphrase),
            partial(self._fail, self._attempt),
        )

    def leave(self) -> None:
        """Drops what the password store may still answer, and all that was typed."""
        self._attempt += 1
        self._know(replace(self._facts, busy=False, asking=False, typed=False))

    def use_other_form(self) -> None:
        """Asks for the vault's other way in, or for the usual one again."""
        self._know(replace(self._facts, form=self.state.other_form, error=None))

    def move(self, parent: Path) -> None:
        """Moves the vault into another folder, and looks at it there."""
        folder = self._facts.folder
        if folder is None or self._facts.busy:
            return
        self._know(replace(self._facts, busy=True, moving=True, error=None))
        call = partial(self._calls.move, folder, parent)
        self._jobs.away(self, call, self._has_moved, self._not_moved)

    def try_again(self) -> None:
        """Takes the error back, so that the vault's own form is shown."""
        self._know(replace(self._facts, error=None))

    def _take(self, folder: Path, place: Place = NOWHERE) -> None:
        self._device.put(VAULT_FOLDER, str(folder))
        self._know(replace(self._facts, place=place))
        self.arrive()

    def _has_moved(self, moved: "Moved") -> None:
        place = Place(moved_from=self._facts.folder, old_remains=moved.old_remains)
        self._know(replace(self._facts, busy=False, moving=False))
        self._take(moved.folder, place)

    def _not_moved(self, error: Exception) -> None:
        self._know(replace(self._facts, busy=False, moving=False, error=error))

    def _keep_service(self, folder: Path, service: str) -> None:
        if folder == self._facts.folder:
            place = self._facts.place._replace(sync_service=service)
            self._know(replace(self._facts, place=place))

    def _show_face(self, face: Face) -> None:
        self._know(replace(self._facts, face=face))
        if (folder := self._facts.folder) is not None:
            look = partial(self._calls.sync_service, folder)
            keep = partial(self._keep_service, folder)
            self._jobs.away(self, look, keep, lambda _: None, before_go=True)
        if face.form.needs_store and self._store is None:
            self._jobs.away(self, self._calls.find_store, self._keep_store, self._no_store)

    def _no_face(self, error: Exception) -> None:
        self._know(replace(self._facts, face=None, face_error=error))

    def _keep_store(self, store: "KeyStore") -> None:
        self._store = store
        self._know(replace(self._facts, store_name=store.name))

    def _no_choice(self, error: Exception) -> None:
        self._know(replace(self._facts, error=error))

    def _no_store(self, error: Exception) -> None:
        if not self._facts.busy:  # else opening asks again, and tells by itself
            self._know(replace(self._facts, error=error))

    def _open(
        self, attempt: int, folder: Path, passphrase: str, answer: "HeldSecret | None"
    ) -> None:
        if attempt != self._attempt:
            return
        self._know(replace(self._facts, asking=False))
        if self._salvages:
            damaged = partial(self._calls.open_damaged, folder, passphrase, answer)
            hand_on = partial(self._hand_on, attempt)
            self._jobs.away(self, damaged, hand_on, partial(self._fail, attempt))
            return
        call = partial(
            self._calls.open, folder, passphrase, answer, read_only=self._facts.for_reading
        )
        self._jobs.open(self, call, self._has_opened, partial(self._fail, attempt))

    def _hand_on(self, attempt: int, damaged: "DamagedVault") -> None:
        if attempt != self._attempt:
            damaged.close()
            return
        self._know(replace(self._facts, busy=False, typed=False))
        self._handed.put(from_vault(damaged))
        self.salvages.emit()

    def _has_opened(self) -> None:
        self._know(replace(self._facts, busy=False, typed=False, wrong_tries=0))
        self.opened.emit()

    def _fail(self, attempt: int, error: Exception) -> None:
        if attempt != self._attempt:
            return
        self._know(replace(self._facts, busy=False, asking=False, error=error))
        if isinstance(error, VaultMissing):
            self.arrive()
        elif isinstance(error, PassphraseWrong):
            tries = self._facts.wrong_tries + 1
            self._know(
                replace(
                    self._facts, typed=False, wrong_tries=tries, seconds_left=seconds_to_wait(tries)
                )
            )
            self._clock.start()

    def _second_passed(self) -> None:
        left = max(0, self._facts.seconds_left - 1)
        if not left:
            self._clock.stop()
        self._know(replace(self._facts, seconds_left=left))

    def _know(self, facts: Facts) -> None:
        before = self.state
        self._facts = facts
        if self.state != before:
            self.state_changed.emit(self.state)
