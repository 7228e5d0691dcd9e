"""A folder in a line, with the button that changes it."""

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from ui.theme.switcher import Theme
from ui.translation import translate
from ui.widgets.button import Button


class FolderRow(QWidget):
    """Put it into a `LabelledField`; the focus goes to the line."""

    def __init__(self, theme: Theme, line: QLineEdit, *, named: str) -> None:
        """`named` is the button's object name."""
        super().__init__()
        self.change = Button(theme, translate("FolderRow", "Change"))
        self.change.setObjectName(named)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.tokens.space(2))
        row.addWidget(line, 1)
        row.addWidget(self.change)
        self.setFocusProxy(line)
