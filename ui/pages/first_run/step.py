"""The frame of a step: title, one sentence, content that scrolls, a foot that stays."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.theme.switcher import Theme
from ui.widgets.scroll_page import ScrollPage
from ui.widgets.text import Text

TOP = 42
SIDE = 64
NARROW_SIDE = 36
NARROW_BELOW = 820  # logical pixels of the step's own width
BOTTOM = 28
WIDTH = 792
SENTENCE = 720  # the widest that the sentence below the title gets


class Step(QWidget):
    """Subclasses fill `content` and `foot`."""

    def __init__(self, theme: Theme, title: str, sentence: str) -> None:
        super().__init__()
        self._theme = theme
        self._page = ScrollPage(max_width=WIDTH)
        said = Text(sentence, "body", "secondary", wrap=True)
        said.setMaximumWidth(theme.tokens.scaled(SENTENCE))
        self.content = self._page.content
        self.content.addWidget(Text(title, "title"))
        self.content.addSpacing(2)
        self.content.addWidget(said)
        self.foot = QHBoxLayout()
        self.foot.setSpacing(theme.tokens.space(2))
        inner = QWidget()
        inner.setMaximumWidth(WIDTH)
        inner.setLayout(self.foot)
        self.foot.setContentsMargins(0, 0, 0, 0)
        self._below = QHBoxLayout()
        self._below.addWidget(inner, 1000)
        self._below.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._page, 1)
        column.addLayout(self._below)
        self._fit()

    def focus_first(self) -> None:
        """Puts the focus where the step begins."""
        self.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        side = NARROW_SIDE if self.width() < NARROW_BELOW else SIDE
        between = self._theme.tokens.space(3)
        self._page.set_margins(TOP, side, between)
        self._below.setContentsMargins(side, between, side, BOTTOM)
