"""What is asked for before a way in is changed: the passphrase of now, or the kit's words."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.theme.switcher import Theme
from ui.translation import translate
from ui.ways_in.ways_state import Proof, Secret, Ways, is_same
from ui.ways_in.words_entry import WordsEntry
from ui.ways_in.words_model import WordsModel
from ui.widgets.button import Button, ButtonKind, ButtonSize
from ui.widgets.passphrase_field import PassphraseField
from ui.widgets.small_print import SmallPrint


class ProofForm(QWidget):
    """Whoever sits down at an open laptop for a minute is not to have the key for ever."""

    edited = Signal()
    submitted = Signal()

    def __init__(self, theme: Theme, words: WordsModel, named: str) -> None:
        """`named` begins the object names of what can be used in it."""
        super().__init__()
        self._ways = Ways()
        self._proof = Proof.PASSPHRASE
        self._by_kit = False
        self._about = SmallPrint(theme)
        self._passphrase = PassphraseField(theme, translate("ProofForm", "Your passphrase now"))
        self._passphrase.line.setObjectName(f"{named}.proof")
        self._words = WordsEntry(theme, words, f"{named}.proof")
        # For the foot of a dialog: between two fields, Tab and a passphrase's space would press it.
        self.other = Button(theme, "", ButtonKind.LINK, size=ButtonSize.SMALL)
        self.other.setObjectName(f"{named}.other_proof")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for widget in (self._about, self._passphrase, self._words):
            column.addWidget(widget)
        self._passphrase.edited.connect(self.edited)
        self._passphrase.line.returnPressed.connect(self.submitted)
        self._words.edited.connect(self.edited)
        self._words.submitted.connect(self.submitted)
        self.other.clicked.connect(self._switch)

    @property
    def is_complete(self) -> bool:
        """Whether there is something to try."""
        if self._asks_words:
            return self._words.is_complete
        return self._proof is Proof.NOTHING or bool(self._passphrase.text())

    @property
    def asks(self) -> bool:
        """Whether something has to be typed."""
        return self._asks_words or self._proof is Proof.PASSPHRASE

    def why_not(self, passphrase: str) -> str:
        """Why `passphrase` can't be a new one: it is what was typed here; else empty."""
        if self._asks_words or not passphrase or not is_same(passphrase, self._passphrase.text()):
            return ""
        return translate("ProofForm", "That is the passphrase in use. Think of another one.")

    def secret(self) -> Secret:
        """What was typed."""
        if self._asks_words:
            return Secret(words=self._words.words())
        return Secret(self._passphrase.text())

    def show_ways(self, ways: Ways) -> None:
        """Asks for what opens the vault here."""
        self._ways, self._proof = ways, ways.proof
        asked = ways.proof is Proof.PASSPHRASE and not self._by_kit
        self._passphrase.setVisible(asked)
        self._words.setVisible(self._asks_words)
        self.other.setVisible(ways.proof is Proof.PASSPHRASE)
        self.other.set_text(
            translate("ProofForm", "Use the passphrase instead")
            if self._by_kit
            else translate("ProofForm", "Use the Recovery Kit’s words instead")
        )
        self._about.say(*_about(ways, self._asks_words))

    def clear(self) -> None:
        """Forgets what was typed."""
        self._passphrase.clear()
        self._words.clear()

    def focus_first(self) -> None:
        """Puts the focus where typing begins."""
        if self._asks_words:
            self._words.focus_first()
        else:
            self._passphrase.setFocus()

    @property
    def _asks_words(self) -> bool:
        return self._proof is Proof.KIT or (self._proof is Proof.PASSPHRASE and self._by_kit)

    def _switch(self) -> None:
        self._by_kit = not self._by_kit
        self.clear()
        self.show_ways(self._ways)
        self.focus_first()
        self.edited.emit()


def _about(ways: Ways, asks_words: bool) -> tuple[str, str, str]:
    if asks_words:
        asked = translate("ProofForm", "The 24 words of the Recovery Kit, to show that it is you.")
        return (asked, "secondary", "")
    if ways.proof is Proof.NOTHING:
        alone = translate(
            "ProofForm",
            "This vault opens by {store} alone, so nothing is asked. {store} may ask for your "
            "login password.",
        )
        return (alone.format(store=ways.store_name), "secondary", "")
    return ("", "tertiary", "")
