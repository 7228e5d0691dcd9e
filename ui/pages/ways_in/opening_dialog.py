"""How the vault opens: another way in instead of the usual one, or one more."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from app.workflows.ways_in.way_in import WayIn
from ui.pages.ways_in.way_dialog import WayDialog
from ui.theme.switcher import Theme
from ui.translation import translate
from ui.ways_in import opening_words as words
from ui.ways_in.openings import Openings
from ui.ways_in.request import Request
from ui.ways_in.way_choice import WayChoice
from ui.ways_in.ways_model import WaysModel
from ui.ways_in.ways_state import Ways, opening_of

MOST_LIKELY = (WayChoice.BOTH, WayChoice.KEYRING, WayChoice.PASSPHRASE)


@dataclass(frozen=True)
class Task:
    """What the dialog is for."""

    named: str
    title: str
    about: str
    do: str
    possible: Callable[[Ways], frozenset[WayChoice]]
    replaced: Callable[[Ways], WayIn | None]


def changing() -> Task:
    """Another way in, in place of the usual one."""
    return Task(
        "change_opening",
        translate("OpeningDialog", "Change how the vault opens here"),
        translate(
            "OpeningDialog",
            "The present way in stops working as soon as the new one has been tried. The Recovery "
            "Kit stays as it is.",
        ),
        translate("OpeningDialog", "Change it"),
        lambda ways: ways.choosable,
        lambda ways: ways.usual,
    )


def adding() -> Task:
    """One more way in."""
    return Task(
        "add_way",
        translate("OpeningDialog", "Add a way in"),
        translate(
            "OpeningDialog",
            "It opens the vault, too; the ways in that are there stay. Each is one more to keep "
            "safe.",
        ),
        translate("OpeningDialog", "Add it"),
        lambda ways: ways.addable,
        lambda _: None,
    )


def putting_back() -> Task:
    """This computer's half, in place of the one that is gone."""
    return Task(
        "put_back",
        translate("OpeningDialog", "Put this computer’s half back"),
        translate(
            "OpeningDialog",
            "This computer’s password store gets a new secret of its own. Other computers keep "
            "theirs.",
        ),
        translate("OpeningDialog", "Put it back"),
        lambda ways: ways.addable - {WayChoice.PASSPHRASE},
        lambda ways: ways.lost,
    )


class OpeningDialog(WayDialog):
    """The cards of the first run, those that are possible."""

    def __init__(self, window: QWidget, theme: Theme, model: WaysModel, task: Task) -> None:
        self._task = task
        self._began = False
        self._choice = model.choice()
        self._openings = Openings(theme, task.named)
        super().__init__(
            window, theme, model, task.title, task.about, task.do, named=task.named, width=760
        )
        self._choice.setParent(self)
        self._choice.changed.connect(self._show_choice)
        self._openings.chosen.connect(self._choice.choose)
        passphrase = self._openings.passphrase
        passphrase.first_edited.connect(self._choice.type_first)
        passphrase.again_edited.connect(self._choice.type_again)
        passphrase.submitted.connect(self.main.click)

    def fill(self) -> None:
        self.body.addWidget(self._openings)

    def show_ways(self, ways: Ways) -> None:
        possible = self._task.possible(ways)
        self._openings.allow(possible)
        if ways.here is not None and possible and not self._began:
            self._began = True
            first = next(one for one in MOST_LIKELY if one in possible)
            replaced = self._task.replaced(ways)
            now = opening_of(replaced) if replaced is not None else None
            self._choice.begin(ways.store, now if now in possible and now else first)
            self._show_choice()

    def why_not(self) -> str:
        if not self._task.possible(self.model.ways):
            return translate("OpeningDialog", "Every way in that this computer has is there.")
        return words.why_not(self._choice.choice)

    def proof_submitted(self) -> None:
        self._openings.focus_first()

    def act(self) -> Request:
        replaced = self._task.replaced(self.model.ways)
        return self.model.change_opening(
            self.proof.secret(),
            self._choice.choice.opening,
            self._openings.passphrase.text,
            replaced.id if replaced is not None else None,
        )

    def _show_choice(self) -> None:
        self._openings.show_choice(self._choice.choice)
        self._openings.allow(self._task.possible(self.model.ways))
        self.allow()
