"""Where the files go: typed, or chosen from the folders that are there."""

from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QLineEdit

from ui.theme.switcher import Theme
from ui.translation import translate
from ui.widgets.field import LabelledField
from ui.widgets.file_dialog import ask_folder
from ui.widgets.folder_row import FolderRow
from ui.widgets.secret_input import learn_nothing


class FolderField(LabelledField):
    """Begins with the person's documents, or at home; nothing is made or written here."""

    def __init__(self, theme: Theme) -> None:
        """Make the field with its button."""
        self.line = QLineEdit()
        learn_nothing(self.line)
        self.line.setObjectName("export.folder")
        row = FolderRow(theme, self.line, named="export.change_folder")
        label = translate("FolderField", "Save in")
        hint = translate("FolderField", "The file names are a number, so that they name nobody.")
        super().__init__(theme, label, row, hint)
        self.editor = self.line  # has the edge of an error, and what is said of it
        self.line.setAccessibleName(label)
        self.setFocusProxy(self.line)
        self.clear_error()
        documents = QStandardPaths.writableLocation(
            QStandardPaths.StandardLocation.DocumentsLocation
        )
        self.line.setText(documents if Path(documents).is_dir() else str(Path.home()))
        self.line.textChanged.connect(self.clear_error)
        row.change.clicked.connect(self._choose)

    def folder(self) -> Path | None:
        """The folder that stands there, None when the field is empty.

        It begins at home unless it is whole: nothing is written to wherever the app happens to run.
        """
        text = self.line.text().strip()
        if not text:
            return None
        from_home = text == "~" or text.startswith("~/")
        return Path.home() / (text[2:] if from_home else text)

    def _choose(self) -> None:
        ask_folder(
            self.window(),
            translate("FolderField", "Where to save the record"),
            self.folder() or Path.home(),
            translate("FolderField", "Save here"),
            lambda folder: self.line.setText(str(folder)),
        )
