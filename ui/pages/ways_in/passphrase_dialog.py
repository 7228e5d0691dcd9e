"""Another passphrase, with everything else as it is."""

from PySide6.QtWidgets import QWidget

from ui.pages.ways_in.way_dialog import WayDialog
from ui.theme.switcher import Theme
from ui.translation import translate
from ui.ways_in import opening_words as words
from ui.ways_in.new_passphrase import NewPassphrase
from ui.ways_in.request import Request
from ui.ways_in.way_choice import WayChoice
from ui.ways_in.ways_model import WaysModel
from ui.ways_in.ways_state import Ways


class PassphraseDialog(WayDialog):
    """The one of now, and twice the new one."""

    def __init__(self, window: QWidget, theme: Theme, model: WaysModel) -> None:
        self._began = False
        self._choice = model.choice()
        self._new = NewPassphrase(
            theme, "change_passphrase", translate("PassphraseDialog", "New passphrase")
        )
        super().__init__(
            window,
            theme,
            model,
            translate("PassphraseDialog", "Change the passphrase"),
            translate(
                "PassphraseDialog",
                "From then on the vault opens here by the new one. The Recovery Kit stays as it "
                "is, and so do other computers.",
            ),
            translate("PassphraseDialog", "Change it"),
            named="change_passphrase",
        )
        self._choice.setParent(self)
        self._choice.changed.connect(self._show_choice)
        self._new.first_edited.connect(self._choice.type_first)
        self._new.first_edited.connect(self._compare)
        self.proof.edited.connect(self._compare)
        self._new.again_edited.connect(self._choice.type_again)
        self._new.submitted.connect(self.main.click)

    def fill(self) -> None:
        self.body.addWidget(self._new)

    def show_ways(self, ways: Ways) -> None:
        if ways.here is not None and not self._began:
            self._began = True
            self._choice.begin(ways.store, ways.opening or WayChoice.PASSPHRASE)
            self._show_choice()

    def why_not(self) -> str:
        return self.proof.why_not(self._new.text) or words.why_not(self._choice.choice)

    def proof_submitted(self) -> None:
        self._new.setFocus()

    def act(self) -> Request:
        ways = self.model.ways
        replaced = ways.usual.id if ways.usual is not None else None
        opening = ways.opening or WayChoice.PASSPHRASE
        return self.model.change_opening(self.proof.secret(), opening, self._new.text, replaced)

    def has_done(self, made: object) -> None:
        super().has_done(made)
        self.tell(translate("PassphraseDialog", "The passphrase is changed."))

    def _compare(self) -> None:
        self._new.refuse(self.proof.why_not(self._new.text))
        self.allow()

    def _show_choice(self) -> None:
        choice = self._choice.choice
        self._new.show_strength(*words.strength(choice))
        self._new.show_repeat(words.repeat_error(choice))
        self.allow()
