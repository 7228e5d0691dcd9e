"""Between unlocking and the desk: a vault that is not as it was left is shown first."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.settings.declared import SALVAGE_FOLDER
from app.settings.device import DeviceSettings
from ui.jobs import Jobs
from ui.locked.locked_page import LockedStep
from ui.locked.locked_stage import LockedStage
from ui.opened import how_it_opened
from ui.opened.how_it_opened import HowItOpened

if TYPE_CHECKING:  # its imports (ciphers, records) come after the first paint
    from app.workspace import Workspace


class AfterUnlock(QObject):
    """Asks how the vault stands each time it is opened; then the desk is wanted, or an answer."""

    desk_wanted = Signal()
    reads_only = Signal()  # before the desk
    told = Signal(object, object)  # HowItOpened, the sync service's name or None; after the desk

    def __init__(
        self,
        jobs: Jobs,
        stage: LockedStage,
        parent: QObject | None = None,
        *,
        device: DeviceSettings | None = None,
    ) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._stage = stage
        self._device = device
        stage.opened.connect(self._opened)

    def _opened(self) -> None:
        made = self._stage.step in {LockedStep.FIRST_RUN, LockedStep.SALVAGE}

        def read(workspace: "Workspace") -> HowItOpened:
            return how_it_opened.read(workspace, made=made)

        self._jobs.read(self, read, self._look, self._fail)

    def _look(self, opened: HowItOpened) -> None:
        if self._is_saved_from(opened.folder):
            self._stage.show_step(LockedStep.SALVAGE)
            return
        if opened.needs_answer and not self._answered():
            self._stage.show_step(LockedStep.STANDING)
            return
        if not opened.takes_writes:
            self.reads_only.emit()
        self.desk_wanted.emit()
        tell = partial(self.told.emit, opened)
        self._jobs.away(self, partial(_sync_service, opened.folder), tell, lambda _: tell(None))

    def _is_saved_from(self, folder: Path) -> bool:
        """Whether the coach asked for that on the desk, before it was locked; once."""
        asked = self._device is not None and self._device.get(SALVAGE_FOLDER) == str(folder)
        if asked and self._device is not None:
            self._device.put(SALVAGE_FOLDER, "")
        return asked

    def _answered(self) -> bool:
        """Whether the coach looked at it and wants to read it as it is."""
        return self._stage.step is LockedStep.STANDING

    def _fail(self, error: Exception) -> None:
        self._jobs.trouble.emit(error)
        self.reads_only.emit()  # nobody knows whether an answer is owed
        self.desk_wanted.emit()


def _sync_service(folder: Path) -> str | None:
    from app.vault_place.sync_service import sync_service  # seldom more than a look

    return sync_service(folder)
