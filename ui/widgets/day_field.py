"""A field for a day: typed in words, shown as understood, or picked from a calendar."""

from datetime import date

from PySide6.QtCore import QDate, QPoint, Qt, Signal
from PySide6.QtWidgets import QCalendarWidget, QFrame, QLineEdit, QVBoxLayout, QWidget

from app.core.day_words import parse_day
from app.core.errors import DayNotUnderstood, MonthHasFewerDays
from ui.dates import week_day
from ui.messages import message_for
from ui.theme import Theme
from ui.translation import translate
from ui.widgets.field import Field


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
        super().__init__(theme, label, hint=empty_means, parent=parent)
        self._today = today
        self._empty_means = empty_means
        self._pick = self.line.addAction(
            theme.icon("calendar"), QLineEdit.ActionPosition.TrailingPosition
        )
        self._pick.setToolTip(translate("DayField", "Pick from a calendar"))
        self._pick.triggered.connect(self._open_calendar)
        theme.changed.connect(lambda: self._pick.setIcon(theme.icon("calendar")))
        self.edited.connect(self.day_changed)
        self.line.textChanged.connect(self._say)
        self.line.editingFinished.connect(self._complain)

    def day(self) -> date | None:
        """The day, None for an empty field; raises DayNotUnderstood, MonthHasFewerDays."""
        text = self.text().strip()
        return parse_day(text, self._today) if text else None

    def set_day(self, day: date | None) -> None:
        """Puts a day in, or empties the field."""
        self.set_text("" if day is None else week_day(day, self._today))

    def _say(self) -> None:
        try:
            day = self.day()
        except (DayNotUnderstood, MonthHasFewerDays):
            self.set_hint("")
            return
        if day is None:
            self.set_hint(self._empty_means)
            return
        understood = week_day(day, self._today)
        self.set_hint("" if understood.casefold() == self.text().casefold() else understood)

    def _complain(self) -> None:
        try:
            self.day()
        except (DayNotUnderstood, MonthHasFewerDays) as error:
            self.set_error(message_for(error).sentence)

    def _open_calendar(self) -> None:
        popup = _CalendarPopup(self)
        popup.picked.connect(self._take)
        popup.show_below(self.line)

    def _take(self, day: date) -> None:
        self.set_day(day)
        self.day_changed.emit()


class _CalendarPopup(QFrame):
    """A month to pick a day from; Esc or a click elsewhere closes it."""

    picked = Signal(object)  # date

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._calendar = QCalendarWidget()
        self._calendar.setAccessibleName(translate("DayField", "Calendar"))
        self._calendar.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        self._calendar.setVerticalHeaderFormat(
            QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader
        )
        self._calendar.clicked.connect(self._pick)
        self._calendar.activated.connect(self._pick)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._calendar)

    def show_below(self, field: QWidget) -> None:
        """Opens under `field`."""
        self.move(field.mapToGlobal(QPoint(0, field.height() + 2)))
        self.show()
        self._calendar.setFocus()

    def _pick(self, day: QDate) -> None:
        self.picked.emit(date(day.year(), day.month(), day.day()))
        self.close()
