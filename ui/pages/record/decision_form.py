"""The fields of a decision: which consent, what was decided, how, when and until when."""

from dataclasses import dataclass
from datetime import date, time

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from app.core.errors import AppError, EndBeforeStart, MomentInFuture, NameNotUsable, TextTooLong
from app.core.ids import PurposeId
from app.records.consents.record import Consent, EventKind, Method
from app.records.purposes.record import Purpose
from ui.messages import message_for
from ui.pages.record.decision import Form, can_end, must_end, offered, suggested_end
from ui.pages.record.kind_choice import KindChoice
from ui.pages.record.notice_view import NoticeView
from ui.pages.record.view_model import State
from ui.theme.switcher import Theme
from ui.translation import translate
from ui.widgets.combo_box import ComboBox
from ui.widgets.day_field import DayField
from ui.widgets.field import Field, LabelledField
from ui.widgets.segments import Segments
from ui.widgets.time_field import TimeField
from ui.words.consents import method_words
from ui.words.dates import short_day

METHODS = tuple(Method)
ASKED, SAID = 5, 4  # how the width is shared between the notice and the fields
BESIDE = 820  # logical pixels at 100 % text: below, the notice stands above the fields


@dataclass(frozen=True)
class Draft:
    """What is worth keeping of a form that was left: an answer and its time are asked anew."""

    purpose: PurposeId
    remark: str


