"""A new kit on a page of several steps: its words, and a check of three."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.theme.switcher import Theme
from ui.translation import translate
from ui.ways_in import kit_words
from ui.ways_in.kit_model import KitModel
from ui.ways_in.kit_panel import KitPanel
from ui.widgets.confirm import Confirm


class KitForm(QWidget):
    """Empty until a kit is shown, and again when it is not."""

    changed = Signal()
    submitted = Signal()
    put_off = Signal()  # the coach goes on without the check

    def __init__(self, theme: Theme, named: str, unchecked: str) -> None:
        """`named` begins the object names; `unchecked` says what it means to put the check off."""
        super().__init__()
        self._theme, self._named, self._unchecked = theme, named, unchecked
        self._model: KitModel | None = None
        self._panel: KitPanel | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)

    def show_kit(self, model: KitModel | None) -> None:
        """Shows a kit instead of the one before, or none."""
        if self._panel is not None:
            self._panel.hide()
            self._panel.deleteLater()
            self._panel = None
        self._model = model
        if model is not None:
            panel = self._panel = KitPanel(self._theme, model, self._named)
            self._column.addWidget(panel)
            model.state_changed.connect(self.changed)
            panel.submitted.connect(self.submitted)

    def why_not(self) -> str:
        """What is missing before it counts as kept; empty when nothing is."""
        return "" if self._model is None else kit_words.why_not(self._model.state)

    def note_kept(self) -> bool:
        """Tells the open vault that its kit is on paper; False when that was not shown yet."""
        if self._model is None or not self._model.state.can_finish:
            return False
        self._model.note_kept()
        return True

    def focus_first(self) -> None:
        """Puts the focus on the first way to keep the words."""
        if self._panel is not None:
            self._panel.focus_first()

    def ask_to_put_off(self) -> None:
        """Asks whether it is to go on without the check."""
        Confirm(
            self.window(),
            self._theme,
            translate("KitForm", "Go on without checking the kit?"),
            self._unchecked,
            safe=translate("KitForm", "Stay here"),
            other=translate("KitForm", "Go on"),
            then=self.put_off.emit,
        ).open()
