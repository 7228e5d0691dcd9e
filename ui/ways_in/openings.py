"""How should it open? Three cards; the passphrase is asked for inside the one that needs it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QVBoxLayout, QWidget

from ui.theme.switcher import Theme
from ui.translation import translate
from ui.ways_in import opening_words as words
from ui.ways_in.choice import Choice
from ui.ways_in.new_passphrase import NewPassphrase
from ui.ways_in.way_choice import WayChoice
from ui.widgets.option_card import OptionCard
from ui.widgets.small_print import SmallPrint
from ui.widgets.text import Text

BETWEEN = 10


class Openings(QWidget):
    """The question, what was found of a password store, and the cards."""

    chosen = Signal(object)  # WayChoice

    def __init__(self, theme: Theme, named: str, passphrase: str = "") -> None:
        """`named` begins the object names of what can be used in it; `passphrase` is a label."""
        super().__init__()
        self.passphrase = NewPassphrase(theme, named, passphrase)
        self._found = SmallPrint(theme)
        self._missing = SmallPrint(theme)
        self._cards = _cards(theme, QButtonGroup(self))
        self._homes = {
            opening: _home_in(card)
            for opening, card in self._cards.items()
            if opening.takes_passphrase
        }
        for opening, card in self._cards.items():
            card.radio.setObjectName(f"{named}.open_by_{opening}")
            card.chosen.connect(lambda opening=opening: self.chosen.emit(opening))
        self._lay_out()
        # Before it stands among other fields: Tab takes them in the order in which they came.
        self._move_passphrase_to(WayChoice.BOTH)

    def show_choice(self, choice: Choice) -> None:
        """Shows what was found and chosen."""
        self._name_cards(choice.store_name)
        for opening, card in self._cards.items():
            possible = choice.store_error is None or not opening.needs_store
            card.setEnabled(possible)
            card.setToolTip("" if possible else words.store_missing(choice))
        self._cards[choice.opening].choose()
        self._move_passphrase_to(choice.opening)
        self._found.say(words.store_found(choice), "tertiary", "key-round")
        self._missing.say(words.store_missing(choice), "ochre", "triangle-alert")
        self.passphrase.show_strength(*words.strength(choice))
        self.passphrase.show_repeat(words.repeat_error(choice))

    def allow(self, openings: frozenset[WayChoice]) -> None:
        """Shows only the cards that are possible."""
        for opening, card in self._cards.items():
            card.setVisible(opening in openings)

    def focus_first(self) -> None:
        """Puts the focus on the chosen card."""
        for card in self._cards.values():
            if card.is_chosen():
                card.radio.setFocus()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(Text(translate("Openings", "How should it open?"), "small", strong=True))
        head.addStretch(1)
        head.addWidget(self._found)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(BETWEEN)
        column.addLayout(head)
        column.addWidget(self._missing)
        for card in self._cards.values():
            column.addWidget(card)

    def _name_cards(self, store: str) -> None:
        alone = store or translate("Openings", "This computer’s password store")
        both = translate("Openings", "{store} and a passphrase").format(store=alone)
        self._cards[WayChoice.KEYRING].set_title(alone)
        self._cards[WayChoice.BOTH].set_title(both)

    def _move_passphrase_to(self, opening: WayChoice) -> None:
        home = self._homes.get(opening)
        if home is not None:
            home.addWidget(self.passphrase)


def _cards(theme: Theme, group: QButtonGroup) -> dict[WayChoice, OptionCard]:
    """The cards in their order; those with a store are named once it is known."""
    login = translate(
        "Openings",
        "Protects against someone who copies the file or takes the disk, but not against someone "
        "using your unlocked login.",
    )
    both = translate(
        "Openings",
        "Protects against both: a copied file can’t be opened elsewhere, and your login alone "
        "isn’t enough.",
    )
    alone = translate(
        "Openings",
        "Protects a copied file as far as the passphrase is hard to guess, and opens on any "
        "computer.",
    )
    suggested = translate("Openings", "Suggested")
    return {
        WayChoice.KEYRING: OptionCard(theme, group, "", login),
        WayChoice.BOTH: OptionCard(theme, group, "", both, badge=suggested),
        WayChoice.PASSPHRASE: OptionCard(
            theme, group, translate("Openings", "Passphrase only"), alone
        ),
    }


def _home_in(card: OptionCard) -> QVBoxLayout:
    """A place inside a card, shown while the card is chosen."""
    home = QWidget()
    column = QVBoxLayout(home)
    column.setContentsMargins(0, 0, 0, 0)
    card.set_more(home)
    return column
