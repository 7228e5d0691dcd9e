"""The frame of these dialogs: who asks is proven, then one thing is done."""

from PySide6.QtWidgets import QApplication, QWidget

from crypto.errors import RecoveryWordUnknown
from ui.messages import message_for
from ui.theme.switcher import Theme
from ui.translation import translate
from ui.ways_in.proof_form import ProofForm
from ui.ways_in.request import Request
from ui.ways_in.ways_model import WaysModel
from ui.ways_in.ways_state import Ways
from ui.widgets.announce import announce
from ui.widgets.button import Button, ButtonKind
from ui.widgets.dialog import Dialog
from ui.widgets.small_print import SmallPrint
from ui.widgets.text import Text
from ui.widgets.toast import show_toast

WIDTH = 700


class WayDialog(Dialog):
    """Subclasses fill `body`, say what is missing, and act."""

    def __init__(
        self,
        window: QWidget,
        theme: Theme,
        model: WaysModel,
        title: str,
        about: str,
        do: str,
        *,
        named: str,
        cancel: str = "",
        removing: bool = False,
        width: int = WIDTH,
    ) -> None:
        """`do` is the main button's word; `named` begins the object names."""
        super().__init__(window, theme, title, width=width)
        self.setObjectName(named)
        self.model = model
        self._over = window
        self.named = named
        self._do = do
        self._request: Request | None = None  # what is under way
        self._looked = False
        self._wanted = False  # Enter came before this computer was looked at
        self.is_proven = False  # nothing has to be shown any more
        self.about = Text(about, "small", "secondary", wrap=True)
        self.proof = ProofForm(theme, model.word_list(), named)
        self._trouble = SmallPrint(theme)
        self.cancel = Button(theme, cancel or translate("WayDialog", "Cancel"))
        self.main = Button(theme, do, ButtonKind.REMOVING if removing else ButtonKind.MAIN)
        self._lay_out(enter=not removing)
        self._connect()
        self._take(model.ways)
        model.look()

    def fill(self) -> None:
        """Puts what is asked below the proof."""

    def show_ways(self, ways: Ways) -> None:
        """Shows what follows from the ways in; called again once this computer was looked at."""

    def why_not(self) -> str:
        """What is missing beside the proof; empty when nothing is."""
        return ""

    def act(self) -> Request:
        """Asks for it."""
        raise NotImplementedError

    def proof_submitted(self) -> None:
        """Enter after the proof: goes on to what else is asked."""
        self._press()

    def has_done(self, made: object) -> None:
        """What was asked for last is done, and came to `made`."""
        del made
        self.dismiss()

    def dismiss(self) -> None:
        """Lets go of what is under way; what is being written can only be waited for."""
        if self._request is None or self._request.cancel():
            super().dismiss()

    def focus_first(self) -> None:
        if self.proof.asks and not self.is_proven:
            self.proof.focus_first()
        else:
            self.cancel.setFocus()

    def allow(self) -> None:
        """Looks again at whether it can be done."""
        why_not = self._why_not()
        self.main.set_available(not why_not, why_not)
        busy, writing = self._request is not None, self._is_writing
        self.main.set_text(translate("WayDialog", "One moment") if busy else self._do)
        self.proof.other.setEnabled(not busy)
        if writing and self.cancel.hasFocus():
            self.panel.setFocus()  # else the focus would leave with it
        self.cancel.set_available(not writing, translate("WayDialog", "It is being written."))

    def go_on_to(self, do: str) -> None:
        """Begins a second step, with another word on the main button and the proof forgotten."""
        self._do, self.is_proven = do, True
        self.proof.clear()
        self.proof.setVisible(False)
        self.proof.other.setVisible(False)
        self.rest()

    def end_with(self, do: str) -> None:
        """Begins the last step, with nothing more to ask: the main button only closes it."""
        self.main.clicked.disconnect(self._press)
        self.main.clicked.connect(self.dismiss)
        self.cancel.setVisible(False)
        self.go_on_to(do)
        self.main.setFocus()

    def rest(self) -> None:
        """Says that nothing is under way any more."""
        self._request = None
        self.body_enabled(True)
        self.allow()

    def body_enabled(self, enabled: bool) -> None:
        """Lets nobody type while something is under way."""
        self._content.setEnabled(enabled)

    def tell(self, done: str) -> None:
        """Says over the page below what was done."""
        show_toast(self._over, self._theme, done)

    def say(self, trouble: str) -> None:
        """Says what went wrong; "" takes it back."""
        if trouble and trouble != self._trouble.text():
            announce(self, trouble, urgent=True)
        self._trouble.say(trouble, "brick", "circle-alert")

    def _lay_out(self, *, enter: bool) -> None:
        """`enter` lets the key of that name press the main button."""
        self.cancel.setObjectName(f"{self.named}.cancel")
        self.main.setObjectName(f"{self.named}.do")
        self.footer.insertWidget(0, self.proof.other)
        self.add_button(self.cancel)
        self.add_button(self.main, default=enter)
        self.body.addWidget(self.about)
        self.body.addWidget(self.proof)
        self.fill()
        self.body.addWidget(self._trouble)

    def _connect(self) -> None:
        self.cancel.clicked.connect(self.dismiss)
        self.main.clicked.connect(self._press)
        self.proof.edited.connect(self.allow)
        self.proof.submitted.connect(self.proof_submitted)
        self.model.changed.connect(self._take)

    def _why_not(self) -> str:
        if self._request is not None:
            return translate("WayDialog", "It is being done.")
        if not self._looked:
            return translate("WayDialog", "Still looking for this computer’s password store.")
        if not (self.is_proven or self.proof.is_complete):
            return translate("WayDialog", "Show first that it is you who asks.")
        return self.why_not()

    def _press(self) -> None:
        self._wanted = not self._looked
        if self.isHidden() or self._why_not():
            return
        self.say("")
        self.cancel.setFocus()  # before what has the focus is disabled
        self.body_enabled(False)
        self._request = request = self.act()
        request.writing.connect(self.allow)
        request.done.connect(self._end)
        request.failed.connect(self._fail)
        self.allow()

    def _take(self, ways: Ways) -> None:
        begins = ways.here is not None and not self._looked
        self._looked = ways.here is not None
        if not self.is_proven:
            self.proof.show_ways(ways)
        self.show_ways(ways)
        self.allow()
        if begins and self.isVisible() and not self._is_typing():
            self.focus_first()
        if begins and self._wanted:
            self._press()

    def _is_typing(self) -> bool:
        focus = QApplication.focusWidget()
        return focus is not None and self._content.isAncestorOf(focus)

    @property
    def _is_writing(self) -> bool:
        return self._request is not None and self._request.is_writing

    def _end(self, made: object) -> None:
        self.rest()
        self.has_done(made)

    def _fail(self, error: Exception) -> None:
        self.rest()
        if not isinstance(error, RecoveryWordUnknown):  # that stands right below the fields
            self.say(message_for(error, self.model.ways.store_name).text)
        self.focus_first()
