"""A month that pops up to pick a day from."""

from datetime import date

from PySide6.QtCore import QDate, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QFrame, QToolButton, QVBoxLayout, QWidget

from ui.theme.switcher import Theme
from ui.translation import translate

_BELOW = 2
_ARROWS = {"qt_calendar_prevmonth": "chevron-left", "qt_calendar_nextmonth": "chevron-right"}
_WEEKEND = (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday)


class Calendar(QFrame):
    """Arrow keys walk the days, Enter or a click picks one, Esc or a click elsewhere closes it."""

    picked = Signal(object)  # date

    def __init__(self, theme: Theme, day: date, parent: QWidget) -> None:
        """Show the month of `day`."""
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("kind", "popup")
        self._field = parent
        self._month = QCalendarWidget()
        self._month.setAccessibleName(translate("Calendar", "Calendar"))
        self._month.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        self._month.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        self._dress(theme)
        self._month.setSelectedDate(QDate(day.year, day.month, day.day))
        self._month.clicked.connect(self._pick)
        self._month.activated.connect(self._pick)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.addWidget(self._month)

    def show_at(self, field: QWidget) -> None:
        """Open under `field`, above it where the screen ends."""
        wanted = QRect(field.mapToGlobal(QPoint(0, field.height() + _BELOW)), self.sizeHint())
        screen = field.screen().availableGeometry()
        if wanted.bottom() > screen.bottom():
            wanted.moveBottom(field.mapToGlobal(QPoint(0, -_BELOW)).y())
        self.move(wanted.topLeft())
        self.show()
        self._month.setFocus()

    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        self._field.activateWindow()
        self._field.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        event.accept()

    def _dress(self, theme: Theme) -> None:
        pale = QTextCharFormat()
        pale.setForeground(theme.tokens.color("ink.tertiary"))
        pale.setBackground(theme.tokens.color("bg.raised"))
        self._month.setHeaderTextFormat(pale)
        for weekday in _WEEKEND:  # Qt writes them in red, which says "error" here
            self._month.setWeekdayTextFormat(weekday, QTextCharFormat())
        for name, icon in _ARROWS.items():
            button = self._month.findChild(QToolButton, name)
            if isinstance(button, QToolButton):
                button.setIcon(theme.icon(icon))

    def _pick(self, day: QDate) -> None:
        self.picked.emit(date(day.year(), day.month(), day.day()))
        self.close()
