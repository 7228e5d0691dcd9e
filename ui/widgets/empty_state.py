"""Nothing here yet: what will be here, and at most one thing to do about it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.theme.switcher import Theme
from ui.widgets.button import Button
from ui.widgets.icon_view import IconView
from ui.widgets.text import Text

MEASURE = 340  # logical pixels: how wide the sentence runs


class EmptyState(QWidget):
    """Icon, title, a sentence and perhaps a button, centred. Put it into a Card if it needs one."""

    def __init__(
        self,
        theme: Theme,
        icon: str,
        title: str,
        text: str,
        button: Button | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """Show `title` and `text` under `icon`."""
        super().__init__(parent)
        centre = Qt.AlignmentFlag.AlignHCenter
        sentence = self._sentence = Text(text, "small", "secondary", wrap=True)
        sentence.setAlignment(centre)
        sentence.setFixedWidth(theme.tokens.scaled(MEASURE))
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 24, 22, 24)
        column.setSpacing(4)
        column.addWidget(IconView(theme, icon, "ink.tertiary", 26), 0, centre)
        column.addWidget(Text(title, "section"), 0, centre)
        column.addWidget(sentence, 0, centre)
        if button is not None:
            column.addSpacing(8)
            column.addWidget(button, 0, centre)

    def set_text(self, text: str) -> None:
        """Says another sentence."""
        self._sentence.setText(text)
        self._sentence.setMinimumHeight(self._sentence.heightForWidth(self._sentence.width()))
