"""The desk's dialog: looks inside a backup, and keeps it as a vault of its own if wanted."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.settings.device import DeviceSettings
from ui.jobs import Jobs
from ui.restoring import desk_words, words
from ui.restoring.calls import Calls
from ui.restoring.newest_search import known_folders
from ui.restoring.restore_model import RestoreModel
from ui.restoring.restore_panel import RestorePanel
from ui.restoring.state import State, Step
from ui.restoring.tried import note_tried
from ui.theme.switcher import Theme
from ui.translation import translate
from ui.widgets.button import Button
from ui.widgets.dialog import Dialog
from ui.widgets.small_print import SmallPrint
from ui.widgets.text import Text

if TYPE_CHECKING:  # its package comes with the ciphers
    from app.workflows.restore.look import Look

WIDTH = 860  # the 24 words stand as on their sheet


class RestoreDialog(Dialog):
    """Nothing of the open vault is touched, and none of its keys are used."""

    locks_into = Signal(object)  # Path of the restored vault, which is to be gone on with

    def __init__(
        self,
        window: QWidget,
        theme: Theme,
        jobs: Jobs,
        device: DeviceSettings,
        path: Path | None = None,
        calls: Calls | None = None,
    ) -> None:
        """`path` is a file that was chosen or dropped already."""
        self._jobs = jobs
        self._noted: Look | None = None  # that this one opened
        self._model = RestoreModel(jobs, device, words.names, calls, folders=known_folders)
        super().__init__(window, theme, words.title(self._model.state), width=WIDTH)
        self.setObjectName("bring_back")
        self._done = Text("", "body", "secondary", wrap=True)
        self._done.hide()
        self._aside = SmallPrint(theme)
        self._lock = self.add_button(
            Button(theme, translate("Restoring", "Lock, and open it"), icon="lock")
        )
        self._lock.setObjectName("bring_back.lock")
        self._lock.hide()
        self.cancel = self.add_button(Button(theme, translate("Restoring", "Close")))
        self.cancel.setObjectName("bring_back.close")
        self._panel = RestorePanel(theme, self._model, "bring_back", self.footer)
        self.body.addWidget(self._panel)
        self.body.addWidget(self._aside)
        self.body.addWidget(self._done)
        self._lock.clicked.connect(self._lock_into)
        self.cancel.clicked.connect(self.dismiss)
        self._panel.titled.connect(self.set_title)
        self._panel.left.connect(self.dismiss)
        self._model.state_changed.connect(self._show)
        self._model.arrive()
        if path is not None:
            self._panel.choose(path)

    def focus_first(self) -> None:
        self._panel.focus_first()

    def dismiss(self) -> None:
        """Esc ends what is under way first, and closes the dialog when nothing is."""
        if self._model.state.step is Step.RESTORING:
            self._model.cancel()
            return
        self._panel.forget()
        super().dismiss()

    def _show(self, state: State) -> None:
        if state.look is not None and state.look is not self._noted:
            self._noted = state.look
            note_tried(self._jobs, self, state.look.found)
        self.cancel.setEnabled(state.step is not Step.RESTORING)
        self._aside.say(desk_words.elsewhere(state), "secondary", "file-archive")
        if state.restored is not None:
            self._done.setText(desk_words.kept_beside(state))
            self._done.show()
            self._lock.show()
            self.cancel.setFocus()

    def _lock_into(self) -> None:
        restored = self._model.state.restored
        if restored is not None:
            self.locks_into.emit(restored.folder)
