"""The mark of a made-up practice at the foot of the sidebar, and the way to one's own vault."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.theme.switcher import Theme
from ui.translation import translate
from ui.widgets.button import Button, ButtonKind, ButtonSize
from ui.widgets.text import Text

INSET = 8  # logical pixels, as the vault's name
ABOVE = 6


class MadeUpMark(QWidget):
    """Says that nobody here exists; in a narrow sidebar the button's tool tip does."""

    def __init__(self, theme: Theme, own: QAction) -> None:
        """`own` leads to a vault of one's own."""
        super().__init__()
        said = translate("Sidebar", "A made-up practice, for looking around")
        self._narrow_tip = f"{said}. {own.text()}"
        self._words = Text(said, "caption", "secondary", wrap=True)
        self._button = Button(
            theme,
            own.text(),
            ButtonKind.LINK,
            size=ButtonSize.SMALL,
            name=own.text(),
        )
        self._button.setObjectName("sidebar.own_vault")
        self._button.clicked.connect(own.trigger)
        self._own = own
        self.setFocusProxy(self._button)
        self._column = QVBoxLayout(self)
        self._column.setSpacing(2)
        self._column.addWidget(self._words)
        self._column.addWidget(self._button)
        self.set_narrow(False)

    def set_narrow(self, narrow: bool) -> None:
        """Shows an icon only, or words too."""
        self._words.setVisible(not narrow)
        self._button.setText("" if narrow else self._own.text())
        self._button.set_icon("key-round" if narrow else "")
        self._button.setToolTip(self._narrow_tip if narrow else "")
        self._column.setContentsMargins(0 if narrow else INSET, ABOVE, 0, 0)
        side = Qt.AlignmentFlag.AlignHCenter if narrow else Qt.AlignmentFlag.AlignLeft
        self._column.setAlignment(self._button, side)
