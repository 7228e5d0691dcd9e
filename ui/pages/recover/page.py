"""The page that opens the vault with the Recovery Kit, and then puts back what is gone."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.locked.locked_page import LockedStep
from ui.locked.rose_column import RoseColumn
from ui.pages.recover import words
from ui.pages.recover.view_model import RecoverModel, State
from ui.theme.switcher import Theme
from ui.translation import translate
from ui.ways_in.half_form import HalfForm
from ui.ways_in.half_model import HalfModel
from ui.ways_in.half_model import State as Half
from ui.ways_in.put_way import Stage
from ui.ways_in.words_entry import WordsEntry
from ui.ways_in.words_model import WordsModel
from ui.widgets.announce import announce
from ui.widgets.button import Button, ButtonKind, ButtonSize
from ui.widgets.small_print import SmallPrint
from ui.widgets.text import Text

NARROW = 360  # what is below the words
ABOVE_WORDS = 20
GAP = 14


class RecoverPage(RoseColumn):
    """24 fields, and what is known about them; once it is open, this computer's half."""

    help_name = "recovery-kit"
    across = 760
    down = 272

    def __init__(
        self, theme: Theme, model: RecoverModel, half: HalfModel, word_list: WordsModel
    ) -> None:
        super().__init__(theme)
        self.setObjectName("recover")
        self._model, self._half = model, half
        model.setParent(self)
        half.setParent(self)
        self._said = ""
        self._stage = Stage.LOOKING
        self._title = _centred(Text("", "title"))
        self._subtitle = _centred(Text("", "body", "secondary"))
        self._entry = WordsEntry(theme, word_list, "recover")
        self._trouble = SmallPrint(theme)
        self._main = Button(
            theme,
            translate("RecoverPage", "Open the vault"),
            ButtonKind.MAIN,
            size=ButtonSize.TOUCH,
        )
        self._main.setObjectName("recover.open")
        self._back = Button(
            theme, translate("RecoverPage", "Back"), ButtonKind.LINK, size=ButtonSize.SMALL
        )
        self._back.setObjectName("recover.back")
        self._clear = Button(
            theme,
            translate("RecoverPage", "Clear the words"),
            ButtonKind.LINK,
            size=ButtonSize.SMALL,
        )
        self._clear.setObjectName("recover.clear")
        self._salvage = Button(
            theme,
            translate("RecoverPage", "Save what can be read"),
            ButtonKind.LINK,
            size=ButtonSize.SMALL,
        )
        self._salvage.setObjectName("recover.salvage")
        self._words = QWidget()
        self._form = HalfForm(theme, half, "recover")
        self._lay_out()
        self._connect()
        self._show(model.state)
        self._show_words(True)

    def arrive(self) -> None:
        self._forget()
        self._show_words(True)

    def focus_first(self) -> None:
        if self._words.isHidden():
            self._form.focus_first()
        else:
            self._entry.focus_first()

    def hideEvent(self, event: QHideEvent) -> None:
        if not event.spontaneous():  # left, not minimised
            self._forget()
        super().hideEvent(event)

    def _lay_out(self) -> None:
        below = QVBoxLayout()
        below.setSpacing(0)
        below.addWidget(self._trouble)
        below.addSpacing(GAP)
        below.addWidget(self._main)
        below.addSpacing(GAP - 4)
        links = QHBoxLayout()
        links.addStretch(1)
        links.addWidget(self._back)
        links.addWidget(self._clear)
        links.addWidget(self._salvage)
        links.addStretch(1)
        below.addLayout(links)
        around = QVBoxLayout(self._words)
        around.setContentsMargins(0, 0, 0, 0)
        around.setSpacing(0)
        around.addWidget(self._entry)
        around.addLayout(_narrow(self._theme, below))
        form = QVBoxLayout()
        form.addWidget(self._form)
        self.column.addWidget(self._title)
        self.column.addWidget(self._subtitle)
        self.column.addSpacing(ABOVE_WORDS)
        self.column.addWidget(self._words)
        self.column.addLayout(_narrow(self._theme, form))

    def _connect(self) -> None:
        self._model.state_changed.connect(self._show)
        self._model.opened.connect(self._look_here)
        self._model.salvages.connect(self._lead_to_salvage)
        self._half.changed.connect(self._show_half)
        self._form.skipped.connect(self._leave)
        self._entry.edited.connect(lambda: self._model.typing(self._entry.is_complete))
        self._entry.submitted.connect(self._open)
        self._main.clicked.connect(self._open)
        self._clear.clicked.connect(self._begin_again)
        self._salvage.clicked.connect(lambda: self._model.salvage(self._entry.words()))
        self._back.clicked.connect(lambda: self.leads_to.emit(LockedStep.UNLOCK))

    def _show(self, state: State) -> None:
        trouble = words.trouble(state)
        self._trouble.say(trouble, "brick", "circle-alert")
        self._entry.set_read_only(state.busy)
        if state.slip is not None:
            self._entry.mark(state.slip.places)
        self._main.set_text(words.main_button(state))
        self._main.set_available(state.can_open, words.why_not(state))
        self._salvage.setVisible(state.may_salvage)
        if trouble and trouble != self._said:
            announce(self, trouble, urgent=True)
        self._said = trouble

    def _open(self) -> None:
        if self._model.state.slip is not None:
            repaired = self._model.repaired()
            self._entry.put_words(repaired)
        self._model.open(self._entry.words())

    def _begin_again(self) -> None:
        if not self._model.state.busy:
            self._entry.clear()
            self._entry.focus_first()

    def _lead_to_salvage(self) -> None:
        self._forget()
        self.leads_to.emit(LockedStep.SALVAGE)

    def _look_here(self) -> None:
        self._forget()
        self._show_words(False)
        self._half.look()
        self._form.focus_first()

    def _show_half(self, half: Half) -> None:
        if half.stage in {Stage.NOTHING, Stage.DONE}:
            self._leave(half.only_kit)
        elif half.stage is Stage.OFFERED and self._stage is not Stage.OFFERED:
            self._form.focus_first()
        self._stage = half.stage

    def _show_words(self, shown: bool) -> None:
        self._words.setVisible(shown)
        self._form.setVisible(not shown)
        if shown:
            self._title.setText(translate("RecoverPage", "Recovery Kit"))
            self._subtitle.setText(
                translate("RecoverPage", "Type or paste the 24 words, as they stand on the sheet")
            )
        else:
            self._title.setText(translate("RecoverPage", "The kit opened the vault"))
            self._subtitle.setText("")
        self._subtitle.setVisible(shown)

    def _leave(self, only_kit: bool = False) -> None:
        if not self._words.isHidden():
            return  # what the password store answers now is too late
        self._form.clear()
        self._show_words(True)
        if only_kit:
            self.leads_to.emit(LockedStep.ENROL)
        else:
            self.opened.emit()

    def _forget(self) -> None:
        self._entry.clear()
        self._form.clear()
        self._model.forget()


def _centred(text: Text) -> Text:
    text.setAlignment(Qt.AlignmentFlag.AlignHCenter)
    return text


def _narrow(theme: Theme, inside: QVBoxLayout) -> QHBoxLayout:
    """`inside` in the middle, as wide as the lock screen's own column."""
    middle = QWidget()
    inside.setContentsMargins(0, 0, 0, 0)
    middle.setLayout(inside)
    middle.setFixedWidth(theme.tokens.scaled(NARROW))
    row = QHBoxLayout()
    row.setContentsMargins(0, 0, 0, 0)
    row.addStretch(1)
    row.addWidget(middle)
    row.addStretch(1)
    return row
