"""The right column: how a backup is restored, and what happens then."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.pages.backups.state import State
from ui.restoring.drop_area import DropArea
from ui.theme.switcher import Theme
from ui.translation import translate
from ui.widgets.button import Button, ButtonKind
from ui.widgets.divider import Divider
from ui.widgets.text import Text

WIDTH = 316  # logical pixels


class BringBack(QWidget):
    """A file is dropped or chosen here; what opens then belongs to whoever restores."""

    chosen = Signal(Path)
    asked = Signal()
    try_asked = Signal()

    def __init__(self, theme: Theme) -> None:
        """Say it."""
        super().__init__()
        self._drop = DropArea(theme, "backups.choose_file")
        self._drop.dropped.connect(self.chosen)
        self._drop.asked.connect(self.asked)
        self.trial = Button(
            theme,
            translate("Backups", "Try the newest backup without keeping it"),
            ButtonKind.LINK,
            icon="play",
        )
        self.trial.setObjectName("backups.try")
        self.trial.clicked.connect(self.try_asked)
        about = translate(
            "Backups",
            "Restoring never overwrites what you have. The backup becomes a vault of its own, "
            "beside yours.",
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(Text(translate("Backups", "Restore a backup"), "heading"))
        column.addSpacing(4)
        column.addWidget(Text(about, "small", "secondary", wrap=True))
        column.addSpacing(14)
        column.addWidget(self._drop)
        column.addSpacing(26)
        column.addWidget(Text(translate("Backups", "What happens then"), "heading"))
        column.addSpacing(6)
        for number, words in enumerate(_steps(), 1):
            column.addLayout(_step(number, words))
        column.addSpacing(16)
        column.addWidget(Divider())
        column.addSpacing(12)
        column.addWidget(self.trial, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)

    def show_state(self, state: State) -> None:
        """Show whether there is one to try."""
        why_not = translate("Backups", "No backup is here. Put its drive in.")
        self.trial.set_available(state.newest_here is not None, why_not)


def _steps() -> tuple[str, ...]:
    return (
        translate("Backups", "You open it with the words of its kit, or its own passphrase."),
        translate(
            "Backups", "Underrose reads every record and tells you what is in it, and of when."
        ),
        translate("Backups", "You use it as a second vault, in a folder of its own."),
    )


def _step(number: int, words: str) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setContentsMargins(0, 6, 0, 6)
    row.setSpacing(10)
    count = Text(str(number), "small", "tertiary")
    count.setFixedWidth(12)
    row.addWidget(count, 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(Text(words, "small", "secondary", wrap=True), 1)
    return row
