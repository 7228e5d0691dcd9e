"""Where the vault is kept: shown, and changed by a dialog."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from ui.theme.switcher import Theme
from ui.translation import translate
from ui.widgets.button import Button
from ui.widgets.field import LabelledField


class PlaceField(LabelledField):
    """A folder that can be read, with the button that changes it."""

    change_asked = Signal()

    def __init__(self, theme: Theme) -> None:
        self.line = QLineEdit()
        self.line.setObjectName("first_run.place")
        self.line.setReadOnly(True)
        change = Button(theme, translate("PlaceField", "Change"))
        change.setObjectName("first_run.change_place")
        both = QWidget()
        row = QHBoxLayout(both)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.tokens.space(2))
        row.addWidget(self.line, 1)
        row.addWidget(change)
        both.setFocusProxy(self.line)
        label = translate("PlaceField", "Where it is kept")
        super().__init__(theme, label, both)
        self.line.setAccessibleName(label)
        change.clicked.connect(self.change_asked)

    def show_place(self, shown: str, folder: Path) -> None:
        """Shows a folder; its end is what matters."""
        self.line.setText(shown)
        self.line.setToolTip(str(folder))
