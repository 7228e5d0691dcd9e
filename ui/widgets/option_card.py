"""A card that is one choice of several: radio button, title, explanation, and more when chosen."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from ui.theme.switcher import Theme
from ui.widgets.chip import Chip, Tone
from ui.widgets.radio_button import RadioButton
from ui.widgets.restyle import set_style_property
from ui.widgets.text import Text


class OptionCard(QFrame):
    """Clicking anywhere on it chooses it. Cards of one question share a QButtonGroup."""

    chosen = Signal()

    def __init__(
        self,
        theme: Theme,
        group: QButtonGroup,
        title: str,
        text: str,
        *,
        badge: str = "",
        parent: QWidget | None = None,
    ) -> None:
        """Make a choice of `group`; `badge` is a short word beside the title."""
        super().__init__(parent)
        self.setProperty("kind", "option")
        self.setProperty("chosen", "false")
        self.radio = RadioButton(theme, name=title)
        self.radio.setAccessibleDescription(text)
        group.addButton(self.radio)
        self._group = group
        self._more: tuple[QWidget, ...] = ()
        head = QHBoxLayout()
        head.setSpacing(8)
        self._title = Text(title, "body", strong=True)
        head.addWidget(self._title)
        if badge:
            head.addWidget(Chip(theme, badge, Tone.ROSE))
        head.addStretch(1)
        self._column = QVBoxLayout()
        self._column.setSpacing(0)
        self._column.addLayout(head)
        self._column.addWidget(Text(text, "small", "secondary", wrap=True))
        row = QHBoxLayout(self)
        row.setContentsMargins(11, 11, 14, 12)
        row.setSpacing(10)
        row.addWidget(self.radio, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(self._column, 1)
        self.radio.toggled.connect(self._on_toggled)

    def set_title(self, title: str) -> None:
        """Call the choice something else, on screen and for screen readers."""
        self._title.setText(title)
        self.radio.setAccessibleName(title)

    def set_more(self, more: QWidget) -> None:
        """Put `more` below the explanation; it is shown while the card is chosen."""
        gap = QWidget()
        gap.setFixedHeight(12)
        self._more = (gap, more)
        for widget in self._more:
            self._column.addWidget(widget)
            widget.setVisible(self.radio.isChecked())

    def is_chosen(self) -> bool:
        """Return whether this is the choice."""
        return self.radio.isChecked()

    def choose(self) -> None:
        """Make this the choice."""
        self.radio.setChecked(True)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self.rect().contains(event.position().toPoint()):
            self.choose()
        super().mouseReleaseEvent(event)

    def _on_toggled(self, on: bool) -> None:
        set_style_property(self, "chosen", "true" if on else "false")
        for widget in self._more:
            widget.setVisible(on)
        if on:
            self._lead_tab_here()
            self.chosen.emit()

    def _lead_tab_here(self) -> None:
        """Tab comes to the chosen card, and the arrows go on from there; Qt does so late."""
        for radio in self._group.buttons():
            chosen = radio is self.radio
            radio.setFocusPolicy(Qt.FocusPolicy.TabFocus if chosen else Qt.FocusPolicy.NoFocus)
