"""A line of small print with an icon: hints, errors under fields, what was found."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.theme.switcher import Theme
from ui.widgets.icon_view import IconView
from ui.widgets.text import Text

INKS = {"secondary": "ink.secondary", "tertiary": "ink.tertiary", "primary": "ink.primary"}


class SmallPrint(QWidget):
    """An icon and a wrapping caption in one tone; hidden while it has nothing to say."""

    def __init__(
        self,
        theme: Theme,
        text: str = "",
        tone: str = "tertiary",
        icon: str = "",
        parent: QWidget | None = None,
    ) -> None:
        """Show `text`; tones as of Text."""
        super().__init__(parent)
        self._icon = IconView(theme, icon, size=15)
        self._text = Text("", "caption", tone, wrap=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._text, 1)
        self._show(text, tone, icon)
        if not text:
            self.hide()

    def say(self, text: str, tone: str = "tertiary", icon: str = "") -> None:
        """Show another text, tone and icon; an empty text hides the line."""
        self._show(text, tone, icon)
        self.setVisible(bool(text))

    def text(self) -> str:
        """Return what the line says."""
        return self._text.text()

    def _show(self, text: str, tone: str, icon: str) -> None:
        self._text.setText(text)
        self._text.set_tone(tone)
        self._icon.show_icon(icon, INKS.get(tone, f"{tone}.text"))
        self._icon.setVisible(bool(icon))
