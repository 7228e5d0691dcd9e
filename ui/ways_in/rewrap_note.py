"""What becomes of the backups after a new kit: it is told as it comes, with names for the rest."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.theme.switcher import Theme
from ui.ways_in import rewrap_words as words
from ui.ways_in.rewrap_model import RewrapModel, Rewrapping
from ui.widgets.announce import announce
from ui.widgets.small_print import SmallPrint
from ui.widgets.text import Text

if TYPE_CHECKING:  # the ciphers behind it come after the first paint
    from app.workflows.backup.rewrap import Rewrapped

INSET = 21  # a line's icon, and what is between it and the words


class RewrapNote(QWidget):
    """Says nothing before it is begun."""

    def __init__(self, theme: Theme, model: RewrapModel) -> None:
        """Listens to `model`, which may outlive it: what was begun goes on."""
        super().__init__()
        self._rewrapping: Rewrapping | None = None
        self._done = SmallPrint(theme)
        self._left = SmallPrint(theme)
        self._names = _names()
        self._elsewhere = SmallPrint(theme)
        self._their_names = _names()
        self._sheet = Text("", "small", "secondary", wrap=True)
        self._sheet.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        left = (self._left, self._names, self._elsewhere, self._their_names)
        for widget in (self._done, *left, self._sheet):
            column.addWidget(widget)
        model.ended.connect(self._end)
        self.hide()

    def begin(self, rewrapping: Rewrapping) -> None:
        """Says what is being done; the model does it."""
        self._rewrapping = rewrapping
        self._done.say(words.under_way(len(rewrapping.behind.backups)), icon="refresh-cw")
        self.show()

    def _end(self, rewrapped: "Rewrapped") -> None:
        if self._rewrapping is None:
            return
        begun, self._rewrapping = self._rewrapping, None
        today = begun.behind.kit_made_on
        self._done.say(words.what_opens_now(rewrapped), "leaf", "check")
        self._left.say(words.what_is_left(rewrapped), "ochre", "triangle-alert")
        self._elsewhere.say(words.what_belongs_elsewhere(rewrapped), "ochre", "triangle-alert")
        for shown, backups in (
            (self._names, rewrapped.unreachable),
            (self._their_names, rewrapped.others),
        ):
            shown.setText(words.names(backups, begun.places, today))
            shown.setVisible(bool(backups))
        self._sheet.setText(words.old_sheet(rewrapped))
        self._sheet.setVisible(bool(self._sheet.text()))
        left = (self._left, self._names, self._elsewhere, self._their_names)
        said = [part.text() for part in (self._done, *left, self._sheet)]
        announce(self, " ".join(text for text in said if text))


def _names() -> Text:
    """Below the words of the line above."""
    names = Text("", "small", wrap=True)
    names.setContentsMargins(INSET, 0, 0, 0)
    names.hide()
    return names
