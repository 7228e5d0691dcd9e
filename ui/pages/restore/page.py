"""The locked page that brings a backup back, and opens what was restored."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent

from ui.locked.handed_on import HandedOn, from_backup
from ui.locked.locked_page import LockedStep
from ui.locked.rose_column import RoseColumn
from ui.pages.restore.view_model import OpenModel
from ui.restoring import words
from ui.restoring.restore_model import RestoreModel
from ui.restoring.restore_panel import RestorePanel
from ui.theme.switcher import Theme
from ui.translation import translate
from ui.widgets.announce import announce
from ui.widgets.button import Button, ButtonKind, ButtonSize
from ui.widgets.small_print import SmallPrint
from ui.widgets.text import Text

if TYPE_CHECKING:  # their packages come with the ciphers
    from app.workflows.restore.restore import Restored
    from crypto.backup.damaged import DamagedBackup

ACROSS = 760  # the 24 words stand as on their sheet
DOWN = 118  # the words of a new kit and what is below them are seen at once
RAISED = 160  # logical pixels
GAP = 10


class RestorePage(RoseColumn):
    """The steps, then the vault is opened by what opened the backup."""

    help_name = "backups"
    across = ACROSS
    down = DOWN
    raised = RAISED

    def __init__(
        self, theme: Theme, model: RestoreModel, opening: OpenModel, handed: HandedOn
    ) -> None:
        super().__init__(theme)
        self.setObjectName("restore")
        self._model, self._opening, self._handed = model, opening, handed
        opening.setParent(self)
        self._title = Text(words.title(model.state), "title", wrap=True)
        self._title.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._panel = RestorePanel(theme, model, "restore")
        self._said = Text("", "body", "secondary", wrap=True)
        self._said.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._trouble = SmallPrint(theme)
        self._on = Button(
            theme,
            translate("RestorePage", "Go to the lock screen"),
            ButtonKind.MAIN,
            size=ButtonSize.TOUCH,
        )
        self._on.setObjectName("restore.on")
        self.column.addWidget(self._title)
        self.column.addSpacing(GAP)
        for part in (self._panel, self._said, self._trouble, self._on):
            self.column.addWidget(part)
        self._panel.titled.connect(self._title.setText)
        self._panel.left.connect(self._leave)
        model.restored.connect(self._open)
        model.salvages.connect(self._salvage)
        opening.changed.connect(self._show_opening)
        opening.opened.connect(lambda: self.leads_to.emit(LockedStep.ENROL))
        self._on.clicked.connect(lambda: self.leads_to.emit(LockedStep.UNLOCK))
        self._show_opening()

    def arrive(self) -> None:
        self._opening.forget()
        self._model.arrive()

    def focus_first(self) -> None:
        if self._on.isVisible():
            self._on.setFocus()
        else:
            self._panel.focus_first()

    def hideEvent(self, event: QHideEvent) -> None:
        if not event.spontaneous():  # left, not minimised
            self._panel.forget()
        super().hideEvent(event)

    def _open(self, restored: "Restored") -> None:
        typed = self._model.state.kit is None
        self._opening.open(restored.folder, self._model.words(), typed=typed)

    def _salvage(self, damaged: "DamagedBackup") -> None:
        self._handed.put(from_backup(damaged, self._model.state.parent))
        self.leads_to.emit(LockedStep.SALVAGE)

    def _leave(self) -> None:
        self.leads_to.emit(self._opening.where_from())

    def _show_opening(self) -> None:
        error = self._opening.error
        self._said.setText(self._opening.said)
        self._said.setVisible(bool(self._opening.said))
        self._trouble.say(self._opening.trouble, "brick", "circle-alert")
        self._on.setVisible(error is not None)
        if error is not None:
            announce(self, self._opening.trouble, urgent=True)
            self._on.setFocus()
