"""The page after unlocking a vault that is not as it was left."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from ui.locked.locked_page import LockedStep
from ui.locked.rose_column import RoseColumn
from ui.pages.standing import words
from ui.pages.standing.sides import Sides
from ui.pages.standing.state import Choice, State
from ui.pages.standing.view_model import StandingModel
from ui.theme.switcher import Theme
from ui.translation import translate
from ui.widgets.announce import announce
from ui.widgets.button import Button, ButtonKind, ButtonSize
from ui.widgets.confirm import Confirm
from ui.widgets.progress import Progress
from ui.widgets.small_print import SmallPrint
from ui.widgets.text import Text

ACROSS = 540  # wider than a form: there is something to read
DOWN = 212  # what to do with the folder is seen below the buttons
RAISED = 60  # logical pixels
GAP = 18


class StandingPage(RoseColumn):
    """What is so, what stands beside each other, and what can be done."""

    help_name = "security"
    across = ACROSS
    down = DOWN
    raised = RAISED

    def __init__(self, theme: Theme, model: StandingModel) -> None:
        super().__init__(theme)
        self.setObjectName("standing")
        self._model = model
        model.setParent(self)
        self._said = ""
        self._shown: tuple[Choice, ...] = ()
        self._title = _centred(Text("", "title", wrap=True))
        self._meaning = _centred(Text("", "body", "secondary", wrap=True))
        self._sides = Sides()
        self._later = SmallPrint(theme)
        self._trouble = SmallPrint(theme)
        self._progress = Progress(theme, translate("Standing", "Checking the vault"))
        self._progress.cancel.setObjectName("standing.stop")
        self._first = QVBoxLayout()
        self._last = QHBoxLayout()
        self._buttons: dict[Choice, Button] = {}
        self._lay_out()
        self._connect()
        self._show(model.state)

    def arrive(self) -> None:
        self._model.arrive()

    def focus_first(self) -> None:
        front = self._buttons.get(self._shown[0]) if self._shown else None
        if not self._progress.isHidden():
            front = self._progress.cancel
        (front or self).setFocus()

    def _lay_out(self) -> None:
        self._first.setSpacing(10)
        self._last.setSpacing(self._theme.tokens.space(3))
        column = self.column
        column.addWidget(self._title)
        column.addSpacing(6)
        column.addWidget(self._meaning)
        column.addSpacing(GAP)
        column.addWidget(self._sides)
        column.addSpacing(GAP)
        column.addWidget(self._progress)
        column.addLayout(self._first)
        column.addWidget(self._trouble)
        column.addSpacing(GAP - 4)
        column.addLayout(self._last)
        column.addSpacing(GAP - 4)
        column.addWidget(self._later)

    def _connect(self) -> None:
        self._model.state_changed.connect(self._show)
        self._model.opened.connect(self.opened)
        self._model.elsewhere.connect(lambda: self.leads_to.emit(LockedStep.UNLOCK))
        self._model.restores.connect(lambda: self.leads_to.emit(LockedStep.RESTORE))
        self._progress.cancelled.connect(self._model.stop_checking)

    def _show(self, state: State) -> None:
        self._title.setText(words.title(state))
        self._meaning.setText(words.meaning(state))
        self._sides.show_sides(words.sides(state), words.folder(state))
        self._later.say(words.later(state), "secondary", "hard-drive")
        self._trouble.say(words.trouble(state), "brick", "circle-alert")
        was_checking = not self._progress.isHidden()
        self._progress.setVisible(state.checking)
        if state.checking:
            self._progress.show_progress(state.done, state.total, words.progress(state))
        self._show_choices(state)
        if was_checking != state.checking and self.isVisible():
            self.focus_first()
        self._tell(state)

    def _show_choices(self, state: State) -> None:
        wanted = () if state.checking else state.choices
        if wanted != self._shown:
            self._shown = wanted
            self._make_buttons(state, wanted)
        for choice, button in self._buttons.items():
            button.set_text(words.choice(state, choice))
            button.set_available(not state.busy, translate("Standing", "One moment."))

    def _make_buttons(self, state: State, wanted: tuple[Choice, ...]) -> None:
        for button in self._buttons.values():
            button.hide()
            button.deleteLater()
        self._buttons.clear()
        _empty(self._last)
        for place, choice in enumerate(wanted):
            last = place == len(wanted) - 1
            kind = (ButtonKind.PLAIN, ButtonKind.LINK)[last] if place else ButtonKind.MAIN
            size = ButtonSize.SMALL if last else ButtonSize.TOUCH
            button = Button(self._theme, words.choice(state, choice), kind, size=size)
            button.setObjectName(f"standing.{choice}")
            button.clicked.connect(lambda _=False, choice=choice: self._do(choice))
            self._buttons[choice] = button
            if last:
                self._last.addStretch(1)
                self._last.addWidget(button)
                self._last.addStretch(1)
            else:
                self._first.addWidget(button)
        if self.isVisible():
            self.focus_first()

    def _do(self, choice: Choice) -> None:
        if choice is Choice.FIND:
            self._ask_for_another()
        elif choice is Choice.LOOK:
            self._model.look()
        elif choice is Choice.CHECK:
            self._model.check()
        elif choice is Choice.SALVAGE:
            self.leads_to.emit(LockedStep.SALVAGE)
        elif choice is Choice.RESTORE:
            self._model.restore()
        else:
            self._ask_first()

    def _ask_first(self) -> None:
        question, text, safe, other = words.question(self._model.state)
        Confirm(
            self.window(),
            self._theme,
            question,
            text,
            safe=safe,
            other=other,
            then=self._model.go_on,
        ).open()

    def _ask_for_another(self) -> None:
        # seldom needed
        from ui.widgets.file_dialog import ask_folder

        ask_folder(
            self,
            translate("Standing", "Open a vault"),
            self._model.folder_to_look_in(),
            translate("Standing", "Open"),
            self._model.choose,
        )

    def _tell(self, state: State) -> None:
        """Says what is new to screen readers."""
        news = words.trouble(state) or f"{words.title(state)}. {words.meaning(state)}"
        if state.trouble is not None and news != self._said:
            announce(self, news, urgent=True)
            self._said = news


def _centred(text: Text) -> Text:
    text.setAlignment(Qt.AlignmentFlag.AlignHCenter)
    return text


def _empty(row: QHBoxLayout) -> None:
    while row.count():
        row.takeAt(0)
