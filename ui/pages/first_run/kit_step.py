"""The second step: keep the Recovery Kit on paper, and show that it was kept."""

from PySide6.QtCore import Qt, Signal

from ui.pages.first_run.step import Step
from ui.theme.switcher import Theme
from ui.translation import translate
from ui.ways_in import kit_words as words
from ui.ways_in.kit_model import KitModel
from ui.ways_in.kit_panel import KitPanel
from ui.ways_in.kit_state import State
from ui.widgets.button import Button, ButtonKind
from ui.widgets.confirm import Confirm
from ui.widgets.text import Text


class KitStep(Step):
    """The kit, and the two ways on."""

    left = Signal(bool)  # whether the words were checked, or put off

    def __init__(self, theme: Theme, model: KitModel) -> None:
        super().__init__(
            theme,
            translate("KitStep", "Keep your Recovery Kit"),
            translate(
                "KitStep",
                "These 24 words open the vault when nothing else does: here, or from a backup on "
                "another computer. Nobody else has them, and nobody can reset them. Keep them on "
                "paper, away from this laptop and from the backups.",
            ),
        )
        self._model = model
        self._panel = KitPanel(theme, model, "first_run")
        self._later = Button(theme, translate("KitStep", "Go on without"), ButtonKind.QUIET)
        self._later.setObjectName("first_run.later")
        self._keep = Button(theme, translate("KitStep", "I have kept it"), ButtonKind.MAIN)
        self._keep.setObjectName("first_run.kept")
        self.content.addSpacing(20)
        self.content.addWidget(self._panel)
        self.content.addStretch(1)
        shown_now = translate("KitStep", "These words are shown only now. Underrose keeps no copy.")
        shown = Text(shown_now, "small", "secondary", wrap=True)
        self.foot.addWidget(shown, 1, Qt.AlignmentFlag.AlignVCenter)
        self.foot.addWidget(self._later)
        self.foot.addWidget(self._keep)
        model.state_changed.connect(self._show)
        self._panel.submitted.connect(self._finish)
        self._later.clicked.connect(self._ask_to_leave)
        self._keep.clicked.connect(self._finish)
        self._show(model.state)

    def focus_first(self) -> None:
        self._panel.focus_first()

    def _show(self, state: State) -> None:
        self._keep.set_available(state.can_finish, words.why_not(state))

    def _finish(self) -> None:
        if self._model.state.can_finish:
            self._model.note_kept()
            self.left.emit(True)

    def _ask_to_leave(self) -> None:
        Confirm(
            self.window(),
            self._theme,
            translate("KitStep", "Go on without checking the kit?"),
            translate(
                "KitStep",
                "The words aren’t shown again. If they are on no paper, and your passphrase or "
                "this computer’s part of the key is lost, the notes are lost too. Underrose "
                "will remind you to make another kit.",
            ),
            safe=translate("KitStep", "Stay here"),
            other=translate("KitStep", "Go on"),
            then=lambda: self.left.emit(False),
        ).open()
