"""One numbered field of the 24."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget

from ui.theme.switcher import Theme
from ui.translation import translate
from ui.ways_in.word_line import WordLine
from ui.widgets.restyle import set_style_property
from ui.widgets.text import Text

NUMBER = 20  # logical pixels at 100 % text
NARROWEST = 96
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class _Line(WordLine):
    """A word line whose keys also lead on to its neighbours."""

    moved = Signal(int)
    entered = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER:
            self.end(False)  # takes what was completed
            self.entered.emit()
        elif event.key() == Qt.Key.Key_Space:
            self.end(False)
            self.moved.emit(1 if self.text() else 0)
        elif event.key() in _STEPS and not event.modifiers():
            self.moved.emit(_STEPS[Qt.Key(event.key())])
        elif event.key() == Qt.Key.Key_Backspace and not self.text():
            self.moved.emit(-1)
            before = QApplication.focusWidget()
            if isinstance(before, _Line):
                before.end(False)  # the next Backspace takes a letter, not the word
        else:
            super().keyPressEvent(event)


class WordCell(QWidget):
    """Its number, as on the sheet, and its word."""

    typed = Signal(str, bool)  # what stands there, and whether it grew
    pasted = Signal(str)
    left = Signal()
    moved = Signal(int)  # by how many fields
    entered = Signal()

    def __init__(self, theme: Theme, number: int, named: str) -> None:
        """`named` begins the object name of the field."""
        super().__init__()
        self._theme = theme
        self.number = number
        self.is_marked = False
        self.is_settled = True  # else it may still grow
        self._before = ""
        self._typed = 0  # of what stands here, when the rest was completed
        self.line = _Line()
        self.line.setObjectName(f"{named}.word_{number}")
        self.line.setAccessibleName(translate("WordsEntry", "Word {place}").format(place=number))
        self._label = Text(str(number), "caption", "tertiary")
        self._label.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._label)
        row.addWidget(self.line, 1)
        self.line.textEdited.connect(self._edited)
        self.line.pasted.connect(self.pasted)
        self.line.left.connect(self._leave)
        self.line.moved.connect(self.moved)
        self.line.entered.connect(self.entered)
        theme.changed.connect(self._fit)
        self._fit()

    def word(self) -> str:
        """What stands here, without what was completed and not taken."""
        text = self.line.text()
        completed = self.line.hasSelectedText() and self.line.selectionStart() == self._typed
        if completed and self._typed and self.line.hasFocus():
            text = text[: self._typed]
        return text.strip().lower()

    def put(self, word: str) -> None:
        """Puts a word here."""
        self.is_settled = True
        self._typed = 0
        self._before = word
        self.line.setText(word)

    def complete(self, word: str) -> None:
        """Shows the rest of the one word that this can become; the next key takes or drops it."""
        if word:
            self._typed = len(self.line.text())
            self.line.setText(word)
            self.line.setSelection(len(word), self._typed - len(word))

    def mark(self, wrong: bool) -> None:
        """Shows that this is none of the words, or not the right one."""
        if wrong != self.is_marked:
            self.is_marked = wrong
            set_style_property(self.line, "wrong", "true" if wrong else "false")
            self.line.setAccessibleDescription("")

    def _edited(self, text: str) -> None:
        grew = len(text) > len(self._before)
        self._typed = 0
        self._before = text
        self.is_settled = False
        self.typed.emit(text, grew)

    def _leave(self) -> None:
        self._before = self.line.text()
        self._typed = 0
        self.is_settled = True
        self.left.emit()

    def _fit(self) -> None:
        scaled = self._theme.tokens.scaled
        self._label.setFixedWidth(scaled(NUMBER))
        self.line.setMinimumWidth(scaled(NARROWEST) - NUMBER)
