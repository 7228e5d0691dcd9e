"""Progress of something that takes more than a second: a bar, words, and always a way out."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from ui.theme.switcher import Theme
from ui.translation import translate
from ui.widgets.button import Button, ButtonKind, ButtonSize
from ui.widgets.text import Text


class Progress(QWidget):
    """A bar with words and a percentage below, and Cancel at its side."""

    cancelled = Signal()

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        """Start at nothing; `name` tells screen readers what is going on."""
        super().__init__(parent)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setRange(0, 100)
        self._bar.setAccessibleName(name)
        self._words = Text("", "caption", "secondary")
        self._percent = Text("", "caption", "secondary")
        self.cancel = Button(
            theme,
            translate("Progress", "Cancel"),
            ButtonKind.QUIET,
            size=ButtonSize.SMALL,
        )
        self.cancel.clicked.connect(self.cancelled)
        below = QHBoxLayout()
        below.addWidget(self._words, 1)
        below.addWidget(self._percent)
        column = QVBoxLayout()
        column.setSpacing(5)
        column.addWidget(self._bar)
        column.addLayout(below)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addLayout(column, 1)
        row.addWidget(self.cancel)

    def show_progress(self, done: int, total: int, words: str) -> None:
        """Show that `done` of `total` is done, and say it in `words`."""
        percent = 100 * done // total if total else 0
        self._bar.setValue(percent)
        self._words.setText(words)
        self._percent.setText(translate("Progress", "{percent}%").format(percent=percent))
