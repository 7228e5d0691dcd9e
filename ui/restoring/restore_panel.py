"""Bringing a backup back, step by step: the same in the locked window and in the desk's dialog."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.restoring import words
from ui.restoring.file_form import FileForm
from ui.restoring.found_card import FoundCard
from ui.restoring.place_form import PlaceForm
from ui.restoring.restore_model import RestoreModel
from ui.restoring.secret_form import SecretForm
from ui.restoring.state import State, Step
from ui.theme.switcher import Theme
from ui.translation import translate
from ui.ways_in.kit_form import KitForm
from ui.widgets.announce import announce
from ui.widgets.button import Button, ButtonKind, ButtonSize
from ui.widgets.progress import Progress
from ui.widgets.small_print import SmallPrint
from ui.widgets.text import Text

GAP = 18
MOST_NOTES = 2


class RestorePanel(QWidget):
    """Shows the step in hand; whoever shows it puts the title above, and says what follows."""

    titled = Signal(str)
    left = Signal()  # back from the first step

    def __init__(
        self, theme: Theme, model: RestoreModel, named: str, foot: QHBoxLayout | None = None
    ) -> None:
        """`named` begins the object names of what can be used in it.

        `foot` is the row of a dialog's own buttons, which those of the panel then stand around.
        """
        super().__init__()
        self._theme = theme
        self._model = model
        self._step: Step | None = None
        self._said = ""
        self._salvages = False  # what can be read was offered already
        self._foot = foot
        self._leaves = foot is None  # a dialog has a button of its own for that
        model.setParent(self)
        self._subtitle = Text("", "body", "secondary", wrap=True)
        if foot is None:
            self._subtitle.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._which = SmallPrint(theme)
        self._file = FileForm(theme, named)
        self._secret = SecretForm(theme, model.words_list(), named)
        self._progress = Progress(theme, translate("Restoring", "Restoring a backup"))
        self._progress.cancel.setObjectName(f"{named}.stop")
        self._card = FoundCard()
        self._notes = [SmallPrint(theme) for _ in range(MOST_NOTES)]
        self._place = PlaceForm(theme, named)
        self._kit = KitForm(theme, named, words.unchecked_kit())
        self._trouble = SmallPrint(theme)
        self._back = self._button(translate("Restoring", "Back"), named, "back")
        self._other = self._button("…", named, "other")
        self._later = self._button(translate("Restoring", "Go on without"), named, "later")
        self._main = Button(theme, "…", ButtonKind.MAIN)
        self._main.setObjectName(f"{named}.go_on")
        self._lay_out()
        self._connect()
        self._show(model.state)

    def focus_first(self) -> None:
        """Puts the focus where the step begins."""
        step = self._model.state.step
        if step is Step.FILE:
            self._file.focus_first()
        elif step is Step.SECRET:
            self._secret.focus_first()
        elif step is Step.FOUND:
            self._place.focus_first()
        elif step is Step.KIT:
            self._kit.focus_first()
        elif step in {Step.LOOKING, Step.RESTORING}:
            self._progress.cancel.setFocus()

    def forget(self) -> None:
        """Lets go of everything that was typed or shown."""
        self._file.clear()
        self._secret.clear()
        self._model.forget()

    def choose(self, path: Path) -> None:
        """Begins with a file that was chosen already."""
        self._model.choose(path)

    def _button(self, text: str, named: str, name: str) -> Button:
        button = Button(self._theme, text, ButtonKind.LINK, size=ButtonSize.SMALL)
        button.setObjectName(f"{named}.{name}")
        return button

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self._theme.tokens.space(3))
        column.addWidget(self._subtitle)
        for part in (self._which, self._file, self._secret, self._progress, self._card):
            column.addWidget(part)
        for note in self._notes:
            column.addWidget(note)
        for part in (self._place, self._kit, self._trouble):
            column.addWidget(part)
        if self._foot is not None:
            self._join(self._foot)
            return
        foot = QHBoxLayout()
        foot.setSpacing(self._theme.tokens.space(3))
        foot.addStretch(1)
        self._join(foot)
        column.addSpacing(GAP - self._theme.tokens.space(3))
        column.addLayout(foot)

    def _join(self, foot: QHBoxLayout) -> None:
        """What leads back goes to the left of what stretches, what leads on to the right end."""
        foot.insertWidget(0, self._back)
        foot.insertWidget(1, self._other)
        foot.insertWidget(3, self._later)
        foot.addWidget(self._main)

    def _connect(self) -> None:
        model = self._model
        model.state_changed.connect(self._show)
        model.place_found.connect(self._file.ask)
        self._file.asked.connect(model.look_for_file)
        self._file.chosen.connect(model.choose)
        self._secret.edited.connect(model.typing)
        self._secret.submitted.connect(self._go_on)
        self._progress.cancelled.connect(model.cancel)
        self._place.named.connect(model.set_name)
        self._place.placed.connect(model.set_place)
        self._place.submitted.connect(self._go_on)
        self._kit.changed.connect(lambda: self._show(model.state))
        self._kit.submitted.connect(self._go_on)
        self._kit.put_off.connect(lambda: model.go_on_with_kit(kept=False))
        self._back.clicked.connect(self._go_back)
        self._other.clicked.connect(model.use_other)
        self._later.clicked.connect(self._kit.ask_to_put_off)
        self._main.clicked.connect(self._go_on)

    def _show(self, state: State) -> None:
        step, began = state.step, state.step is not self._step
        self._step = step
        running = step in {Step.LOOKING, Step.RESTORING}
        if began:
            self._begin(state)
        self._subtitle.setText(words.subtitle(state))
        self._subtitle.setVisible(bool(words.subtitle(state)))
        self._which.say(words.which(state), "secondary", "file-archive")
        self._file.setVisible(step is Step.FILE)
        self._file.show_newest(state.newest)
        self._secret.setVisible(step is Step.SECRET)
        self._progress.setVisible(running)
        if running:
            told = state.progress
            said = words.progress(told, stopping=state.stopping)
            self._progress.show_progress(told.done if told else 0, told.total if told else 0, said)
            self._progress.cancel.setEnabled(not state.stopping)
        self._card.show_rows((*words.rows(state), *words.opened_with(state)))
        self._show_notes(state)
        self._place.setVisible(step is Step.FOUND)
        self._kit.setVisible(step is Step.KIT)
        if step is Step.SECRET:
            self._secret.show_state(state)
        if step is Step.FOUND:
            self._place.show_state(state)
        self._show_foot(state)
        self._tell(state, began=began)
        offered, self._salvages = state.offer.salvages and not self._salvages, state.offer.salvages
        if offered and self.isVisible():
            self._main.setFocus()
        elif began and self.isVisible():
            self.focus_first()

    def _begin(self, state: State) -> None:
        """What a step shows is gone when it is left."""
        if state.step not in {Step.SECRET, Step.LOOKING}:
            self._secret.clear()
        self._kit.show_kit(
            self._model.kit_model(state.kit) if state.step is Step.KIT and state.kit else None
        )
        self.titled.emit(words.title(state))

    def _show_notes(self, state: State) -> None:
        told = words.notes(state)
        for place, note in enumerate(self._notes):
            note.say(*(told[place] if place < len(told) else ("", "tertiary", "")))

    def _show_foot(self, state: State) -> None:
        step = state.step
        running = step in {Step.LOOKING, Step.RESTORING, Step.DONE}
        self._back.setVisible(not running and (self._leaves or step is not Step.FILE))
        other = words.other_button(state)
        self._other.setVisible(bool(other))
        if other:
            self._other.set_text(other)
        self._later.setVisible(step is Step.KIT)
        self._main.setVisible(not running and step is not Step.FILE)
        self._main.set_text(words.main_button(state))
        if step is Step.KIT:
            self._main.set_available(not self._kit.why_not(), self._kit.why_not())
        else:
            self._main.set_available(state.can_go_on, words.why_not(state))

    def _tell(self, state: State, *, began: bool) -> None:
        trouble = words.trouble(state)
        self._trouble.say(trouble, "brick", "circle-alert")
        if trouble and trouble != self._said:
            announce(self, trouble, urgent=True)
        elif began and self.isVisible():
            announce(self, f"{words.title(state)}. {words.spoken(words.rows(state))}".strip())
        self._said = trouble

    def _go_on(self) -> None:
        state = self._model.state
        if not self._main.isEnabled():
            return
        if state.step is Step.SECRET and state.offer.salvages:
            self._model.salvage()
        elif state.step is Step.SECRET:
            if state.slip is not None:
                self._secret.put_words(self._model.repaired() or self._secret.secret().words)
            self._model.look(self._secret.secret())
        elif state.step is Step.FOUND:
            self._model.restore()
        elif state.step is Step.KIT:
            self._model.go_on_with_kit(kept=True)

    def _go_back(self) -> None:
        if not self._model.back():
            self.left.emit()
