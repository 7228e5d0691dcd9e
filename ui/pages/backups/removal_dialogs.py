"""What is asked before a backup leaves the list, and what is said where it can't."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from ui.theme.switcher import Theme
from ui.translation import translate
from ui.widgets.button import Button
from ui.widgets.check_box import CheckBox
from ui.widgets.confirm import Confirm
from ui.widgets.dialog import Dialog
from ui.widgets.text import Text


class AskGone(Confirm):
    """Asks whether backups are gone; a box may stand for more of them."""

    def __init__(
        self,
        window: QWidget,
        theme: Theme,
        question: str,
        text: str,
        *,
        safe: str,
        other: str,
        more: str,
        then: Callable[[bool], None],
    ) -> None:
        """`then` is told whether the box with the words `more` was ticked; "" leaves it out."""
        box = CheckBox(theme, more) if more else None
        super().__init__(
            window,
            theme,
            question,
            text,
            safe=safe,
            other=other,
            then=lambda: then(box is not None and box.isChecked()),
        )
        self.setObjectName("gone_backup")
        if box is not None:
            box.setObjectName("gone_backup.more")
            self.body.addWidget(box)


class Stays(Dialog):
    """Says why a backup isn't deleted."""

    def __init__(self, window: QWidget, theme: Theme, title: str, text: str) -> None:
        """Show it."""
        super().__init__(window, theme, title)
        self.setObjectName("kept_backup")
        self.body.addWidget(Text(text, "small", "secondary", wrap=True))
        self._close = self.add_button(Button(theme, translate("Backups", "Close")), default=True)
        self._close.setObjectName("kept_backup.close")
        self._close.clicked.connect(self.dismiss)

    def focus_first(self) -> None:
        self._close.setFocus()
