"""First run: the rail, and one step at a time beside it."""

from pathlib import Path

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget

from app.settings.device import DeviceSettings
from ui.jobs import Jobs
from ui.locked.locked_page import LockedPage, LockedStep
from ui.pages.first_run.calls import Calls
from ui.pages.first_run.create_model import CreateModel
from ui.pages.first_run.create_step import CreateStep
from ui.pages.first_run.rail import Rail
from ui.pages.first_run.step import Step
from ui.theme.switcher import Theme
from ui.ways_in.kit import Kit

NARROW_BELOW = 1180  # logical pixels of width
_HELP = {1: "your-vault", 2: "recovery-kit", 3: "getting-started"}  # for each step


class FirstRunPage(LockedPage):
    """Leads from nothing to an open vault whose kit is kept."""

    def __init__(
        self,
        theme: Theme,
        jobs: Jobs,
        device: DeviceSettings,
        calls: Calls | None = None,
        parent: Path | None = None,
    ) -> None:
        """`parent` is where vaults usually lie; else in the coach's documents."""
        super().__init__()
        self.setObjectName("first_run")
        self._theme = theme
        self._jobs = jobs
        self._calls = calls or Calls()
        self._create = CreateModel(jobs, device, self._calls, parent)
        self._create.setParent(self)
        self._rail = Rail(theme)
        self._steps = QStackedWidget()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._rail)
        row.addWidget(self._steps, 1)
        self._create.created.connect(self._show_kit)
        self._create.looks_around.connect(self.opened)
        self._create.found.connect(lambda: self.leads_to.emit(LockedStep.UNLOCK))
        create = CreateStep(theme, self._create)
        create.restore_asked.connect(lambda: self.leads_to.emit(LockedStep.RESTORE))
        self._show(1, create)

    def arrive(self) -> None:
        self._create.arrive()

    def focus_first(self) -> None:
        self._step.focus_first()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._rail.set_narrow(event.size().width() < NARROW_BELOW)
        super().resizeEvent(event)

    def _show_kit(self, kit: Kit) -> None:
        # Deferred: the paper and its QR code are not needed for the first picture.
        from ui.pages.first_run.kit_step import KitStep
        from ui.ways_in.kit_model import KitModel

        step = KitStep(self._theme, KitModel(self._jobs, kit, self._calls.save_kit))
        step.left.connect(self._show_client)
        self._show(2, step, done=(1,))

    def _show_client(self, kit_was_kept: bool) -> None:
        # Deferred: only now may there be a client.
        from ui.pages.first_run.client_model import ClientModel
        from ui.pages.first_run.client_step import ClientStep

        step = ClientStep(self._theme, ClientModel(self._jobs))
        step.finished.connect(self.opened)
        self._show(3, step, done=(1, 2) if kit_was_kept else (1,))

    def _show(self, number: int, step: Step, done: tuple[int, ...] = ()) -> None:
        """Shows a step instead of the one before, with all that was typed or shown in it."""
        before = self._steps.currentWidget()
        self._steps.addWidget(step)
        self._steps.setCurrentWidget(step)
        self._step = step
        self.help_name = _HELP[number]
        self._rail.show_step(number, done)
        step.focus_first()
        if before is not None:
            before.deleteLater()
