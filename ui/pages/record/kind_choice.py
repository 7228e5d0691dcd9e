"""What was decided: a choice among the events that may come next."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.records.consents.record import EventKind
from ui.theme.switcher import Theme
from ui.translation import translate
from ui.widgets.segments import Segments
from ui.widgets.text import Text
from ui.words.consents import event_word


class KindChoice(QWidget):
    """Nothing is chosen until somebody does; a choice stays as long as it is offered."""

    changed = Signal()

    def __init__(self, theme: Theme) -> None:
        """Offer nothing yet."""
        super().__init__()
        self._theme = theme
        self._kinds: tuple[EventKind, ...] = ()
        self._name = translate("KindChoice", "Decision")
        self._segments: Segments | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(5)
        self._column.addWidget(Text(self._name, "small", strong=True))

    def kind(self) -> EventKind | None:
        """What is chosen."""
        at = self._segments.choice() if self._segments else -1
        return self._kinds[at] if at >= 0 else None

    def choose(self, kind: EventKind | None) -> None:
        """Choose one of those that are offered, without emitting `changed`."""
        if self._segments is not None and kind in self._kinds:
            self._segments.choose(self._kinds.index(kind))

    def offer(self, kinds: tuple[EventKind, ...]) -> None:
        """Offer these, in this order."""
        if kinds == self._kinds:
            return
        chosen, self._kinds = self.kind(), kinds
        if self._segments is not None:
            self._column.removeWidget(self._segments)
            self._segments.hide()
            self._segments.deleteLater()
        words = [event_word(kind) for kind in kinds]
        self._segments = Segments(self._theme, self._name, words, open=True)
        self._segments.setObjectName("decision.kind")
        self._segments.chosen.connect(self.changed)
        self._column.addWidget(self._segments)
        self.choose(chosen)
