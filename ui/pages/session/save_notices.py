"""What has to be said while writing: below the text, so that no line moves."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from crypto.errors import SaveNotDurable
from ui.messages import message_for
from ui.pages.session.saver_model import Saved, Standing
from ui.theme.switcher import Theme
from ui.translation import translate
from ui.widgets.chip import Tone
from ui.widgets.notice_bar import NoticeBar
from ui.words.dates import clock_time


class SaveNotices(QWidget):
    """At most one notice: a failure to save until it is over, a refusal until the next key."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._bar: NoticeBar | None = None
        self._refused = False
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(16, 0, 16, 8)
        self.hide()

    def show_standing(self, standing: Standing) -> None:
        """Says that saving fails, and takes it back once it works."""
        if standing.saved is Saved.FAILED:
            self._say(_not_saved(standing), Tone.BRICK)
        elif not self._refused:
            self._clear()

    def refuse(self, error: Exception) -> None:
        """Says why something was not put in."""
        if self._bar is None:
            self._say(message_for(error).text, Tone.OCHRE)
            self._refused = True

    def after_edit(self) -> None:
        """Takes a refusal back: the person has gone on."""
        if self._refused:
            self._clear()

    def text(self) -> str:
        """What is said; empty for nothing."""
        return self._bar.text() if self._bar is not None else ""

    def _say(self, text: str, tone: Tone) -> None:
        if self.text() == text:
            return
        self._clear()
        self._bar = NoticeBar(self._theme, text, tone)
        self._column.addWidget(self._bar)
        self.show()
        self._bar.tell()

    def _clear(self) -> None:
        self._refused = False
        if self._bar is not None:
            self._column.removeWidget(self._bar)
            self._bar.hide()
            self._bar.deleteLater()
            self._bar = None
        self.hide()


def _not_saved(standing: Standing) -> str:
    since = clock_time(standing.at) if standing.at else ""
    if standing.error is None or isinstance(standing.error, SaveNotDurable):
        return translate(
            "Session",
            "Not saved since {time}: the disk is full. Your text is still here."
            " Free some space; Underrose tries again every 5 seconds.",
        ).format(time=since)
    return translate(
        "Session",
        "Not saved since {time}. {reason} Your text is still here;"
        " Underrose tries again every 5 seconds.",
    ).format(time=since, reason=message_for(standing.error).sentence)
