"""The offer to put this computer's half of the key back: one button, and a way past it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.messages import message_for
from ui.theme.switcher import Theme
from ui.translation import translate
from ui.ways_in import opening_words
from ui.ways_in.half_model import HalfModel, State
from ui.ways_in.new_passphrase import NewPassphrase
from ui.ways_in.put_way import Stage
from ui.widgets.announce import announce
from ui.widgets.button import Button, ButtonKind, ButtonSize
from ui.widgets.small_print import SmallPrint
from ui.widgets.text import Text


class HalfForm(QWidget):
    """Says what is gone; where there are two halves, asks for the passphrase once more."""

    skipped = Signal()

    def __init__(self, theme: Theme, model: HalfModel, named: str) -> None:
        """`named` begins the object names of what can be used in it."""
        super().__init__()
        self._model = model
        self._about = Text("", "body", "secondary", wrap=True)
        self._passphrase = NewPassphrase(theme, named)
        self._trouble = SmallPrint(theme)
        self._put_back = Button(
            theme,
            translate("HalfForm", "Put it back"),
            ButtonKind.MAIN,
            size=ButtonSize.TOUCH,
            icon="key-round",
        )
        self._put_back.setObjectName(f"{named}.put_back")
        self._skip = Button(
            theme, translate("HalfForm", "Not now"), ButtonKind.QUIET, size=ButtonSize.TOUCH
        )
        self._skip.setObjectName(f"{named}.skip")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        column.addWidget(self._about)
        column.addWidget(self._passphrase)
        column.addWidget(self._trouble)
        column.addWidget(self._put_back)
        column.addWidget(self._skip)
        choice = model.choice
        self._passphrase.first_edited.connect(choice.type_first)
        self._passphrase.again_edited.connect(choice.type_again)
        self._passphrase.submitted.connect(self._put_back.click)
        self._put_back.clicked.connect(lambda: model.put_back(self._passphrase.text))
        self._skip.clicked.connect(self._let_go)
        model.changed.connect(self._show)
        self._show(model.state)

    def focus_first(self) -> None:
        """Puts the focus where there is something to do."""
        if self._passphrase.isVisible():
            self._passphrase.setFocus()
        elif self._put_back.isEnabled():
            self._put_back.setFocus()
        else:
            self._skip.setFocus()

    def clear(self) -> None:
        """Forgets what was typed."""
        self._passphrase.clear()

    def _show(self, state: State) -> None:
        choice = state.choice
        offered = state.stage in {Stage.OFFERED, Stage.WORKING, Stage.WRITING}
        asks = offered and choice.opening.takes_passphrase
        began = asks and self._passphrase.isHidden()
        self._about.setText(_about(state))
        self._passphrase.setVisible(asks)
        self._passphrase.show_strength(*opening_words.strength(choice))
        self._passphrase.show_repeat(opening_words.repeat_error(choice))
        self._put_back.setVisible(offered)
        self._put_back.set_text(_button(state))
        why_not = opening_words.why_not(choice)
        self._put_back.set_available(state.stage is Stage.OFFERED and not why_not, why_not)
        self._skip.set_available(state.stage is not Stage.WRITING)
        self._say("" if state.error is None else message_for(state.error, state.store_name).text)
        if began and self.isVisible():
            self._passphrase.setFocus()

    def _let_go(self) -> None:
        if self._model.let_go():
            self.skipped.emit()

    def _say(self, trouble: str) -> None:
        if trouble and trouble != self._trouble.text():
            announce(self, trouble, urgent=True)
        self._trouble.say(trouble, "brick", "circle-alert")


def _about(state: State) -> str:
    if state.stage is Stage.LOOKING:
        return translate("HalfForm", "The vault is open. Looking at this computer’s part of it.")
    if state.choice.opening.takes_passphrase:
        if state.is_new:
            about = translate(
                "HalfForm",
                "This computer holds no half of the key yet. With it in {store}, the vault opens "
                "here by a passphrase again. Type the one you know, or a new one.",
            )
        else:
            about = translate(
                "HalfForm",
                "{store} no longer has this computer’s half of the key. Underrose can put a new "
                "one there. The other half is a passphrase: the one you know, or a new one.",
            )
    elif state.is_new:
        about = translate(
            "HalfForm",
            "{store} on this computer can keep a key to the vault, so that it opens here without "
            "the Recovery Kit.",
        )
    else:
        about = translate(
            "HalfForm",
            "{store} no longer has this computer’s key to the vault. Underrose can put a new one "
            "there.",
        )
    return about.format(store=state.store_name)


def _button(state: State) -> str:
    if state.stage in {Stage.WORKING, Stage.WRITING}:
        return translate("HalfForm", "Putting it back")
    return translate("HalfForm", "Put it back")
