"""A switch: a check box that takes effect at once, so it looks like one that is thrown."""

from PySide6.QtCore import QEasingCurve, QPoint, QSize, Qt, QVariantAnimation
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QCheckBox, QWidget

from ui.theme.switcher import Theme
from ui.widgets.indicators import paint_switch
from ui.widgets.toggle import indicator_box, paint_words, toggle_hint, toggle_mark


class Switch(QCheckBox):
    """Space toggles it; to screen readers it is a check box."""

    def __init__(
        self, theme: Theme, text: str = "", *, name: str = "", parent: QWidget | None = None
    ) -> None:
        """Make a switch; one without `text` needs a `name` for screen readers."""
        super().__init__(text, parent)
        self._theme = theme
        self._knob = 0.0
        self._slide = QVariantAnimation(self)
        self._slide.setEasingCurve(QEasingCurve.Type[theme.tokens.easing("enter")])
        self._slide.valueChanged.connect(self._move_knob)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setAccessibleName(name or text)
        self.toggled.connect(self._throw)

    def sizeHint(self) -> QSize:
        return toggle_hint(self, self._theme, self._indicator())

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        box = indicator_box(self, self._indicator())
        paint_switch(painter, self._theme, box, toggle_mark(self), self._knob)
        paint_words(self, painter, self._theme, self._indicator())
        painter.end()

    def _throw(self, on: bool) -> None:
        self._slide.stop()
        self._slide.setStartValue(self._knob)
        self._slide.setEndValue(1.0 if on else 0.0)
        self._slide.setDuration(self._theme.tokens.duration("quick"))
        self._slide.start()

    def _move_knob(self, place: float) -> None:
        self._knob = place
        self.update()

    def _indicator(self) -> QSize:
        size = self._theme.tokens.size
        return QSize(size("switch.width"), size("switch.height"))
