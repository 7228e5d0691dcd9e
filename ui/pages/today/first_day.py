"""The first day: the few steps that lead somewhere, and the rose on the ceiling."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.theme.switcher import Theme
from ui.translation import translate
from ui.widgets.button import Button, ButtonKind
from ui.widgets.divider import Divider
from ui.widgets.icon_view import IconView
from ui.widgets.text import Text

WIDTH = 560  # logical pixels at 100 % text


class Step(QWidget):
    """One thing to do: what it is, why, and the button that leads there."""

    def __init__(self, theme: Theme, icon: str, title: str, text: str, button: QWidget) -> None:
        """Put `button` at the right of the words."""
        super().__init__()
        words = QVBoxLayout()
        words.setSpacing(0)
        self._title = Text(title, "body", strong=True, wrap=True)
        self._text = Text(text, "small", "secondary", wrap=True)
        words.addWidget(self._title)
        words.addWidget(self._text)
        row = QHBoxLayout()
        row.setContentsMargins(0, 16, 0, 16)
        row.setSpacing(16)
        row.addWidget(IconView(theme, icon, size=22))
        row.addLayout(words, 1)
        row.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(Divider())
        column.addLayout(row)

    def say(self, title: str, text: str) -> None:
        """Show other words."""
        self._title.setText(title)
        self._text.setText(text)


def practice_step(theme: Theme) -> tuple[Step, Button]:
    """The step towards the practice's details, and its button."""
    button = Button(
        theme,
        translate("Today", "Fill in"),
        name=translate("Today", "Fill in who you are"),
    )
    button.setObjectName("today.fill_in_practice")
    step = Step(
        theme,
        "file-check-2",
        translate("Today", "Say who you are"),
        translate("Today", "Your name and address stand on every consent record."),
        button,
    )
    return step, button


class FirstDay(QWidget):
    """Shown until there is a client."""

    def __init__(self, theme: Theme) -> None:
        """Make the steps; the page connects their buttons."""
        super().__init__()
        self._theme = theme
        self.add_client = Button(
            theme, translate("Today", "Add a client"), ButtonKind.MAIN, keys="Ctrl+N"
        )
        self.add_client.setObjectName("today.add_client")
        first = Step(
            theme,
            "user-round-plus",
            translate("Today", "Add your first client"),
            translate("Today", "A name or initials, and what they need from you."),
            self.add_client,
        )
        self._practice, self.fill_in = practice_step(theme)
        self._more = QVBoxLayout()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 12, 0, 0)
        column.setSpacing(0)
        column.addWidget(first)
        column.addWidget(self._practice)
        column.addLayout(self._more)
        theme.changed.connect(self._fit)
        self._fit()

    def show_practice_step(self, wanted: bool) -> None:
        """Show or leave out the step towards the practice's details."""
        self._practice.setVisible(wanted)

    def add(self, step: QWidget) -> None:
        """Put another step below those of the first day."""
        self._more.addWidget(step)

    def _fit(self) -> None:
        self.setFixedWidth(self._theme.tokens.scaled(WIDTH))
