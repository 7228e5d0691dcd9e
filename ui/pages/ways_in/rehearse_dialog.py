"""Prove that your Recovery Kit opens this vault: all 24 words, from the paper."""

from PySide6.QtWidgets import QWidget

from crypto.errors import RecoveryChecksum, RecoveryWordUnknown
from ui.messages import message_for
from ui.theme.switcher import Theme
from ui.translation import translate
from ui.ways_in.request import Request
from ui.ways_in.ways_model import WaysModel
from ui.ways_in.words_entry import WordsEntry
from ui.widgets.announce import announce
from ui.widgets.button import Button, ButtonKind
from ui.widgets.dialog import Dialog
from ui.widgets.small_print import SmallPrint
from ui.widgets.text import Text

WIDTH = 760


class RehearseDialog(Dialog):
    """Nothing is asked before: the words are the proof."""

    def __init__(self, window: QWidget, theme: Theme, model: WaysModel) -> None:
        super().__init__(
            window, theme, translate("RehearseDialog", "Prove your Recovery Kit"), width=WIDTH
        )
        self.setObjectName("rehearse")
        self._model = model
        self._request: Request | None = None  # what is under way
        self._is_proven = False
        about = translate(
            "RehearseDialog",
            "Fetch the paper and type its 24 words. Then you know that it can be read, that it "
            "is the right one, and that it opens this vault.",
        )
        self._about = Text(about, "small", "secondary", wrap=True)
        self._entry = WordsEntry(theme, model.word_list(), "rehearse")
        self._outcome = SmallPrint(theme)
        self._cancel = self.add_button(Button(theme, translate("RehearseDialog", "Cancel")))
        self._cancel.setObjectName("rehearse.cancel")
        prove = translate("RehearseDialog", "Prove it")
        self._main = self.add_button(Button(theme, prove, ButtonKind.MAIN), default=True)
        self._main.setObjectName("rehearse.do")
        for widget in (self._about, self._entry, self._outcome):
            self.body.addWidget(widget)
        self._entry.edited.connect(self._edited)
        self._entry.submitted.connect(self._prove)
        self._main.clicked.connect(self._prove)
        self._cancel.clicked.connect(self.dismiss)
        self._allow()

    def focus_first(self) -> None:
        self._entry.focus_first()

    def dismiss(self) -> None:
        """What is being written can only be waited for."""
        if self._request is None or self._request.cancel():
            super().dismiss()

    def _edited(self) -> None:
        if self._request is None and not self._is_proven:
            self._outcome.say("")
        self._allow()

    def _allow(self) -> None:
        busy = self._request is not None
        ready = (self._entry.is_complete and not busy) or self._is_proven
        if busy and self._cancel.hasFocus():
            self._entry.focus_first()  # else the focus would leave with it
        self._cancel.set_available(not busy, translate("RehearseDialog", "It is being written."))
        self._main.set_available(ready, translate("RehearseDialog", "It takes all 24 words."))

    def _prove(self) -> None:
        if self._is_proven:
            self.dismiss()
        elif self._entry.is_complete and self._request is None:
            self._entry.set_read_only(True)
            self._request = request = self._model.rehearse(self._entry.words())
            request.done.connect(self._has_proven)
            request.failed.connect(self._fail)
            self._allow()

    def _has_proven(self, _: object) -> None:
        self._request, self._is_proven = None, True
        self._entry.clear()
        self._entry.setVisible(False)
        self._about.setVisible(False)
        self._cancel.setVisible(False)
        kit = self._model.ways.kit
        said = translate(
            "RehearseDialog",
            "Kit {number} opens this vault. Put the paper back where it was. Underrose asks again "
            "in three months.",
        ).format(number=kit.number if kit is not None else "")
        self._outcome.say(said, "leaf", "check")
        announce(self, said)
        self._main.set_text(translate("RehearseDialog", "Close"))
        self._allow()
        self._main.setFocus()
        self.place()

    def _fail(self, error: Exception) -> None:
        self._request = None
        self._entry.set_read_only(False)
        message = message_for(error)
        text = message.text
        if isinstance(error, RecoveryChecksum):
            text = message.sentence
        if isinstance(error, RecoveryWordUnknown):
            text = ""  # which one it is stands right below the fields
        self._outcome.say(text, "brick", "circle-alert")
        if text:
            announce(self, text, urgent=True)
        self._allow()
        self._entry.focus_first()
