"""A bar above the content that says what happened and offers what can be done about it."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ui.theme.switcher import Theme
from ui.widgets.announce import announce
from ui.widgets.button import Button, ButtonKind
from ui.widgets.chip import Tone
from ui.widgets.icon_view import IconView
from ui.widgets.text import Text

ICONS = {
    Tone.PLAIN: "circle-alert",
    Tone.LEAF: "circle-check",
    Tone.OCHRE: "triangle-alert",
    Tone.IRIS: "lightbulb",
    Tone.BRICK: "circle-alert",
}


class NoticeBar(QFrame):
    """Icon, sentence and actions, mostly one. Screen readers hear it when it appears."""

    def __init__(
        self,
        theme: Theme,
        text: str,
        tone: Tone = Tone.OCHRE,
        *,
        icon: str = "",
        action: str = "",
        on_action: Callable[[], None] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """Say `text`; `action` names a button that runs `on_action`."""
        super().__init__(parent)
        self.setProperty("kind", "notice")
        self.setProperty("tone", tone.value)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.setAccessibleName(text)
        ink = "ink.secondary" if tone is Tone.PLAIN else f"{tone}.text"
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 7, 8, 7)
        row.setSpacing(8)
        top = Qt.AlignmentFlag.AlignTop
        sign = QVBoxLayout()
        sign.setContentsMargins(0, 4, 0, 0)
        sign.addWidget(IconView(theme, icon or ICONS.get(tone, "circle-alert"), ink, 17), 0, top)
        row.addLayout(sign)
        tint = "secondary" if tone is Tone.PLAIN else tone.value
        self._text = Text(text, "small", tint, wrap=True)
        self._text.setContentsMargins(0, 2, 0, 2)
        row.addWidget(self._text, 1)
        self._row, self._theme, self._ink = row, theme, ink
        self.button = Button(theme, action, ButtonKind.NOTICE, ink=ink, name=action)
        row.addWidget(self.button, 0, top)
        self.button.setVisible(bool(action))  # once it has a parent, or it would be a window
        self._on_action = on_action
        self.button.clicked.connect(self._act)

    def offer(self, action: str, on_action: Callable[[], None], name: str) -> None:
        """Add a button in front of the last one; `name` is its object name."""
        button = Button(self._theme, action, ButtonKind.NOTICE, ink=self._ink, name=action)
        button.setObjectName(name)
        button.clicked.connect(lambda _=False: on_action())
        at = self._row.count() - 1
        self._row.insertWidget(at, button, 0, Qt.AlignmentFlag.AlignTop)
        QWidget.setTabOrder(button, self.button)

    def text(self) -> str:
        """Return what the bar says."""
        return self._text.text()

    def tell(self) -> None:
        """Make screen readers say it now; call when the bar has been put on screen."""
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))
        announce(self, self.text(), urgent=True)

    def _act(self) -> None:
        if self._on_action is not None:
            self._on_action()
