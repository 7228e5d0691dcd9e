"""The second step: keep the Recovery Kit on paper, and show that it was kept."""

from pathlib import Path

from PySide6.QtCore import QStandardPaths, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout

from ui.pages.first_run import kit_words as words
from ui.pages.first_run.kit_card import KitCard
from ui.pages.first_run.kit_model import KitModel
from ui.pages.first_run.kit_state import State
from ui.pages.first_run.step import Step
from ui.pages.first_run.word_check import WordCheck
from ui.theme import Theme
from ui.translation import translate
from ui.widgets.announce import announce
from ui.widgets.button import Button, ButtonKind
from ui.widgets.confirm import Confirm
from ui.widgets.divider import Divider
from ui.widgets.file_dialog import ask_file_to_write
from ui.widgets.small_print import SmallPrint
from ui.widgets.text import Text


class KitStep(Step):
    """The words, three ways to keep them, and three fields that check it."""

    left = Signal(bool)  # whether the words were checked, or put off

    def __init__(self, theme: Theme, model: KitModel) -> None:
        super().__init__(
            theme,
            translate("KitStep", "Keep your Recovery Kit"),
            translate(
                "KitStep",
                "These 24 words open the vault when nothing else does: here, or from a copy of "
                "the vault on another computer. Nobody else has them, and nobody can reset them. "
                "Keep them on paper, away from this laptop.",
            ),
        )
        self._model = model
        model.setParent(self)
        self._card = KitCard(theme, model.kit)
        self._check = WordCheck(theme, model.places)
        self._print = self._button(translate("KitStep", "Print"), "printer", "print")
        self._save = self._button(translate("KitStep", "Save as PDF"), "file-down", "save")
        self._cover = self._button(translate("KitStep", "Hide the words"), "eye-off", "cover")
        self._beside = SmallPrint(theme)
        self._later = Button(theme, translate("KitStep", "Go on without"), ButtonKind.QUIET)
        self._later.setObjectName("first_run.later")
        self._keep = Button(theme, translate("KitStep", "I have kept it"), ButtonKind.MAIN)
        self._keep.setObjectName("first_run.kept")
        self._lay_out()
        self._connect()
        self._show(model.state)

    def focus_first(self) -> None:
        self._card.words.setFocus()

    def _button(self, text: str, icon: str, name: str) -> Button:
        button = Button(self._theme, text, icon=icon)
        button.setObjectName(f"first_run.{name}")
        return button

    def _lay_out(self) -> None:
        ways = QHBoxLayout()
        ways.setSpacing(self._theme.tokens.space(2))
        for button in (self._print, self._save, self._cover):
            ways.addWidget(button)
        ways.addSpacing(self._theme.tokens.space(2))
        ways.addWidget(self._beside, 1, Qt.AlignmentFlag.AlignVCenter)
        self.content.addSpacing(20)
        self.content.addWidget(self._card)
        self.content.addSpacing(14)
        self.content.addLayout(ways)
        self.content.addSpacing(22)
        self.content.addWidget(Divider())
        self.content.addSpacing(18)
        self.content.addWidget(self._check)
        self.content.addStretch(1)
        shown_now = translate("KitStep", "These words are shown only now. Underrose keeps no copy.")
        shown = Text(shown_now, "small", "secondary", wrap=True)
        self.foot.addWidget(shown, 1, Qt.AlignmentFlag.AlignVCenter)
        self.foot.addWidget(self._later)
        self.foot.addWidget(self._keep)

    def _connect(self) -> None:
        self._model.state_changed.connect(self._show)
        self._model.emptied.connect(self._check.clear)
        self._check.focused.connect(self._model.cover)
        self._check.answered.connect(self._answer)
        self._check.submitted.connect(self._finish)
        self._cover.clicked.connect(self._model.toggle_cover)
        self._print.clicked.connect(self._ask_to_print)
        self._save.clicked.connect(self._ask_to_save)
        self._later.clicked.connect(self._ask_to_leave)
        self._keep.clicked.connect(self._finish)

    def _show(self, state: State) -> None:
        self._card.words.cover(state.covered)
        self._check.show_state(state)
        self._cover.set_text(words.cover_button(state))
        self._cover.set_icon("eye" if state.covered else "eye-off")
        self._keep.set_available(state.can_finish, words.why_not(state))
        said = words.beside_buttons(state)
        if said[0] != self._beside.text() and self._beside.text():
            announce(self, said[0])
        self._beside.say(*said)

    def _answer(self, at: int, typed: str, left: bool) -> None:
        self._model.answer(at, typed, left=left)

    def _finish(self) -> None:
        if self._model.state.can_finish:
            self.left.emit(True)

    def _ask_to_print(self) -> None:
        # Deferred: looking for printers loads the platform's print support.
        from ui.pages.first_run.print_kit import has_printer, print_kit

        if not has_printer():
            self._beside.say(
                translate("KitStep", "No printer was found. Save it as PDF, or write it down."),
                "ochre",
                "triangle-alert",
            )
            return
        Confirm(
            self.window(),
            self._theme,
            translate("KitStep", "Print the Recovery Kit?"),
            translate("KitStep", "Some printers keep copies. Use one you trust."),
            safe=translate("KitStep", "Cancel"),
            other=translate("KitStep", "Print"),
            then=lambda: print_kit(self, self._model.kit),
            removing=False,
        ).open()

    def _ask_to_save(self) -> None:
        Confirm(
            self.window(),
            self._theme,
            translate("KitStep", "Save the Recovery Kit as PDF?"),
            translate(
                "KitStep",
                "Anyone who opens this PDF can open your vault. Save it to a USB stick, not to "
                "this laptop.",
            ),
            safe=translate("KitStep", "Cancel"),
            other=translate("KitStep", "Choose where"),
            then=self._ask_where,
            removing=False,
        ).open()

    def _ask_where(self) -> None:
        name = translate("KitStep", "Recovery Kit {number}.pdf").format(
            number=self._model.kit.number
        )
        ask_file_to_write(
            self,
            translate("KitStep", "Save the Recovery Kit"),
            _drives() / name,
            translate("KitStep", "PDF (*.pdf)"),
            translate("KitStep", "Save"),
            self._model.save,
        )

    def _ask_to_leave(self) -> None:
        Confirm(
            self.window(),
            self._theme,
            translate("KitStep", "Go on without checking the kit?"),
            translate(
                "KitStep",
                "The words aren’t shown again. If they are on no paper, and your passphrase or "
                "this computer’s part of the key is lost, the notes are lost too.",
            ),
            safe=translate("KitStep", "Stay here"),
            other=translate("KitStep", "Go on"),
            then=lambda: self.left.emit(False),
        ).open()


def _drives() -> Path:
    """Where a stick shows up, as far as this desktop has one place for it."""
    home = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.HomeLocation))
    candidates = (Path("/run/media") / home.name, Path("/media") / home.name, Path("/Volumes"))
    return next((place for place in candidates if place.is_dir()), home)
