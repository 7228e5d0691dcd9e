"""The choice of how this computer opens a vault from now on, and a way past it."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from ui.messages import message_for
from ui.theme.switcher import Theme
from ui.translation import translate
from ui.ways_in import opening_words
from ui.ways_in.enrol_model import EnrolModel, State
from ui.ways_in.openings import Openings
from ui.ways_in.put_way import Stage
from ui.widgets.announce import announce
from ui.widgets.button import Button, ButtonKind
from ui.widgets.small_print import SmallPrint


class EnrolForm(QWidget):
    """Three cards, and the passphrase inside the one that needs it."""

    skipped = Signal()

    def __init__(self, theme: Theme, model: EnrolModel, named: str) -> None:
        """`named` begins the object names of what can be used in it."""
        super().__init__()
        self._model = model
        self._openings = Openings(theme, named)
        self._trouble = SmallPrint(theme)
        self._skip = Button(theme, translate("EnrolForm", "Not now"), ButtonKind.QUIET)
        self._skip.setObjectName(f"{named}.skip")
        self._main = Button(theme, translate("EnrolForm", "Open it like this"), ButtonKind.MAIN)
        self._main.setObjectName(f"{named}.go_on")
        foot = QHBoxLayout()
        foot.setSpacing(theme.tokens.space(2))
        foot.addStretch(1)
        foot.addWidget(self._skip)
        foot.addWidget(self._main)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.tokens.space(3))
        column.addWidget(self._openings)
        column.addWidget(self._trouble)
        column.addLayout(foot)
        passphrase = self._openings.passphrase
        self._openings.chosen.connect(model.choice.choose)
        passphrase.first_edited.connect(model.choice.type_first)
        passphrase.again_edited.connect(model.choice.type_again)
        passphrase.submitted.connect(self._main.click)
        self._main.clicked.connect(lambda: model.put(passphrase.text))
        self._skip.clicked.connect(self._let_go)
        model.changed.connect(self._show)
        self._show(model.state)

    def focus_first(self) -> None:
        """Puts the focus where typing begins."""
        if self._model.state.choice.opening.takes_passphrase:
            self._openings.passphrase.setFocus()
        else:
            self._openings.focus_first()

    def clear(self) -> None:
        """Forgets what was typed."""
        self._openings.passphrase.clear()

    def _show(self, state: State) -> None:
        had_keys = self._has_keys()
        self._openings.show_choice(state.choice)
        if had_keys and not self._has_keys():
            # Without a password store the passphrase moves to another card, and loses the focus.
            QTimer.singleShot(0, self, self.focus_first)
        busy = state.stage in {Stage.WORKING, Stage.WRITING}
        self._openings.setEnabled(not busy)
        self._main.set_text(
            translate("EnrolForm", "One moment")
            if busy
            else translate("EnrolForm", "Open it like this")
        )
        self._main.set_available(state.can_go_on, opening_words.why_not(state.choice))
        self._skip.set_available(state.stage is not Stage.WRITING)
        error = state.error if state.error is not state.choice.store_error else None
        told = "" if error is None else message_for(error, state.choice.store_name).text
        if told and told != self._trouble.text():
            announce(self, told, urgent=True)
        self._trouble.say(told, "brick", "circle-alert")

    def _has_keys(self) -> bool:
        focus = QApplication.focusWidget()
        return focus is not None and self.isAncestorOf(focus)

    def _let_go(self) -> None:
        if self._model.let_go():
            self.skipped.emit()
