"""Record a decision: what a client said to which notice, when and how."""

from datetime import date

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.core.clock import Clock, Moment
from app.core.errors import AppError
from app.core.ids import PurposeId
from app.records.consents.record import Consent, EventKind, Method
from app.records.purposes.record import EndRule, Purpose
from ui.consent_words import event_word, method_words
from ui.jobs import Jobs
from ui.messages import message_for
from ui.pages.record.decision import ENDING, Form, offered, suggested_end, to_decision
from ui.pages.record.notice_view import NoticeView
from ui.pages.record.view_model import RecordState
from ui.theme import Theme
from ui.translation import translate
from ui.widgets.button import Button, ButtonKind
from ui.widgets.combo_box import ComboBox
from ui.widgets.day_field import DayField
from ui.widgets.dialog import Dialog
from ui.widgets.field import Field, LabelledField
from ui.widgets.segments import Segments
from ui.widgets.small_print import SmallPrint
from ui.widgets.text import Text
from ui.widgets.time_field import TimeField

_METHODS = tuple(Method)


class DecisionDialog(Dialog):
    """One event of one consent; nothing is chosen that the client has to say."""

    def __init__(
        self,
        window: QWidget,
        theme: Theme,
        jobs: Jobs,
        clock: Clock,
        state: RecordState,
        purpose: PurposeId | None = None,
    ) -> None:
        """Prepare the dialog for the client of `state`, on `purpose` or on the first one."""
        title = translate("DecisionDialog", "Record what {name} decided")
        super().__init__(window, theme, title.format(name=state.client.first_name), width=640)
        self._jobs = jobs
        self._clock = clock
        self._state = state
        self._kinds: tuple[EventKind, ...] = ()
        self._purpose = ComboBox(theme, translate("DecisionDialog", "Consent"))
        self._purpose.setObjectName("decision.purpose")
        for each in state.purposes:
            self._purpose.addItem(each.template.name)
        self._notice = NoticeView(theme)
        self._kind_place = QVBoxLayout()
        self._kind: Segments | None = None
        self._method = Segments(
            theme,
            translate("DecisionDialog", "How it was said"),
            [method_words(method) for method in _METHODS],
        )
        self._method.setObjectName("decision.method")
        self._day = DayField(theme, translate("DecisionDialog", "Day"), state.today)
        self._day.line.setObjectName("decision.day")
        self._time = TimeField(theme, translate("DecisionDialog", "Time"))
        self._time.line.setObjectName("decision.time")
        self._ends = DayField(
            theme,
            translate("DecisionDialog", "Holds until"),
            state.today,
            empty_means=translate("DecisionDialog", "Empty: no end date"),
        )
        self._ends.line.setObjectName("decision.ends")
        self._remark = Field(
            theme,
            translate("DecisionDialog", "Remark"),
            hint=translate(
                "DecisionDialog", "Stands on the record that {name} gets. Facts only."
            ).format(name=state.client.first_name),
        )
        self._remark.line.setObjectName("decision.remark")
        self._refusal = SmallPrint(theme)
        self._lay_out()
        self._day.set_day(state.today)
        self._time.set_time(Moment(clock.now().utc, state.practice.zone).local.time())
        self._purpose.currentIndexChanged.connect(self._show_purpose)
        self._day.day_changed.connect(self._suggest_end)
        places = {each.id: place for place, each in enumerate(state.purposes)}
        self._purpose.setCurrentIndex(places[purpose] if purpose else 0)
        self._show_purpose()

    def _lay_out(self) -> None:
        theme = self._theme
        self.body.addWidget(
            LabelledField(theme, translate("DecisionDialog", "Consent"), self._purpose)
        )
        self.body.addWidget(self._notice)
        self._kind_place.setSpacing(5)
        self._kind_place.addWidget(
            Text(translate("DecisionDialog", "Decision"), "small", strong=True)
        )
        self.body.addLayout(self._kind_place)
        self.body.addWidget(
            LabelledField(theme, translate("DecisionDialog", "How it was said"), self._method)
        )
        when = QHBoxLayout()
        when.setSpacing(theme.tokens.space(3))
        when.addWidget(self._day, 2)
        when.addWidget(self._time, 1)
        when.addWidget(self._ends, 2)
        self.body.addLayout(when)
        self.body.addWidget(self._remark)
        self.body.addWidget(self._refusal)
        cancel = self.add_button(Button(theme, translate("DecisionDialog", "Cancel")))
        cancel.setObjectName("decision.cancel")
        cancel.clicked.connect(self.dismiss)
        self._record = self.add_button(
            Button(theme, translate("DecisionDialog", "Record it"), ButtonKind.MAIN),
            default=True,
        )
        self._record.setObjectName("decision.record")
        self._record.clicked.connect(self._send)

    @property
    def _chosen(self) -> Purpose:
        return self._state.purposes[self._purpose.currentIndex()]

    @property
    def _consent(self) -> Consent | None:
        id = self._chosen.id
        return next((each for each in self._state.consents if each.purpose == id), None)

    def _show_purpose(self) -> None:
        self._refusal.say("")
        self._notice.show_notice(self._chosen, self._state.client)
        self._kinds = offered(self._consent, self._state.today)
        if self._kind is not None:
            self._kind_place.removeWidget(self._kind)
            self._kind.deleteLater()
        words = [event_word(kind) for kind in self._kinds]
        self._kind = Segments(
            self._theme, translate("DecisionDialog", "Decision"), words, open=True
        )
        self._kind.setObjectName("decision.kind")
        self._kind.chosen.connect(self._suggest_end)
        self._kind_place.addWidget(self._kind)
        self._suggest_end()

    def _suggest_end(self) -> None:
        ends = self._kind_chosen() in ENDING
        self._ends.setVisible(ends)
        day = self._day_or_today()
        self._ends.set_day(suggested_end(self._chosen, day) if ends else None)
        self._record.set_available(
            self._kind_chosen() is not None,
            translate("DecisionDialog", "Choose what {name} decided").format(
                name=self._state.client.first_name
            ),
        )

    def _kind_chosen(self) -> EventKind | None:
        choice = self._kind.choice() if self._kind else -1
        return self._kinds[choice] if choice >= 0 else None

    def _day_or_today(self) -> date:
        try:
            return self._day.day() or self._state.today
        except AppError:
            return self._state.today

    def _send(self) -> None:
        try:
            day, ends_on = self._day.day(), self._ends.day()
        except AppError:
            return  # the field says what is wrong
        at = self._time.time()
        if day is None:
            self._day.set_error(translate("DecisionDialog", "On which day was it said?"))
            return
        if at is None:
            self._time.line.setFocus()
            return
        kind = self._kind_chosen()
        if kind is None:
            return
        needs_end = self._chosen.template.end_rule is EndRule.ON_DATE
        if needs_end and ends_on is None and kind in ENDING:
            self._ends.set_error(translate("DecisionDialog", "This consent needs an end date."))
            return
        form = Form(
            client=self._state.client.id,
            purpose=self._chosen,
            kind=kind,
            method=_METHODS[self._method.choice()],
            day=day,
            at=at,
            ends_on=ends_on,
            remark=self._remark.text(),
        )
        decision = to_decision(form, self._clock.now(), self._state.practice.zone)
        self._record.set_available(False, translate("DecisionDialog", "Being recorded"))
        self._jobs.write(
            self,
            lambda workspace: workspace.consents.record(decision),
            lambda _: self.dismiss(),
            self._refuse,
        )

    def _refuse(self, error: Exception) -> None:
        self._record.set_available(True)
        self._refusal.say(message_for(error).sentence, "brick", "circle-alert")
