"""The card of a session that is running."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.pages.today.view_model import Running
from ui.theme.switcher import Theme
from ui.translation import translate
from ui.widgets.avatar import Avatar
from ui.widgets.button import Button, ButtonKind
from ui.widgets.card import Card
from ui.widgets.text import Text
from ui.words.dates import clock_time

PADDING = (18, 16, 18, 18)
TILE = 40


class RunningCard(Card):
    """Who with, since when, and the way back into the session."""

    go_on = Signal(object)  # ClientId
    open_page = Signal(object)  # ClientId

    def __init__(self, theme: Theme, running: Running, *, main: bool) -> None:
        """Show one session; `main` makes its button the screen's main one."""
        super().__init__()
        self.setAccessibleName(
            translate("Today", "Session with {name} is running").format(name=running.name)
        )
        kind = ButtonKind.MAIN if main else ButtonKind.PLAIN
        go_on = Button(
            theme,
            translate("Today", "Go on"),
            kind,
            icon="pen-line",
            keys="F5" if main else "",
            name=translate("Today", "Go on with {name}").format(name=running.name),
        )
        go_on.setObjectName("today.go_on")
        go_on.clicked.connect(lambda: self.go_on.emit(running.client))
        page = Button(theme, translate("Today", "Open page"))
        page.setObjectName("today.open_page")
        page.clicked.connect(lambda: self.open_page.emit(running.client))
        column = QVBoxLayout(self)
        column.setContentsMargins(*PADDING)
        column.setSpacing(0)
        column.addLayout(_top(running))
        column.addSpacing(8)
        column.addLayout(_who(theme, running))
        column.addSpacing(16)
        column.addLayout(_row(go_on, page))


def _top(running: Running) -> QHBoxLayout:
    sentence = translate("Today", "Session with {name} is running").format(name=running.first_name)
    since = translate("Today", "since {time}").format(time=clock_time(running.since))
    row = QHBoxLayout()
    row.addWidget(Text(sentence, "caption", "rose", strong=True))
    row.addStretch(1)
    row.addWidget(Text(since, "caption", "tertiary"))
    return row


def _who(theme: Theme, running: Running) -> QHBoxLayout:
    number = translate("Today", "Session {number}").format(number=running.number)
    words = QVBoxLayout()
    words.setSpacing(0)
    words.addWidget(Text(running.name, "section"))
    words.addWidget(Text(number, "caption", "secondary"))
    row = QHBoxLayout()
    row.setSpacing(12)
    row.addWidget(Avatar(theme, running.initials, TILE))
    row.addLayout(words, 1)
    return row


def _row(*buttons: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(8)
    for button in buttons:
        row.addWidget(button)
    row.addStretch(1)
    return row
