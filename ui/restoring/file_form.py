"""Which backup: the newest, or one that is dropped, chosen in a dialog, or typed as a path."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.restoring.drop_area import DropArea
from ui.restoring.file_choice import ask_backup
from ui.restoring.newest_card import NewestCard
from ui.theme.switcher import Theme
from ui.translation import translate
from ui.widgets.field import Field

if TYPE_CHECKING:  # its package comes with the ciphers
    from app.workflows.restore.newest import Newest


class FileForm(QWidget):
    """All ways end in one path."""

    chosen = Signal(object)  # Path
    asked = Signal()  # for a place to look in

    def __init__(self, theme: Theme, named: str) -> None:
        """`named` begins the object names of what can be used in it."""
        super().__init__()
        self._newest = NewestCard(theme, named)
        self._newest.chosen.connect(self.chosen)
        self._drop = DropArea(theme, named)
        self._path = Field(
            theme,
            translate("FileForm", "Or type where it is"),
            hint=translate(
                "FileForm", "Backups end in “.underrose-backup”. Enter looks at what is there."
            ),
        )
        self._path.line.setObjectName(f"{named}.path")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.tokens.space(4))
        column.addWidget(self._newest)
        column.addWidget(self._drop)
        column.addWidget(self._path)
        self._drop.asked.connect(self.asked)
        self._drop.dropped.connect(self.chosen)
        self._path.line.returnPressed.connect(self._take)

    def focus_first(self) -> None:
        """Puts the focus on the newest one, or on the button that asks for a file."""
        (self._drop.choose if self._newest.isHidden() else self._newest.use).setFocus()

    def show_newest(self, newest: "Newest | None") -> None:
        """Offers the newest one above all else, as soon as it is found."""
        waited = self._newest.isHidden() and self._drop.choose.hasFocus()
        self._newest.show_newest(newest)
        if waited:
            self.focus_first()

    def clear(self) -> None:
        """Forgets what was typed."""
        self._path.set_text("")

    def ask(self, start: Path) -> None:
        """Asks by the dialog for files."""
        ask_backup(self, start, self.chosen.emit)

    def _take(self) -> None:
        typed = self._path.text().strip()
        if typed:
            self.chosen.emit(Path(typed).expanduser())
