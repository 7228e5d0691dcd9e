"""What the new vault is called, and where it goes."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from ui.pages.salvage import words
from ui.pages.salvage.state import State
from ui.theme.switcher import Theme
from ui.translation import translate
from ui.widgets.field import Field, LabelledField
from ui.widgets.file_dialog import ask_folder
from ui.widgets.folder_row import FolderRow

NAME_WIDTH = 260  # the rest is for a place that can be read whole
LONGEST_NAME = 100


class PlaceForm(QWidget):
    """A name and a folder, both of them suggested."""

    named = Signal(str)
    placed = Signal(object)  # Path
    submitted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._parent = Path()
        self._name = Field(theme, translate("Salvage", "Name of the new vault"))
        self._name.line.setObjectName("salvage.name")
        self._name.line.setMaxLength(LONGEST_NAME)
        self._name.setFixedWidth(theme.tokens.scaled(NAME_WIDTH))
        self._line = QLineEdit()
        self._line.setObjectName("salvage.place")
        self._line.setReadOnly(True)
        folder = FolderRow(theme, self._line, named="salvage.change_place")
        label = translate("Salvage", "Where it is kept")
        self._place = LabelledField(theme, label, folder)
        self._line.setAccessibleName(label)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.tokens.space(4))
        row.addWidget(self._name, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._place, 1, Qt.AlignmentFlag.AlignTop)
        self._name.edited.connect(self.named)
        self._name.line.returnPressed.connect(self.submitted)
        folder.change.clicked.connect(self._ask)

    def show_state(self, state: State) -> None:
        """Shows what is suggested or chosen, and what was seen there."""
        self._parent = state.parent
        if self._name.text() != state.name:
            self._name.set_text(state.name)
        self._name.set_error(words.name_error(state))
        self._line.setText(words.place(state))
        self._line.setToolTip(str(state.folder))
        self._place.set_hint(*words.place_hint(state))
        self._place.set_error(words.place_error(state))

    def focus_first(self) -> None:
        """Puts the focus on the name."""
        self._name.line.setFocus()

    def _ask(self) -> None:
        ask_folder(
            self,
            translate("Salvage", "Where the new vault is kept"),
            self._parent,
            translate("Salvage", "Keep it here"),
            self.placed.emit,
        )
