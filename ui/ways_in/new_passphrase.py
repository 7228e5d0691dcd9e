"""A new passphrase, typed twice, and how hard it is to guess."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.theme.switcher import Theme
from ui.translation import translate
from ui.widgets.passphrase_field import PassphraseField
from ui.widgets.strength_bar import StrengthBar


class NewPassphrase(QWidget):
    """Two fields side by side and a bar below them."""

    first_edited = Signal(str, str)
    again_edited = Signal(str, str)
    submitted = Signal()

    def __init__(self, theme: Theme, named: str, label: str = "") -> None:
        """`named` begins the object names of its fields."""
        super().__init__()
        self._first = PassphraseField(theme, label or translate("NewPassphrase", "Passphrase"))
        self._again = PassphraseField(theme, translate("NewPassphrase", "Type it again"))
        self._bar = StrengthBar(theme)
        self._difference = self._refusal = ""
        self._first.line.setObjectName(f"{named}.passphrase")
        self._again.line.setObjectName(f"{named}.passphrase_again")
        fields = QHBoxLayout()
        fields.setSpacing(theme.tokens.space(3))
        top = Qt.AlignmentFlag.AlignTop  # else an error below one moves the other
        fields.addWidget(self._first, 1, top)
        fields.addWidget(self._again, 1, top)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.tokens.space(2))
        column.addLayout(fields)
        column.addWidget(self._bar)
        self._first.edited.connect(self._type_first)
        self._again.edited.connect(self._type_again)
        self._first.line.returnPressed.connect(self._again.line.setFocus)
        self._again.line.returnPressed.connect(self.submitted)
        self.setFocusProxy(self._first.line)

    @property
    def text(self) -> str:
        """The passphrase as typed first."""
        return self._first.text()

    def show_strength(self, score: int, words: str) -> None:
        """Fills `score` of four bars and says `words`."""
        self._bar.show_strength(score, words)

    def show_repeat(self, error: str) -> None:
        """Says that the two differ, or "" that they don't."""
        self._difference = error
        self._again.set_error(error)

    def refuse(self, why: str) -> None:
        """Says why this passphrase won't do, or "" that it will."""
        self._refusal = why
        self._first.set_error(why)

    def clear(self) -> None:
        """Forgets what was typed."""
        self._first.clear()
        self._again.clear()

    def _type_first(self) -> None:
        self.first_edited.emit(*self._texts())
        self._first.set_error(self._refusal)  # typing took it back, rightly or not

    def _type_again(self) -> None:
        self.again_edited.emit(*self._texts())
        self._again.set_error(self._difference)  # typing took it back, rightly or not

    def _texts(self) -> tuple[str, str]:
        return self._first.text(), self._again.text()
