"""A field for a day: typed in words, shown as understood, or picked from a calendar."""

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from app.core.day_words import parse_day
from app.core.errors import DayNotUnderstood, MonthHasFewerDays
from ui.messages import message_for
from ui.theme.switcher import Theme
from ui.translation import translate
from ui.widgets.calendar import Calendar
from ui.widgets.field import Field
from ui.words.dates import full_day, week_day


class DayField(Field):
    """Understands "fri", "2 dec", "in 2 weeks"; says below which day that is."""

    day_changed = Signal()

    def __init__(
        self,
        theme: Theme,
        label: str,
        today: date,
        *,
        empty_means: str = "",
        parent: QWidget | None = None,
    ) -> None:
        """Make a field read on `today`; `empty_means` is said while it is empty."""
        line = _DayLine()
        super().__init__(theme, label, hint=empty_means, editor=line, parent=parent)
        self._today = today
        self._empty_means = empty_means
        self._pick = line.addAction(
            theme.icon("calendar"), QLineEdit.ActionPosition.TrailingPosition
        )
        self._pick.setToolTip(translate("DayField", "Pick from a calendar (Alt Down)"))
        self._pick.triggered.connect(self._open_calendar)
        line.calendar_asked.connect(self._open_calendar)
        self.edited.connect(self.day_changed)
        line.textChanged.connect(self._say)
        line.editingFinished.connect(self.complain)

    def day(self) -> date | None:
        """The day, None for an empty field; raises DayNotUnderstood, MonthHasFewerDays."""
        text = self.text().strip()
        return parse_day(text, self._today) if text else None

    def set_day(self, day: date | None) -> None:
        """Put a day in, or empty the field."""
        self.set_text("" if day is None else self._words(day))

    def complain(self) -> None:
        """Say what is wrong with what was typed, if anything is."""
        try:
            self.day()
        except (DayNotUnderstood, MonthHasFewerDays) as error:
            self.set_error(message_for(error).text)

    def _words(self, day: date) -> str:
        words = week_day(day, self._today)
        # "Mon 18 May" may be read as the next one, which is nearer.
        return words if parse_day(words, self._today) == day else full_day(day)

    def _recolour(self) -> None:
        super()._recolour()
        self._pick.setIcon(self._theme.icon("calendar"))

    def _understood(self) -> date | None:
        try:
            return self.day()
        except (DayNotUnderstood, MonthHasFewerDays):
            return None

    def _say(self) -> None:
        day = self._understood()
        if day is None:
            self.set_hint("" if self.text().strip() else self._empty_means)
            return
        words = self._words(day)
        self.set_hint("" if words.casefold() == self.text().strip().casefold() else words)

    def _open_calendar(self) -> None:
        calendar = Calendar(self._theme, self._understood() or self._today, self)
        calendar.picked.connect(self._take)
        calendar.show_at(self.line)

    def _take(self, day: date) -> None:
        self.set_day(day)
        self.day_changed.emit()


class _DayLine(QLineEdit):
    calendar_asked = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.calendar_asked.emit()
            return
        super().keyPressEvent(event)
