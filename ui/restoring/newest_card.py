"""The newest backup in reach, offered before a file is asked for."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from app.core.clock import Moment, SystemClock
from ui.restoring.moments import made_at
from ui.theme.switcher import Theme
from ui.translation import translate
from ui.widgets.button import Button, ButtonKind
from ui.widgets.card import Card
from ui.widgets.text import Text
from ui.words.backup_places import named_place
from ui.words.dates import clock_time, week_day
from ui.words.figures import size_words

if TYPE_CHECKING:  # its package comes with the ciphers
    from app.workflows.restore.newest import Newest

INSIDE = (18, 14, 18, 14)


class NewestCard(Card):
    """Hidden as long as there is none."""

    chosen = Signal(object)  # Path

    def __init__(self, theme: Theme, named: str) -> None:
        """`named` begins the object name of the button."""
        super().__init__()
        self._newest: Newest | None = None
        self._title = Text("", "body", strong=True, wrap=True)
        self._about = Text("", "small", "secondary", wrap=True)
        self.use = Button(theme, translate("NewestCard", "Use it"), ButtonKind.MAIN)
        self.use.setObjectName(f"{named}.newest")
        self.use.clicked.connect(self._use)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._title)
        words.addWidget(self._about)
        row = QHBoxLayout(self)
        row.setContentsMargins(*INSIDE)
        row.setSpacing(theme.tokens.space(3))
        row.addLayout(words, 1)
        row.addWidget(self.use, 0, Qt.AlignmentFlag.AlignVCenter)
        self.hide()

    def show_newest(self, newest: "Newest | None") -> None:
        """Offers this one."""
        self.setVisible(newest is not None)
        if newest is None or newest == self._newest:
            return
        self._newest = newest
        title, about = title_of(newest, SystemClock().now()), about_it(newest)
        self._title.setText(title)
        self._about.setText(about)
        self.use.setAccessibleDescription(f"{title}. {about}")

    def _use(self) -> None:
        if self._newest is not None:
            self.chosen.emit(self._newest.face.path)


def title_of(newest: "Newest", now: Moment) -> str:
    """Which one: "The newest: today 20:02, on the drive “stick”"."""
    made = made_at(newest.face)
    when = translate("NewestCard", "{day} {time}").format(
        day=week_day(made.day, now.day), time=clock_time(made)
    )
    told = translate("NewestCard", "The newest: {when}, in {place}")
    if newest.place.is_drive:
        told = translate("NewestCard", "The newest: {when}, on {place}")
    return told.format(when=when, place=named_place(newest.place))


def about_it(newest: "Newest") -> str:
    """Whose it is: "Willow Coaching, 213 kB"."""
    told = translate("NewestCard", "{name}, {size}")
    return told.format(name=newest.face.name, size=size_words(newest.face.file_bytes))
