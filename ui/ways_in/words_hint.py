"""The line below the 24 fields: how many there are, or which one is none of the words."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.theme.switcher import Theme
from ui.translation import translate
from ui.ways_in.typed_words import WORD_COUNT
from ui.widgets.announce import announce
from ui.widgets.button import Button, ButtonKind, ButtonSize
from ui.widgets.small_print import SmallPrint


class WordsHint(QWidget):
    """Says one thing at a time, and offers the word that was meant."""

    used = Signal(int, str)  # the place, from 1, and the word to put there

    def __init__(self, theme: Theme, named: str) -> None:
        """`named` begins the object name of its button."""
        super().__init__()
        self.said = ""
        self._meant = (0, "")
        self._words = SmallPrint(theme)
        self._use = Button(
            theme,
            translate("WordsEntry", "Use the word that was meant"),
            ButtonKind.LINK,
            size=ButtonSize.SMALL,
        )
        self._use.setObjectName(f"{named}.suggestion")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._words, 1, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._use)
        self._use.clicked.connect(lambda: self.used.emit(*self._meant))
        self.setFixedHeight(self._use.sizeHint().height())

    def show_count(self, count: int) -> None:
        """Says how far the typing has come."""
        words = translate("WordsEntry", "{count} of {total} words")
        self.said = ""
        self._use.setVisible(False)
        self._words.say(words.format(count=count, total=WORD_COUNT), "secondary")

    def show_unknown(self, place: int, word: str, meant: str) -> None:
        """Says which word is none, and which one was meant, if any is near."""
        if meant:
            said = translate(
                "WordsEntry", "“{word}” isn’t one of the words. Did you mean “{meant}”?"
            ).format(word=word, meant=meant)
        else:
            said = translate(
                "WordsEntry", "“{word}” isn’t one of the words. Check word {place}."
            ).format(word=word, place=place)
        self._meant = (place, meant)
        self._use.setVisible(bool(meant))
        if meant:
            self._use.set_text(translate("WordsEntry", "Use “{word}”").format(word=meant))
        self._words.say(said, "brick", "circle-alert")
        if said != self.said:
            announce(self, said, urgent=True)
        self.said = said
