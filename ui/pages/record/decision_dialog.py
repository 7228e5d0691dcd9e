"""Record a decision: what a client said to which notice, when and how."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.core.clock import Clock
from app.core.ids import PurposeId
from app.records.consents.record import EventKind
from ui.jobs import Jobs
from ui.pages.record.decision import lies_before_last, to_decision
from ui.pages.record.decision_form import DecisionForm, Draft
from ui.pages.record.decision_model import DecisionModel
from ui.pages.record.failures import failure_words
from ui.pages.record.view_model import State
from ui.theme.switcher import Theme
from ui.translation import translate
from ui.widgets.announce import announce
from ui.widgets.button import Button, ButtonKind
from ui.widgets.dialog import Dialog
from ui.widgets.small_print import SmallPrint
from ui.widgets.text import Text
from ui.words.dates import short_day

WIDTH = 980  # logical pixels at 100 % text


class DecisionDialog(Dialog):
    """Records one event of one consent. Esc closes it and lets the caller keep what was typed."""

    left = Signal(object)  # Draft, or None when nothing is to be kept

    def __init__(
        self,
        window: QWidget,
        theme: Theme,
        jobs: Jobs,
        clock: Clock,
        state: State,
        purpose: PurposeId | None = None,
        draft: Draft | None = None,
    ) -> None:
        """Ask about the client of `state`, on `purpose` or as `draft` has it."""
        title = translate("DecisionDialog", "Record what {name} decided")
        super().__init__(window, theme, title.format(name=state.client.first_name), width=WIDTH)
        self.setObjectName("decision")
        self._state = state
        self._model = DecisionModel(jobs, clock, state.zone, self)
        self._model.recorded.connect(self._after_record)
        self._model.refused.connect(self._after_refusal)
        self._form = DecisionForm(theme, state, self._model.now().local.time())
        self._question = Text("", "small", wrap=True)
        self._question.setObjectName("decision.question")
        room = self._question.sizePolicy()
        room.setRetainSizeWhenHidden(True)  # else it would move what was just clicked
        self._question.setSizePolicy(room)
        self._print = SmallPrint(theme)
        self.body.addWidget(self._form)
        self.body.addWidget(self._question)
        self.body.addWidget(self._print)
        cancel = self.add_button(Button(theme, translate("DecisionDialog", "Cancel")))
        cancel.setObjectName("decision.cancel")
        cancel.clicked.connect(self._finish)
        self._record = self.add_button(
            Button(theme, translate("DecisionDialog", "Record it"), ButtonKind.MAIN),
            default=True,
        )
        self._record.setObjectName("decision.record")
        self._record.clicked.connect(self._send)
        if purpose is not None:
            self._form.choose_purpose(purpose)
        if draft is not None:
            self._form.show_draft(draft)
            earlier = translate(
                "DecisionDialog", "The remark is from earlier. It isn’t recorded yet."
            )
            self._print.say(earlier)
        self._untouched = self._form.draft() if draft is None else None
        self._form.changed.connect(self._follow)
        self._follow()

    def dismiss(self) -> None:
        draft = self._form.draft()
        self.left.emit(draft if draft.remark and draft != self._untouched else None)
        super().dismiss()

    def _fit_content(self, width: int, most: int) -> int:
        around = self._question.heightForWidth(width) + 2 * self.body.spacing()
        self._form.fit(width, most - around)
        return super()._fit_content(width, most)

    def _finish(self) -> None:
        self._untouched = self._form.draft()
        self.dismiss()

    def _follow(self) -> None:
        name = self._state.client.first_name
        chosen = self._form.kind is not None
        why_not = translate("DecisionDialog", "Choose what {name} decided").format(name=name)
        self._record.set_available(chosen, why_not)
        question = translate(
            "DecisionDialog",
            "Record that {name} withdrew “{consent}”? "
            "It holds from {day}, and stays in the ledger.",
        )
        self._question.setText(
            question.format(
                name=name,
                consent=self._form.purpose.template.name,
                day=short_day(self._form.day, self._state.today),
            )
        )
        self._question.setVisible(self._form.kind is EventKind.WITHDRAWN)
        if self.isVisible():
            self.place()  # another notice is longer or shorter

    def _send(self) -> None:
        form = self._form.filled_in()
        if form is None:
            return
        decision = to_decision(form, self._model.now(), self._state.zone)
        consent = self._form.consent
        if consent is not None and lies_before_last(decision, consent):
            self._form.blame_order(consent.last.at.in_zone(self._state.zone).day)
            return
        self._print.say("")
        self._untouched = self._form.draft()  # nothing to keep, if it is recorded
        self._record.set_available(False, translate("DecisionDialog", "Being recorded"))
        self._model.record(decision)

    def _after_record(self) -> None:
        announce(self.window(), translate("DecisionDialog", "Recorded"))
        self._finish()

    def _after_refusal(self, error: Exception) -> None:
        self._untouched = None
        self._record.set_available(True)
        if not self._form.blame(error):
            words = failure_words(error)
            self._print.say(words, "brick", "circle-alert")
            announce(self, words, urgent=True)
