"""The dialog that tries a backup without keeping it."""

from PySide6.QtWidgets import QWidget

from app.records.backups.record import Backup
from ui.jobs import Jobs
from ui.restoring import words
from ui.restoring.found_card import FoundCard
from ui.restoring.state import State, Step
from ui.restoring.try_calls import TryCalls
from ui.restoring.try_model import TryModel
from ui.theme.switcher import Theme
from ui.translation import translate
from ui.widgets.announce import announce
from ui.widgets.button import Button
from ui.widgets.dialog import Dialog
from ui.widgets.progress import Progress
from ui.widgets.small_print import SmallPrint
from ui.widgets.text import Text

WIDTH = 620


class TryDialog(Dialog):
    """Opens one of the vault's own backups, reads every record in it, and says what is there."""

    def __init__(
        self,
        window: QWidget,
        theme: Theme,
        jobs: Jobs,
        backup: Backup,
        calls: TryCalls | None = None,
    ) -> None:
        super().__init__(window, theme, translate("TryDialog", "Try a backup"), width=WIDTH)
        self.setObjectName("try_backup")
        model = self._model = TryModel(jobs, backup, calls)
        model.setParent(self)
        self._about = Text("", "body", "secondary", wrap=True)
        self._progress = Progress(theme, translate("TryDialog", "Trying the backup"))
        self._progress.cancel.hide()  # closing is the same
        self._card = FoundCard()
        self._sound = SmallPrint(theme)
        self._trouble = SmallPrint(theme)
        for part in (self._about, self._progress, self._card, self._sound, self._trouble):
            self.body.addWidget(part)
        self.close_button = self.add_button(Button(theme, ""), default=True)
        self.close_button.setObjectName("try_backup.close")
        self.close_button.clicked.connect(self.dismiss)
        model.state_changed.connect(self._show)
        self._show(model.state)
        model.begin()

    def focus_first(self) -> None:
        self.close_button.setFocus()

    def dismiss(self) -> None:
        """Ends what is under way, too."""
        self._model.cancel()
        super().dismiss()

    def _show(self, state: State) -> None:
        running = state.step is Step.LOOKING
        self._about.setText(
            translate(
                "TryDialog",
                "It is opened as it would be after a loss, and read from end to end. Nothing of it "
                "is kept.",
            )
        )
        self._progress.setVisible(running)
        if running:
            told = state.progress
            said = words.progress(told, stopping=False)
            self._progress.show_progress(told.done if told else 0, told.total if told else 0, said)
        self._card.show_rows(words.rows(state))
        found = state.step is Step.FOUND
        opens = translate("TryDialog", "This backup opens, and can be restored.")
        self._sound.say(opens if found else "", "leaf", "check")
        trouble = words.trouble(state)
        self._trouble.say(trouble, "brick", "circle-alert")
        self.close_button.set_text(
            translate("TryDialog", "Stop") if running else translate("TryDialog", "Close")
        )
        if trouble or found:
            announce(self, trouble or f"{opens} {words.spoken(words.rows(state))}")
