"""Stands where a page or a tab would show what can't be read, so that it doesn't look empty."""

from PySide6.QtCore import SignalInstance
from PySide6.QtWidgets import QWidget

from ui.messages import message_for
from ui.theme.switcher import Theme
from ui.translation import translate
from ui.widgets.empty_state import EmptyState


class Unread(EmptyState):
    """Follows a view model's `unread`; while there is an error, it takes the content's place.

    Put it beside that content: `tab_layout.addWidget(Unread(theme, model.unread, content))`.
    """

    def __init__(
        self, theme: Theme, unread: SignalInstance, content: QWidget | None = None
    ) -> None:
        """`content` is hidden meanwhile; None where it hides by itself."""
        super().__init__(theme, "triangle-alert", translate("Unread", "This can’t be read"), "")
        self.setObjectName("unread")
        self._content = content
        self.hide()
        unread.connect(self._show)

    def _show(self, error: Exception | None) -> None:
        if error is not None:
            self.set_text(message_for(error).text)
        if self._content is not None:
            self._content.setVisible(error is None)
        self.setVisible(error is not None)
