"""Brings a backup back, without widgets: looks at the file, opens it, looks inside, restores it."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.core.clock import SystemClock
from app.core.errors import Stopped
from app.settings.declared import VAULT_FOLDER
from app.settings.device import DeviceSettings
from app.vault_place.new_vault import PlaceLook
from crypto.errors import VaultFolderNotEmpty
from ui.jobs import Jobs
from ui.restoring.calls import Calls, Order, Secret, Words
from ui.restoring.long_call import LongCall
from ui.restoring.newest_search import NewestSearch
from ui.restoring.state import NOTHING, Offer, State, Step
from ui.restoring.ways_out import WaysOut
from ui.ways_in.kit import Kit
from ui.ways_in.kit_model import KitModel
from ui.ways_in.place_looks import PlaceLooks
from ui.ways_in.words_model import WordsModel

if TYPE_CHECKING:  # their packages come with the ciphers
    from app.workflows.restore.here import Here
    from app.workflows.restore.look import Look
    from app.workflows.restore.newest import Newest
    from app.workflows.restore.restore import Restored
    from app.workflows.restore.step import Step as Progress
    from app.workspace import Workspace
    from crypto.backup.face import BackupFace

NO_SECRET = Secret()
Names = Callable[["BackupFace"], Sequence[str]]


class RestoreModel(QObject):
    """What opens the backup is kept from the look inside until it is restored or left."""

    state_changed = Signal(object)  # State
    restored = Signal(object)  # Restored
    salvages = Signal(object)  # DamagedBackup, for whoever takes it to close
    place_found = Signal(object)  # Path: where the file may be

    def __init__(
        self,
        jobs: Jobs,
        device: DeviceSettings,
        names: Names,
        calls: Calls | None = None,
        *,
        may_salvage: bool = False,
        folders: "Callable[[Workspace], Sequence[Path]] | None" = None,
    ) -> None:
        """`names` are those to suggest for a backup's vault, the best one first.

        With `may_salvage` somebody is there who saves what can be read of a damaged one; `folders`
        asks the open vault where its backups are.
        """
        super().__init__()
        self.state = State()
        self._jobs = jobs
        self._device = device
        self._names = names
        self._calls = calls or Calls()
        self._secret = NO_SECRET
        self._ways_out = WaysOut(jobs, self._calls, self, may_salvage=may_salvage)
        self._newest = NewestSearch(jobs, self._calls.find_newest, folders, self)
        self._newest.found.connect(self._keep_newest)
        self._kept = False  # the new kit's words were checked on paper
        self._call = LongCall(jobs, self._progress, self)
        self._places = PlaceLooks(jobs, self._calls.look_at_place, self._named_folder, self)
        self._places.seen.connect(self._keep_place)
        self._places.failed.connect(self._fail)

    def arrive(self) -> None:
        """Starts afresh, and looks at the vault that is here."""
        self.forget()
        self._know(replace(State(), parent=self._calls.usual_parent()))
        kept = self._device.get(VAULT_FOLDER)
        if kept:
            look = partial(self._calls.look_here, Path(kept))
            keep = partial(self._keep_here, Path(kept).parent)
            self._jobs.away(self, look, keep, lambda _: self._newest.look(None))
        else:
            self._newest.look(None)

    def forget(self) -> None:
        """Lets go of what was typed and found; what is under way ends."""
        self._call.forget()
        self._places.forget()
        self._ways_out.forget()
        self._secret, self._kept = NO_SECRET, False
        known = self.state
        self._know(State(here=known.here, parent=known.parent, newest=known.newest))

    def words_list(self) -> WordsModel:
        """The words for the fields that take a kit's."""
        return WordsModel(self._jobs)

    def kit_model(self, kit: Kit) -> KitModel:
        """A kit for the screen that is to show it."""
        return KitModel(self._jobs, kit, self._calls.save_kit)

    def look_for_file(self) -> None:
        """Looks where a stick shows up; `place_found` has it."""
        self._jobs.away(self, self._calls.find_drives, self.place_found.emit, self._fail)

    def choose(self, path: Path) -> None:
        """Takes a file, if it is a backup."""
        if self.state.step is not Step.FILE or self.state.busy:
            return
        self._know(replace(self.state, busy=True, error=None))
        look = partial(self._calls.look_at_backup, path)
        self._jobs.away(self, look, self._take, self._fail)

    def use_other(self) -> None:
        """Asks for the passphrase instead of the words, or the other way round."""
        self._take_back(
            replace(self.state, by_passphrase=not self.state.by_passphrase), complete=False
        )

    def typing(self, complete: bool) -> None:
        """Takes back what was said of other words; `complete` when there is something to try."""
        if self.state.step is Step.SECRET:
            self._take_back(self.state, complete=complete)

    def repaired(self) -> Words:
        """The words that an offered repair is made of."""
        return self._ways_out.repaired

    def look(self, secret: Secret) -> None:
        """Opens the backup with what was typed, and looks inside."""
        face = self.state.face
        if face is None or self.state.step is not Step.SECRET or not self.state.can_go_on:
            return
        self._secret = secret
        state = replace(self.state, step=Step.LOOKING, progress=None, look=None)
        self._know(replace(state, error=None, offer=NOTHING))
        call = partial(self._calls.look_inside, face.path, secret)
        self._call.begin(call, self._found, partial(self._not_opened, secret))

    def salvage(self) -> None:
        """Gives the damaged backup away, for what can be read of it to be saved."""
        damaged = self._ways_out.take()
        if damaged is not None:
            self.salvages.emit(damaged)

    def set_name(self, name: str) -> None:
        """Names the restored vault, and with it its folder."""
        self._know(replace(self.state, name=name, place=None, error=None))
        self._places.look_soon()

    def set_place(self, parent: Path) -> None:
        """Puts the restored vault into another folder."""
        self._know(replace(self.state, parent=parent, place=None, error=None))
        self._places.look()

    def restore(self) -> None:
        """Restores what was looked into; one that a passphrase opened gets a new kit first."""
        state = self.state
        if state.face is None or state.step is not Step.FOUND or not state.can_go_on:
            return
        if self._secret.words or state.kit is not None:
            self._restore(kept=self._kept)
            return
        self._know(replace(state, busy=True, error=None))
        call = partial(self._calls.new_kit, state.face, state.folder, state.name.strip())
        self._jobs.away(self, call, self._show_kit, self._fail)

    def go_on_with_kit(self, *, kept: bool) -> None:
        """The new kit's words were checked on paper, or that was put off."""
        if self.state.step is Step.KIT:
            self._kept = kept
            self._restore(kept=kept)

    def cancel(self) -> None:
        """Ends what is under way; nothing of it is left."""
        if self._call.stop():
            self._know(replace(self.state, stopping=True))

    def back(self) -> bool:
        """Goes back by one step; False from the first one."""
        step, state = self.state.step, self.state
        if step is Step.KIT:
            self._know(replace(state, step=Step.FOUND, kit=None))
        elif step is Step.FOUND:
            self._secret = NO_SECRET
            self._know(replace(state, step=Step.SECRET, complete=False, look=None, error=None))
        elif step is Step.SECRET:
            self.forget()
        else:
            return False
        return True

    def words(self) -> Words:
        """The words that open what was restored."""
        kit = self.state.kit
        return self._secret.words or (kit.words if kit is not None else ())

    def _take_back(self, state: State, *, complete: bool) -> None:
        """What was said of another try holds no more."""
        self._ways_out.forget()
        self._know(replace(state, complete=complete, error=None, offer=NOTHING))

    def _take(self, face: "BackupFace") -> None:
        state = replace(self.state, step=Step.SECRET, busy=False, face=face, by_passphrase=False)
        self._take_back(state, complete=False)

    def _keep_here(self, beside: Path, here: "Here | None") -> None:
        if here is not None:
            self._know(replace(self.state, here=here, parent=beside))
        self._newest.look(here.vault_id if here is not None else None)

    def _keep_newest(self, newest: "Newest") -> None:
        self._know(replace(self.state, newest=newest))

    def _found(self, look: "Look") -> None:
        now = SystemClock().now()
        self._know(
            replace(self.state, step=Step.FOUND, look=look, now=now, name="", place=None, kit=None)
        )
        call = partial(self._calls.free_name, self._names(look.face), self.state.parent)
        self._jobs.away(self, call, self._suggest, self._fail)

    def _suggest(self, name: str) -> None:
        if self.state.step is Step.FOUND and not self.state.name:
            self._know(replace(self.state, name=name))
            self._places.look()

    def _not_opened(self, secret: Secret, error: Exception) -> None:
        self._secret = NO_SECRET
        if self.state.face is not None:
            then = partial(self._stop_looking, error)
            self._ways_out.find(self.state.face.path, secret, error, then)

    def _stop_looking(self, error: Exception, offer: Offer = NOTHING) -> None:
        told = None if isinstance(error, Stopped) else error
        state = replace(self.state, step=Step.SECRET, stopping=False, error=told, offer=offer)
        # A passphrase is typed anew; words stay to be corrected.
        self._know(replace(state, complete=not state.by_passphrase))

    def _show_kit(self, kit: Kit) -> None:
        if self.state.step is Step.FOUND:
            self._know(replace(self.state, step=Step.KIT, busy=False, kit=kit))

    def _restore(self, *, kept: bool) -> None:
        state = self.state
        if state.face is None:
            return
        name = state.name.strip()
        order = Order(state.face.path, self._secret, state.folder, name, state.kit, kept)
        self._know(replace(state, step=Step.RESTORING, progress=None, error=None))
        self._call.begin(
            partial(self._calls.restore, order), self._has_restored, self._not_restored
        )

    def _has_restored(self, restored: "Restored") -> None:
        self._know(replace(self.state, step=Step.DONE, stopping=False, restored=restored))
        self.restored.emit(restored)

    def _not_restored(self, error: Exception) -> None:
        told = None if isinstance(error, Stopped) else error
        # Also from a new kit: its words stay, and the next try takes them.
        self._know(replace(self.state, step=Step.FOUND, stopping=False, error=told))
        if isinstance(error, VaultFolderNotEmpty):
            self._places.look()

    def _progress(self, progress: "Progress") -> None:
        self._know(replace(self.state, progress=progress))

    def _named_folder(self) -> Path | None:
        return self.state.folder if self.state.has_name else None

    def _keep_place(self, place: PlaceLook) -> None:
        self._know(replace(self.state, place=place))

    def _fail(self, error: Exception) -> None:
        self._know(replace(self.state, busy=False, error=error))

    def _know(self, state: State) -> None:
        if state != self.state:
            self.state = state
            self.state_changed.emit(state)
