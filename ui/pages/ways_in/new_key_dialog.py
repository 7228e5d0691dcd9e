"""“Someone may have my key”: what that means, who asks, how it is to open, and the new kit."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.pages.ways_in.new_kit_dialog import WIDTH, NewKitDialog
from ui.theme.switcher import Theme
from ui.translation import translate
from ui.ways_in import opening_words as words
from ui.ways_in.new_kit import NewKit
from ui.ways_in.openings import Openings
from ui.ways_in.request import Request
from ui.ways_in.way_choice import WayChoice
from ui.ways_in.ways_model import WaysModel
from ui.ways_in.ways_state import Ways
from ui.widgets.small_print import SmallPrint


def still_dangerous() -> str:
    """What a new key does not take back."""
    return translate(
        "NewKey",
        "What was copied before stays open to whoever has it: a copy of this vault or of its key "
        "file opens with the passphrase, the kit or the computer of that time, a copy of a backup "
        "with that kit. Destroy the copies that you can reach.",
    )


class NewKeyDialog(NewKitDialog):
    """Nothing is changed before the words of the new kit are checked."""

    agreed = Signal(object, object)  # ReadyWay, NewKit

    def __init__(self, window: QWidget, theme: Theme, model: WaysModel) -> None:
        self._began = False
        self._choice = model.choice()
        self._openings = Openings(theme, "new_key", translate("NewKey", "New passphrase"))
        self._danger = SmallPrint(theme)
        super().__init__(
            window,
            theme,
            model,
            translate("NewKey", "Someone may have your key?"),
            translate(
                "NewKey",
                "Underrose encrypts the whole vault again under a new key, and then locks. You get "
                "a new Recovery Kit; other computers have to be added again.",
            ),
            translate("NewKey", "Go on"),
            named="new_key",
            width=WIDTH,
        )
        self._choice.setParent(self)
        self._choice.changed.connect(self._show_choice)
        self._openings.chosen.connect(self._choice.choose)
        passphrase = self._openings.passphrase
        passphrase.first_edited.connect(self._choice.type_first)
        passphrase.first_edited.connect(self._compare)
        self.proof.edited.connect(self._compare)
        passphrase.again_edited.connect(self._choice.type_again)
        passphrase.submitted.connect(self.main.click)

    def fill(self) -> None:
        self._danger.say(still_dangerous(), "ochre", "triangle-alert")
        self.body.insertWidget(1, self._danger)
        self.body.addWidget(self._openings)

    def show_ways(self, ways: Ways) -> None:
        if ways.here is not None and not self._began:
            self._began = True
            possible = possible_openings(ways)
            usual = ways.opening
            self._choice.begin(ways.store, usual if usual in possible and usual else _first(ways))
            self._show_choice()

    def why_not_show(self) -> str:
        return self._same() or words.why_not(self._choice.choice)

    def proof_submitted(self) -> None:
        self._openings.focus_first()

    def introduce(self, kit: NewKit) -> str:
        self.set_title(translate("NewKey", "Your new Recovery Kit"))
        self.about.setText(
            translate(
                "NewKey", "Write these new words down or print them. The old sheet stops working."
            )
        )
        self._openings.setVisible(False)
        self._danger.setVisible(False)
        return translate("NewKey", "Make the new key")

    def act_on(self, kit: NewKit) -> Request:
        opening = self._choice.choice.opening
        return self.model.make_ready_for_new_key(opening, self._openings.passphrase.text)

    def has_done(self, made: object) -> None:
        super().has_done(made)
        if not isinstance(made, NewKit):
            self._openings.passphrase.clear()
            self.agreed.emit(made, self._kit)

    def _same(self) -> str:
        if not self._choice.choice.opening.takes_passphrase:
            return ""
        return self.proof.why_not(self._openings.passphrase.text)

    def _compare(self) -> None:
        self._openings.passphrase.refuse(self._same())
        self.allow()

    def _show_choice(self) -> None:
        self._openings.show_choice(self._choice.choice)
        self._openings.allow(possible_openings(self.model.ways))
        self.allow()


def possible_openings(ways: Ways) -> frozenset[WayChoice]:
    """How a vault without any other way in may open."""
    return frozenset(WayChoice) if ways.has_store else frozenset({WayChoice.PASSPHRASE})


def _first(ways: Ways) -> WayChoice:
    return WayChoice.BOTH if ways.has_store else WayChoice.PASSPHRASE
