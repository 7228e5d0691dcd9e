"""What opens the backup: the 24 words of its kit, or the passphrase that was added to it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.restoring.calls import Secret, Words
from ui.restoring.state import State
from ui.theme.switcher import Theme
from ui.translation import translate
from ui.ways_in.words_entry import WordsEntry
from ui.ways_in.words_model import WordsModel
from ui.widgets.passphrase_field import PassphraseField


class SecretForm(QWidget):
    """One of the two at a time."""

    edited = Signal(bool)  # whether there is something to try
    submitted = Signal()

    def __init__(self, theme: Theme, word_list: WordsModel, named: str) -> None:
        """`named` begins the object names of what can be used in it."""
        super().__init__()
        self._by_passphrase = False
        self._words = WordsEntry(theme, word_list, named)
        self._passphrase = PassphraseField(
            theme, translate("SecretForm", "The backup’s passphrase"), large=True
        )
        self._passphrase.line.setObjectName(f"{named}.passphrase")
        self._passphrase.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._words)
        column.addWidget(self._passphrase)
        self._words.edited.connect(self._edited)
        self._words.submitted.connect(self.submitted)
        self._passphrase.edited.connect(self._edited)
        self._passphrase.line.returnPressed.connect(self.submitted)

    def show_state(self, state: State) -> None:
        """Asks for the one or the other, and marks the words that are wrong."""
        changed = state.by_passphrase != self._by_passphrase
        self._by_passphrase = state.by_passphrase
        self._words.setVisible(not state.by_passphrase)
        self._passphrase.setVisible(state.by_passphrase)
        if changed:
            self.clear()
            self.focus_first()
        if state.slip is not None:
            self._words.mark(state.slip.places)
        if state.by_passphrase and state.error is not None and not state.complete:
            self._passphrase.clear()

    def secret(self) -> Secret:
        """What was typed."""
        if self._by_passphrase:
            return Secret(passphrase=self._passphrase.text())
        return Secret(self._words.words())

    def put_words(self, words: Words) -> None:
        """Puts the right words into the fields."""
        self._words.put_words(words)

    def clear(self) -> None:
        """Forgets what was typed."""
        self._words.clear()
        self._passphrase.clear()

    def focus_first(self) -> None:
        """Puts the focus where typing begins."""
        if self._by_passphrase:
            self._passphrase.line.setFocus()
        else:
            self._words.focus_first()

    def _edited(self) -> None:
        typed = bool(self._passphrase.text())
        self.edited.emit(typed if self._by_passphrase else self._words.is_complete)