class DecisionForm(QWidget):
    """Nothing is chosen beforehand that the client has to say.

    The notice stands beside the fields, so that there is room to read it aloud. No choice moves
    anything: whoever is typing goes on in the same field.
    """

    changed = Signal()

    def __init__(self, theme: Theme, state: State, now: time) -> None:
        """Ask about the client of `state`."""
        super().__init__()
        self._theme = theme
        self._state = state
        self._purpose = ComboBox(theme, translate("DecisionForm", "Consent"))
        self._notice = NoticeView(theme)
        self._kind = KindChoice(theme)
        self._method = Segments(
            theme, translate("DecisionForm", "How"), [method_words(method) for method in METHODS]
        )
        self._day = DayField(theme, translate("DecisionForm", "Day"), state.today)
        self._time = TimeField(theme, translate("DecisionForm", "Time"))
        self._ends = DayField(
            theme,
            translate("DecisionForm", "Holds until"),
            state.today,
            empty_means=translate("DecisionForm", "Empty: no end date"),
        )
        self._suggested = ""  # the end that nobody typed
        hint = translate("DecisionForm", "{name} can read this on the record. Facts only.")
        self._remark = Field(
            theme,
            translate("DecisionForm", "Remark"),
            hint=hint.format(name=state.client.first_name),
        )
        self._name_controls()
        self._lay_out()
        for each in state.purposes:
            self._purpose.addItem(each.template.name)
        self._day.set_day(state.today)
        self._time.set_time(now)
        self._purpose.currentIndexChanged.connect(self._after_purpose)
        self._day.day_changed.connect(self._after_day)
        self._kind.changed.connect(self._after_kind)
        self._after_purpose()

    def fit(self, width: int, most: int) -> None:
        """Lay the two columns side by side where `width` has room, not higher than `most`."""
        tokens, direction = self._theme.tokens, QBoxLayout.Direction
        beside = width >= tokens.scaled(BESIDE)
        between = tokens.space(6 if beside else 3)
        self._columns.setDirection(direction.LeftToRight if beside else direction.TopToBottom)
        self._columns.setSpacing(between)
        above = self._asked.sizeHint().height() + tokens.space(3)
        share = (width - between) * ASKED // (ASKED + SAID)
        self._notice.fit(share, most - above if beside else 0)

    def choose_purpose(self, purpose: PurposeId) -> None:
        """Ask about this purpose."""
        ids = [each.id for each in self._state.purposes]
        self._purpose.setCurrentIndex(ids.index(purpose))

    @property
    def purpose(self) -> Purpose:
        """What is asked about."""
        return self._state.purposes[self._purpose.currentIndex()]

    @property
    def consent(self) -> Consent | None:
        """What is on record about it."""
        row = self._state.row(self.purpose.id)
        return row.consent if row else None

    @property
    def kind(self) -> EventKind | None:
        """What was decided, None as long as nothing is chosen."""
        return self._kind.kind()

    @property
    def day(self) -> date:
        """The day that is understood, today as long as none is."""
        try:
            return self._day.day() or self._state.today
        except AppError:
            return self._state.today

    def filled_in(self) -> Form | None:
        """What was filled in; says at its field what is missing, and returns None."""
        kind, at = self.kind, self._time.time()
        for field in (self._day, self._time, self._ends):
            field.complain()
        if not self._day.text().strip():
            self._day.set_error(translate("DecisionForm", "On which day was it?"))
        if kind and must_end(self.purpose, kind) and not self._ends.text().strip():
            self._ends.set_error(translate("DecisionForm", "This consent needs an end date."))
        if kind is None or at is None or self._point_at_error():
            return None
        return Form(
            client=self._state.client.id,
            purpose=self.purpose,
            kind=kind,
            method=METHODS[self._method.choice()],
            day=self.day,
            at=at,
            ends_on=self._ends.day() if can_end(kind) else None,
            remark=self._remark.text(),
        )

    def blame(self, error: Exception) -> bool:
        """Say at its field what was refused; whether there is such a field."""
        words = message_for(error).text
        if isinstance(error, EndBeforeStart):
            self._ends.set_error(words)
        elif isinstance(error, MomentInFuture) and self.day == self._state.today:
            self._time.set_error(translate("DecisionForm", "That time is still to come."))
        elif isinstance(error, MomentInFuture):
            self._day.set_error(words)
        elif isinstance(error, NameNotUsable | TextTooLong):
            self._remark.set_error(words)
        return self._point_at_error()

    def blame_order(self, last: date) -> None:
        """Say that the day lies before the last entry, of `last`."""
        words = translate("DecisionForm", "The last entry is of {day}; this can’t lie before it.")
        self._day.set_error(words.format(day=short_day(last, self._state.today)))
        self._point_at_error()

    def draft(self) -> Draft:
        """What to keep when the form is left."""
        return Draft(self.purpose.id, self._remark.text())

    def show_draft(self, draft: Draft) -> None:
        """Put back what was kept."""
        self.choose_purpose(draft.purpose)
        self._remark.set_text(draft.remark)

    def _name_controls(self) -> None:
        self._purpose.setObjectName("decision.purpose")
        self._method.setObjectName("decision.method")
        self._day.line.setObjectName("decision.day")
        self._time.line.setObjectName("decision.time")
        self._ends.line.setObjectName("decision.ends")
        self._remark.line.setObjectName("decision.remark")

    def _lay_out(self) -> None:
        self._asked = LabelledField(self._theme, self._purpose.accessibleName(), self._purpose)
        self._ends.setMinimumHeight(self._ends.sizeHint().height())  # hint or not
        room = self._ends.sizePolicy()
        room.setRetainSizeWhenHidden(True)
        self._ends.setSizePolicy(room)
        gap = self._theme.tokens.space(3)
        when = QHBoxLayout()
        when.setSpacing(gap)
        for field, stretch in ((self._day, 2), (self._time, 1)):
            when.addWidget(field, stretch, Qt.AlignmentFlag.AlignTop)
        asked, said = QVBoxLayout(), QVBoxLayout()
        asked.setSpacing(gap)
        said.setSpacing(gap)
        asked.addWidget(self._asked)
        asked.addWidget(self._notice)
        asked.addStretch(1)
        said.addWidget(self._kind)
        said.addWidget(LabelledField(self._theme, self._method.accessibleName(), self._method))
        said.addLayout(when)
        said.addWidget(self._remark)
        said.addWidget(self._ends)  # last: Tab leads to the remark by as many steps without it
        said.addStretch(1)
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._columns.setContentsMargins(0, 0, 0, 0)
        self._columns.addLayout(asked, ASKED)
        self._columns.addLayout(said, SAID)

    def _point_at_error(self) -> bool:
        """Put the focus on the first field that says what is wrong; whether there is one."""
        fields: tuple[Field, ...] = (self._day, self._time, self._remark, self._ends)
        for field in fields:
            if field.error() and not field.isHidden():
                field.setFocus()
                return True
        return False

    def _after_purpose(self) -> None:
        self._notice.show_notice(self.purpose.notice, self._state.client)
        self._kind.offer(())
        self._after_day()

    def _after_day(self) -> None:
        self._kind.offer(offered(self.consent, self.day))
        self._after_kind()

    def _after_kind(self) -> None:
        ends = can_end(self.kind)
        self._ends.setVisible(ends)
        if self._ends.text() == self._suggested:
            self._ends.set_day(suggested_end(self.purpose, self.day) if ends else None)
            self._suggested = self._ends.text()
        self.changed.emit()
