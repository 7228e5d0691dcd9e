"""Shows one page of the help; loads nothing, and opens nothing outside."""

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QResizeEvent, QTextCursor
from PySide6.QtWidgets import QFrame, QTextBrowser

from ui.pages.help.topics import Topic, topic_named
from ui.pages.help.typesetting import typeset
from ui.theme.switcher import Theme
from ui.translation import translate

RIGHT = 24  # logical pixels between the text and the scroll bar


class HelpReader(QTextBrowser):
    """Links lead to other pages of the help, and nowhere else."""

    topic_chosen = Signal(object)  # Topic

    def __init__(self, theme: Theme) -> None:
        """Start empty."""
        super().__init__()
        self._theme = theme
        self._text = ""
        self._measure = 0  # 0 is as wide as it is
        self.setObjectName("help.reader")
        self.setAccessibleName(translate("Help", "Help"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setOpenLinks(False)
        self.setOpenExternalLinks(False)
        self.document().setDocumentMargin(0)
        self.anchorClicked.connect(self._follow)
        theme.changed.connect(self._set_again)

    def show_page(self, title: str, markdown: str) -> None:
        """Show another page from its beginning."""
        self._text = markdown
        self.setAccessibleName(title)
        self._set_again()
        self.moveCursor(QTextCursor.MoveOperation.Start)
        self.verticalScrollBar().setValue(0)

    def set_measure(self, width: int) -> None:
        """Let lines run `width` logical pixels wide, where there is room; the bar stays outside."""
        self._measure = width
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def loadResource(self, type: int, name: QUrl | str) -> None:  # noqa: N802  Qt's names
        """Nothing: neither files nor pictures are taken from anywhere."""

    def _fit(self) -> None:
        room = self.width() - self.verticalScrollBar().sizeHint().width() - RIGHT
        rest = max(RIGHT, room - self._measure) if self._measure else RIGHT
        self.setViewportMargins(0, 0, rest, 0)

    def _set_again(self) -> None:
        typeset(self.document(), self._theme, self._text)

    def _follow(self, link: QUrl) -> None:
        name = link.path().removesuffix(".md")
        if link.isRelative() and name in tuple(Topic):
            self.topic_chosen.emit(topic_named(name))
