"""Two columns that become one in a narrow window."""

from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from ui.theme.switcher import Theme

NARROW = 1180  # logical pixels of the window at 100 % text: below, one column
BETWEEN = 44
BELOW = 28
UNBOUND = 16_777_215  # Qt's QWIDGETSIZE_MAX


class Columns(QWidget):
    """One column of a given width and one that takes the rest; the left one comes first."""

    def __init__(
        self,
        theme: Theme,
        left: QWidget,
        right: QWidget,
        *,
        left_width: int = 0,
        right_width: int = 0,
        between: int = BETWEEN,
        parent: QWidget | None = None,
    ) -> None:
        """Give one of the widths, in logical pixels; 0 is the column that takes the rest."""
        super().__init__(parent)
        self._theme = theme
        self._between = between
        self._widths = {left: left_width, right: right_width}
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.addWidget(left, 0 if left_width else 1)
        self._row.addWidget(right, 0 if right_width else 1)
        theme.changed.connect(self._arrange)
        self._arrange()

    @property
    def is_narrow(self) -> bool:
        """Whether the window has room for one column only."""
        return self.window().width() < self._theme.tokens.scaled(NARROW)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._arrange()
        super().resizeEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        self._arrange()
        super().showEvent(event)

    def _arrange(self) -> None:
        narrow = self.is_narrow
        direction = QBoxLayout.Direction
        self._row.setDirection(direction.TopToBottom if narrow else direction.LeftToRight)
        self._row.setSpacing(BELOW if narrow else self._between)
        for column, width in self._widths.items():
            bound = bool(width) and not narrow
            column.setMinimumWidth(width if bound else 0)
            column.setMaximumWidth(width if bound else UNBOUND)
