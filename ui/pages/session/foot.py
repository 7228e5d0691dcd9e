"""The foot of the page: one button a mark, for the paragraph with the caret."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.records.session_notes.record import Mark
from ui.pages.session.commands import COMMANDS
from ui.pages.session.mark_button import MarkButton
from ui.pages.session.marks import LOOKS
from ui.theme.switcher import Theme
from ui.translation import translate
from ui.widgets.divider import Divider
from ui.widgets.text import Text

HEIGHT = 52  # logical pixels at 100 % text


class Foot(QWidget):
    """Shows the current paragraph's mark; a press asks for another."""

    pressed = Signal(object)  # Mark

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._buttons: dict[Mark, MarkButton] = {}
        keys = {command.id: command.keys[0] for command in COMMANDS if command.keys}
        row = QHBoxLayout()
        row.setContentsMargins(16, 0, 16, 0)
        row.setSpacing(theme.tokens.space(2))
        row.addWidget(Text(translate("Session", "Mark this paragraph"), "caption", "tertiary"))
        row.addSpacing(4)
        for look in LOOKS:
            button = MarkButton(theme, look, keys[f"session.mark.{look.mark.value}"])
            button.clicked.connect(partial(self._press, look.mark))
            self._buttons[look.mark] = button
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(Divider())
        column.addLayout(row, 1)
        theme.changed.connect(self._fit)
        self._fit()

    def show_mark(self, mark: Mark) -> None:
        """Shows which button is on: the paragraph's mark, or none."""
        for of, button in self._buttons.items():
            button.setChecked(of is mark)

    def _press(self, mark: Mark, _checked: bool = False) -> None:
        self.pressed.emit(mark)

    def _fit(self) -> None:
        self.setFixedHeight(self._theme.tokens.scaled(HEIGHT))
