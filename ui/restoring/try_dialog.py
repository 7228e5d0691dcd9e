"""The dialog that tries a backup without keeping it."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from crypto.errors import BackupRootMissing
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
    """Opens one of the vault's own backups, reads every record in it, and says what is there.

    It needs no words for that, so it says what this leaves open, and leads to where they are typed.
    """

    words_asked = Signal(Path)

    def __init__(
        self,
        window: QWidget,
        theme: Theme,
        jobs: Jobs,
        path: Path,
        calls: TryCalls | None = None,
    ) -> None:
        super().__init__(window, theme, translate("TryDialog", "Try a backup"), width=WIDTH)
        self.setObjectName("try_backup")
        model = self._model = TryModel(jobs, path, calls)
        model.setParent(self)
        self._about = Text("", "body", "secondary", wrap=True)
        self._progress = Progress(theme, translate("TryDialog", "Trying the backup"))
        self._progress.cancel.hide()  # closing is the same
        self._card = FoundCard()
        self._sound = SmallPrint(theme)
        self._unproven = SmallPrint(theme)
        self._trouble = SmallPrint(theme)
        for part in (
            self._about,
            self._progress,
            self._card,
            self._sound,
            self._unproven,
            self._trouble,
        ):
            self.body.addWidget(part)
        by_words = translate("TryDialog", "Open it with the words…")
        self._by_words = self.add_button(Button(theme, by_words, icon="key-round"))
        self._by_words.setObjectName("try_backup.by_words")
        self._by_words.clicked.connect(self._ask_for_words)
        self._by_words.hide()
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
                "The open vault opens it, without the words of your kit, and reads it from end to "
                "end. Nothing of it is kept.",
            )
        )
        self._progress.setVisible(running)
        if running:
            told = state.progress
            said = words.progress(told, stopping=False)
            self._progress.show_progress(told.done if told else 0, told.total if told else 0, said)
        self._card.show_rows(words.rows(state))
        found = state.step is Step.FOUND
        whole = translate("TryDialog", "This backup is whole, and can be restored.")
        unproven = _unproven(state)
        self._sound.say(whole if found else "", "leaf", "check")
        self._unproven.say(unproven, "ochre", "key-round")
        self._by_words.setVisible(found or isinstance(state.error, BackupRootMissing))
        trouble = words.trouble(state)
        self._trouble.say(trouble, "brick", "circle-alert")
        self.close_button.set_text(
            translate("TryDialog", "Stop") if running else translate("TryDialog", "Close")
        )
        if trouble or found:
            told = f"{whole} {words.spoken(words.rows(state))} {unproven}"
            announce(self, trouble or told)

    def _ask_for_words(self) -> None:
        face = self._model.state.face
        self.dismiss()
        if face is not None:
            self.words_asked.emit(face.path)


def _unproven(state: State) -> str:
    """What this left open; "" as long as nothing was found."""
    if state.step is not Step.FOUND or state.look is None:
        return ""
    return translate(
        "TryDialog",
        "That doesn’t show that you could open it after a loss. For that, fetch the sheet of "
        "Recovery Kit {number} and open it with its 24 words.",
    ).format(number=state.look.face.kit_number)
