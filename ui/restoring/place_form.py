"""Where a backup is restored to: a name that is free, and a folder."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from ui.restoring import words
from ui.restoring.state import LONGEST_NAME, State
from ui.theme.switcher import Theme
from ui.translation import translate
from ui.widgets.field import Field, LabelledField
from ui.widgets.file_dialog import ask_folder
from ui.widgets.folder_row import FolderRow


class PlaceForm(QWidget):
    """Nothing that is there already can be chosen."""

    named = Signal(str)
    placed = Signal(object)  # Path
    submitted = Signal()

    def __init__(self, theme: Theme, named: str) -> None:
        """`named` begins the object names of what can be used in it."""
        super().__init__()
        self._parent = Path()
        self._name = Field(
            theme, translate("PlaceForm", "Name of the restored vault"), hint=words.name_hint()
        )
        self._name.line.setObjectName(f"{named}.name")
        self._name.line.setMaxLength(LONGEST_NAME)
        self._line = QLineEdit()
        self._line.setObjectName(f"{named}.place")
        self._line.setReadOnly(True)
        folder = FolderRow(theme, self._line, named=f"{named}.change_place")
        label = translate("PlaceForm", "Where it goes")
        self._place = LabelledField(theme, label, folder)
        self._line.setAccessibleName(label)
        column = QVBoxLayout(self)  # in one row neither a long name nor its place is read whole
        column.setContentsMargins(0, theme.tokens.space(2), 0, 0)
        column.setSpacing(theme.tokens.space(3))
        column.addWidget(self._name)
        column.addWidget(self._place)
        self._name.edited.connect(self.named)
        self._name.line.returnPressed.connect(self.submitted)
        folder.change.clicked.connect(self._ask)

    def show_state(self, state: State) -> None:
        """Shows what is suggested or chosen, and what was seen there."""
        self._parent = state.parent
        if self._name.text() != state.name:
            self._name.set_text(state.name)
            self._name.line.setCursorPosition(0)  # what it begins with tells vaults apart
        self._line.setText(_short(state.folder if state.has_name else state.parent))
        self._line.setToolTip(str(state.folder))
        self._place.set_hint(*words.place_hint(state))
        self._place.set_error(words.place_error(state))

    def focus_first(self) -> None:
        """Puts the focus on the name."""
        self._name.line.setFocus()

    def _ask(self) -> None:
        ask_folder(
            self,
            translate("PlaceForm", "Where the restored vault is kept"),
            self._parent,
            translate("PlaceForm", "Keep it here"),
            self.placed.emit,
        )


def _short(folder: Path) -> str:
    """From the coach's own folder on, where it lies there: the end is what matters."""
    home = Path.home()
    return str(folder.relative_to(home) if folder.is_relative_to(home) else folder)
