"""One step of a backup: its sign, its words, and what is to be said at the right."""

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from ui.pages.backups.running_words import Step, StepState
from ui.theme.switcher import Theme
from ui.translation import translate
from ui.widgets.icon_view import IconView
from ui.widgets.restyle import set_style_property
from ui.widgets.spinner import Spinner
from ui.widgets.text import Text

SIGN = 17
HEIGHT = 28
ICONS = {StepState.DONE: ("check", "leaf.text"), StepState.LATER: ("circle", "line.control")}


class StepRow(QWidget):
    """Done is ticked, under way turns and is strong, later is pale."""

    def __init__(self, theme: Theme) -> None:
        """Start without words."""
        super().__init__()
        self._theme = theme
        self._icon = IconView(theme, "circle", "line.control", SIGN)
        self._turning = Spinner(theme, translate("Backups", "under way"), "rose.text", SIGN)
        self._sign = QStackedWidget()
        self._sign.addWidget(self._icon)
        self._sign.addWidget(self._turning)
        self._words = Text("", "small")
        self._detail = Text("", "small", "tertiary")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        row.addWidget(self._sign)
        row.addWidget(self._words, 1)
        row.addWidget(self._detail)
        theme.changed.connect(self._fit)
        self._fit()

    def show_step(self, step: Step) -> None:
        """Show how far it is."""
        self.setAccessibleName(step.spoken)
        now = step.state is StepState.NOW
        if not now:
            self._icon.show_icon(*ICONS[step.state])
        self._sign.setCurrentWidget(self._turning if now else self._icon)
        self._words.setText(step.words)
        self._words.set_tone("tertiary" if step.state is StepState.LATER else "primary")
        set_style_property(self._words, "strong", "true" if now else "false")
        self._detail.setText(step.detail)

    def _fit(self) -> None:
        self.setFixedHeight(self._theme.tokens.scaled(HEIGHT))
        side = self._theme.tokens.scaled(SIGN)
        self._sign.setFixedSize(side, side)
