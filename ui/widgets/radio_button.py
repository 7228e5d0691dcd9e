"""A radio button whose mark is painted from tokens."""

from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QRadioButton, QWidget

from ui.theme.switcher import Theme
from ui.widgets.indicators import paint_radio
from ui.widgets.toggle import indicator_box, paint_words, toggle_hint, toggle_mark


class RadioButton(QRadioButton):
    """One choice of several; arrow keys move between those with the same parent."""

    def __init__(
        self, theme: Theme, text: str = "", *, name: str = "", parent: QWidget | None = None
    ) -> None:
        """Make a button; one without `text` needs a `name` for screen readers."""
        super().__init__(text, parent)
        self._theme = theme
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setAccessibleName(name or text)

    def sizeHint(self) -> QSize:
        return toggle_hint(self, self._theme, self._indicator())

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        box = indicator_box(self, self._indicator())
        paint_radio(painter, self._theme, box, toggle_mark(self))
        paint_words(self, painter, self._theme, self._indicator())
        painter.end()

    def _indicator(self) -> QSize:
        side = self._theme.tokens.size("checkbox")
        return QSize(side, side)
