"""The head of the page: with whom, how long, how saving stands, and the way out."""

from datetime import timedelta

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from ui.pages.session.saved_label import SavedLabel
from ui.pages.session.state import Stage, State
from ui.theme.switcher import Theme
from ui.translation import translate
from ui.widgets.button import Button, ButtonSize
from ui.widgets.chip import Chip, Tone
from ui.widgets.text import Text
from ui.words.dates import clock_time, length_words, week_day

HEIGHT = 52  # logical pixels at 100 % text
SHORTEST_NAME = 60


class TopBar(QWidget):
    """Name and number at the left, time in the middle, saving and buttons at the right."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._name = _Name("", "heading")
        self._number = Text("", "small", "tertiary")
        self._time = Text("", "body", strong=True)
        self._length = Text("", "small", "tertiary")
        self._length.setObjectName("session.length")
        self._saved = SavedLabel(theme)
        self._final = Chip(theme, "", Tone.LEAF, "badge-check")
        self.end = _button(theme, translate("Session", "End session"), "session.end")
        self.make_final = _button(theme, translate("Session", "Make final"), "session.make_final")
        self.leave = _button(theme, translate("Session", "Close"), "session.leave", keys="Esc")
        grid = QGridLayout(self)
        grid.setContentsMargins(20, 0, 16, 0)
        grid.setHorizontalSpacing(theme.tokens.space(6))
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(2, 1)
        left = self._row(self._name, self._number, gap=3)
        left.addStretch(1)
        grid.addLayout(left, 0, 0)
        grid.addLayout(self._row(self._time, self._length, gap=3), 0, 1)
        right = self._row(self._saved, self._final, self.make_final, self.leave, self.end, gap=2)
        grid.addLayout(right, 0, 2, Qt.AlignmentFlag.AlignRight)
        theme.changed.connect(self._fit)
        self._fit()
        self.clear()

    def clear(self) -> None:
        """Shows nothing, until a session is there."""
        for text in (self._name, self._number, self._time, self._length):
            text.setText("")
        for part in (self._saved, self._final, self.end, self.make_final, self.leave):
            part.hide()

    def show_state(self, state: State) -> None:
        """Shows a session."""
        self._name.setText(state.name)
        self._number.setText(translate("Session", "Session {number}").format(number=state.number))
        self._time.setText(_time(state))
        self._length.setText(length_words(timedelta(minutes=state.minutes)))
        self._length.setAccessibleName(_spoken(state.minutes))
        self._saved.show_standing(state.standing)
        self._final.setVisible(state.stage in (Stage.FINAL, Stage.CLOSED))
        if state.final is None:
            self._final.setText(translate("Session", "For reading only"))
        else:
            day = week_day(state.final.day, state.now.day)
            self._final.setText(translate("Session", "Final since {day}").format(day=day))
        self.end.setVisible(state.stage is Stage.RUNNING)
        self.make_final.setVisible(state.stage is Stage.DRAFT)
        self.leave.setVisible(state.stage is not Stage.RUNNING)

    def _row(self, *parts: QWidget, gap: int) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(self._theme.tokens.space(gap))
        for part in parts:
            row.addWidget(part)
        return row

    def _fit(self) -> None:
        self.setFixedHeight(self._theme.tokens.scaled(HEIGHT))


class _Name(Text):
    """A name that gives way to what else stands on the line."""

    def minimumSizeHint(self) -> QSize:
        return QSize(SHORTEST_NAME, super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        room = self.contentsRect()
        metrics = self.fontMetrics()
        shown = metrics.elidedText(self.text(), Qt.TextElideMode.ElideRight, room.width())
        painter = QPainter(self)
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.setPen(self.palette().windowText().color())
        painter.drawText(room, int(left) | int(Qt.TextFlag.TextSingleLine), shown)
        painter.end()


def _button(theme: Theme, text: str, name: str, keys: str = "") -> Button:
    button = Button(theme, text, size=ButtonSize.SMALL, keys=keys)
    button.setObjectName(name)
    return button


def _time(state: State) -> str:
    """The time of day while it runs; when it was once it has ended."""
    if state.ended is None:
        return clock_time(state.now)
    return translate("Session", "{start} to {end}, {day}").format(
        start=clock_time(state.started),
        end=clock_time(state.ended),
        day=week_day(state.started.day, state.now.day),
    )


def _spoken(minutes: int) -> str:
    if minutes == 1:
        return translate("Session", "1 minute")
    return translate("Session", "{minutes} minutes").format(minutes=minutes)
