"""Ask before something that can't be undone; the safe answer has the focus."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from ui.theme.switcher import Theme
from ui.widgets.button import Button, ButtonKind
from ui.widgets.dialog import Dialog
from ui.widgets.text import Text


class Confirm(Dialog):
    """A question with two answers; Esc and Enter give the safe one."""

    def __init__(
        self,
        window: QWidget,
        theme: Theme,
        question: str,
        text: str,
        *,
        safe: str,
        other: str,
        then: Callable[[], None],
        removing: bool = True,
    ) -> None:
        """Prepare the question; `then` runs after the other answer, once this has closed."""
        super().__init__(window, theme, question)
        self.body.addWidget(Text(text, "small", "secondary", wrap=True))
        kind = ButtonKind.REMOVING if removing else ButtonKind.MAIN
        self.safe = self.add_button(Button(theme, safe), default=True)
        self.other = self.add_button(Button(theme, other, kind))
        self.safe.setObjectName("confirm.safe")
        self.other.setObjectName("confirm.other")
        self._then = then
        self.safe.clicked.connect(self.dismiss)
        self.other.clicked.connect(self._agree)

    def focus_first(self) -> None:
        self.safe.setFocus()

    def _agree(self) -> None:
        then = self._then
        self.dismiss()
        then()
