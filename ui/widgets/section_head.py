"""The heading of a part of a page, with what can be done about it at the right."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.theme.switcher import Theme
from ui.widgets.button import Button
from ui.widgets.text import Text


class SectionHead(QWidget):
    """As high as a small button, with or without one, so that columns begin level."""

    def __init__(self, theme: Theme, text: str = "", button: Button | None = None) -> None:
        """Show `text`, and perhaps `button`."""
        super().__init__()
        self._theme = theme
        self._text = Text(text, "heading")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._text)
        row.addStretch(1)
        if button is not None:
            row.addWidget(button)
        theme.changed.connect(self._fit)
        self._fit()

    def set_text(self, text: str) -> None:
        """Change the words."""
        self._text.setText(text)

    def _fit(self) -> None:
        self.setFixedHeight(self._theme.tokens.size("controlSmall"))
