"""Where the vault is kept: shown, and changed by a dialog."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit

from ui.theme.switcher import Theme
from ui.translation import translate
from ui.widgets.field import LabelledField
from ui.widgets.folder_row import FolderRow


class PlaceField(LabelledField):
    """A folder that can be read, with the button that changes it."""

    change_asked = Signal()

    def __init__(self, theme: Theme) -> None:
        self.line = QLineEdit()
        self.line.setObjectName("first_run.place")
        self.line.setReadOnly(True)
        row = FolderRow(theme, self.line, named="first_run.change_place")
        label = translate("PlaceField", "Where it is kept")
        super().__init__(theme, label, row)
        self.line.setAccessibleName(label)
        row.change.clicked.connect(self.change_asked)

    def show_place(self, shown: str, folder: Path) -> None:
        """Shows a folder; its end is what matters."""
        self.line.setText(shown)
        self.line.setToolTip(str(folder))
