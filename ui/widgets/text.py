"""A label in a step of the type scale. What it shows is never taken for markup."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from ui.widgets.restyle import set_style_property


class Text(QLabel):
    """Plain text in a type style ("title", "body", "caption", ...) and a tone.

    The tone is an ink ("primary", "secondary", "tertiary") or a colour ("rose", "leaf", ...).
    """

    def __init__(
        self,
        text: str = "",
        style: str = "body",
        tone: str = "primary",
        *,
        strong: bool = False,
        wrap: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """Show `text`; `wrap` breaks lines and lets the label grow in height."""
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(text)
        self.setProperty("role", style)
        self.setProperty("tone", tone)
        self.setProperty("strong", "true" if strong else "false")
        if wrap:
            self.setWordWrap(True)
            self.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
            policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
            policy.setHeightForWidth(True)
            self.setSizePolicy(policy)

    def set_tone(self, tone: str) -> None:
        """Change the colour."""
        set_style_property(self, "tone", tone)
