"""Says how saving stands, in two words and an icon."""

from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from ui.pages.session.saver_model import Saved, Standing
from ui.theme.switcher import Theme
from ui.translation import translate
from ui.widgets.icon_view import IconView
from ui.widgets.text import Text
from ui.words.dates import clock_time

LOOKS = {
    # icon, tone of the words, colour of the icon
    Saved.UNTOUCHED: ("", "tertiary", "ink.tertiary"),
    Saved.SAVED: ("check", "leaf", "leaf.text"),
    Saved.SLOW: ("loader-circle", "secondary", "ink.secondary"),
    Saved.FAILED: ("circle-alert", "brick", "brick.text"),
}


class SavedLabel(QWidget):
    """ "Saved 10:55", "Saving", "Not saved"; nothing before the first key."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("session.saved")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        self._icon = IconView(theme, "", size=16)
        self._text = Text("", "small")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, theme.tokens.space(2), 0)
        row.setSpacing(6)
        row.addWidget(self._icon)
        row.addWidget(self._text)

    def show_standing(self, standing: Standing) -> None:
        """Shows it, and gives it its name for screen readers."""
        icon, tone, role = LOOKS[standing.saved]
        self._icon.show_icon(icon, role)
        self._text.setText(_words(standing))
        self._text.set_tone(tone)
        self.setAccessibleName(_name(standing))
        self.setVisible(standing.saved is not Saved.UNTOUCHED)

    def text(self) -> str:
        """What it says."""
        return self._text.text()


def _words(standing: Standing) -> str:
    if standing.saved is Saved.SAVED and standing.at:
        return translate("Session", "Saved {time}").format(time=clock_time(standing.at))
    if standing.saved is Saved.SLOW:
        return translate("Session", "Saving")
    return translate("Session", "Not saved") if standing.saved is Saved.FAILED else ""


def _name(standing: Standing) -> str:
    if standing.saved is Saved.SAVED and standing.at:
        return translate("Session", "Saved at {time}").format(time=clock_time(standing.at))
    return _words(standing)
