"""What came over and what did not, as a text that can be scrolled, selected and copied."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from ui.process.clipboard import copy_text
from ui.theme.switcher import Theme
from ui.translation import translate
from ui.widgets.announce import announce
from ui.widgets.button import Button, ButtonSize

HEIGHT = 340  # logical pixels at 100 % text


class ReportView(QWidget):
    """The list, and the button that copies it."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._text = QPlainTextEdit()
        self._text.setObjectName("salvage.report")
        self._text.setAccessibleName(translate("Salvage", "What was saved, and what was not"))
        self._text.setProperty("kind", "field")
        self._text.setReadOnly(True)
        self._text.setTabChangesFocus(True)
        self._text.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self._text.setMinimumHeight(theme.tokens.scaled(HEIGHT))
        copy = Button(
            theme, translate("Salvage", "Copy the list"), size=ButtonSize.SMALL, icon="copy"
        )
        copy.setObjectName("salvage.copy")
        copy.clicked.connect(self._copy)
        below = QHBoxLayout()
        below.addWidget(copy)
        below.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.tokens.space(2))
        column.addWidget(self._text)
        column.addLayout(below)

    def show_text(self, text: str) -> None:
        """Shows this from its beginning; nothing for an empty one."""
        if self._text.toPlainText() != text:
            self._text.setPlainText(text)

    def focus_first(self) -> None:
        """Puts the focus on the text, to be scrolled by keys."""
        self._text.setFocus()

    def _copy(self) -> None:
        copy_text(self._text.toPlainText())
        announce(
            self, translate("Salvage", "Copied; the clipboard is emptied after half a minute.")
        )
