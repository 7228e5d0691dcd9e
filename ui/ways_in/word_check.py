"""Three words typed from the paper, to be sure that it holds them."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.theme.switcher import Theme
from ui.translation import translate
from ui.ways_in import kit_words as words
from ui.ways_in.kit_state import Answer, State
from ui.ways_in.word_line import WordLine
from ui.widgets.field import Field
from ui.widgets.text import Text

WIDTH = 200


class WordCheck(QWidget):
    """A heading and three fields."""

    focused = Signal()
    answered = Signal(int, str, bool)  # which field from 0, what stands there, whether it was left
    submitted = Signal()

    def __init__(self, theme: Theme, places: tuple[int, ...], named: str) -> None:
        """`named` begins the object names of its fields."""
        super().__init__()
        self._places = places
        self._all_right = False
        self._named = named
        self._fields = [self._field(theme, at) for at in range(len(places))]
        row = QHBoxLayout()
        row.setSpacing(theme.tokens.space(3))
        for field in self._fields:
            row.addWidget(field, 1000, Qt.AlignmentFlag.AlignTop)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.tokens.space(2))
        heading = translate("WordCheck", "To be sure it is written down, type three of the words")
        column.addWidget(Text(heading, "small", strong=True))
        column.addLayout(row)

    def show_state(self, state: State) -> None:
        """Shows how each answer stands."""
        self._all_right = state.can_finish
        for field, answer, place in zip(self._fields, state.answers, self._places, strict=True):
            field.set_accepted(answer is Answer.RIGHT)
            field.set_error(words.answer_error(answer, place))

    def clear(self) -> None:
        """Empties the fields."""
        for field in self._fields:
            field.line.clear()

    def _field(self, theme: Theme, at: int) -> Field:
        line = WordLine()
        line.setObjectName(f"{self._named}.word_{at + 1}")
        label = translate("WordCheck", "Word {place}").format(place=self._places[at])
        field = Field(theme, label, editor=line)
        field.setMaximumWidth(theme.tokens.scaled(WIDTH))
        line.focused.connect(self.focused)
        line.left.connect(lambda: self.answered.emit(at, line.text(), True))
        line.textEdited.connect(lambda: self.answered.emit(at, line.text(), False))
        line.returnPressed.connect(lambda: self._go_on(at))
        return field

    def _go_on(self, at: int) -> None:
        if at + 1 < len(self._fields) and not self._all_right:
            self._fields[at + 1].line.setFocus()
        else:
            self.submitted.emit()
