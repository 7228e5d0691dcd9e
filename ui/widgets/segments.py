"""Segments: a few choices side by side, one of them in force."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QSizePolicy, QToolButton, QWidget

from ui.theme.switcher import Theme

HEIGHT = 30
PADDING = 12


class Segments(QFrame):
    """Arrow keys move the choice, Space makes it while it is open, Tab leaves."""

    chosen = Signal(int)

    def __init__(
        self,
        theme: Theme,
        name: str,
        choices: list[str],
        *,
        open: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """Offer `choices`, the first one chosen, or none yet if `open`.

        `name` is for screen readers.
        """
        super().__init__(parent)
        self._theme = theme
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._group = QButtonGroup(self)
        self._group.idClicked.connect(self._take)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for index, choice in enumerate(choices):
            segment = _Segment(theme, choice, first=index == 0, last=index == len(choices) - 1)
            self._group.addButton(segment, index)
            row.addWidget(segment)
        if not open:
            self.choose(0)

    def choice(self) -> int:
        """Return the index of the choice in force, -1 while it is open."""
        return self._group.checkedId()

    def choose(self, index: int) -> None:
        """Put a choice in force without emitting `chosen`."""
        for button in self._group.buttons():
            at = self._group.id(button)
            button.setChecked(at == index)
            button.setFocusPolicy(
                Qt.FocusPolicy.TabFocus if at == index else Qt.FocusPolicy.NoFocus
            )
        self.setFocusProxy(self._group.button(index))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1}
        step = steps.get(Qt.Key(event.key()))
        here = [at for at, button in enumerate(self._group.buttons()) if button.hasFocus()]
        if step is not None:
            index = (self.choice() + step) % len(self._group.buttons())
        elif event.key() == Qt.Key.Key_Space and here:
            index = here[0]
        else:
            super().keyPressEvent(event)
            return
        self._take(index)
        self._group.button(index).setFocus(Qt.FocusReason.TabFocusReason)

    def _take(self, index: int) -> None:
        self.choose(index)
        self.chosen.emit(index)


class _Segment(QToolButton):
    def __init__(self, theme: Theme, text: str, *, first: bool, last: bool) -> None:
        super().__init__()
        self._theme = theme
        self._first = first
        self._last = last
        self.setText(text)
        self.setAccessibleName(text)
        self.setCheckable(True)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def sizeHint(self) -> QSize:
        font = self._theme.font("small", strong=True)
        width = QFontMetrics(font).horizontalAdvance(self.text())
        return QSize(width + 2 * PADDING + 1, self._theme.tokens.scaled(HEIGHT))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Left to the frame, which knows the neighbours.
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = self._theme.tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = self._box()
        fill = "rose.soft" if self.isChecked() else "bg.surface"
        if self.underMouse() and not self.isChecked():
            fill = "bg.rowHover"
        painter.setClipRect(self.rect())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.fillPath(self._outline(box), tokens.color(fill))
        if not self._first:
            painter.setPen(QPen(tokens.color("line.strong"), 1))
            painter.drawLine(QPointF(0.5, 1), QPointF(0.5, self.height() - 1))
        focused = self.hasFocus()
        painter.setPen(QPen(tokens.color("line.control"), 1))
        painter.drawPath(self._outline(box))
        if focused:
            width = tokens.line("focus")
            painter.setPen(QPen(tokens.color("focus"), width))
            inset = width / 2
            ring = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
            painter.drawRoundedRect(ring, tokens.radius("chip"), tokens.radius("chip"))
        ink = "rose.text" if self.isChecked() else "ink.secondary"
        painter.setPen(tokens.color(ink if self.isEnabled() else "ink.disabled"))
        painter.setFont(self._theme.font("small", strong=self.isChecked()))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())
        painter.end()

    def _box(self) -> QRectF:
        # Inner segments reach past their own sides, so that only the outer edge is drawn.
        radius = self._theme.tokens.radius("control")
        left = 0.5 if self._first else -radius - 1
        right = self.width() - 0.5 if self._last else self.width() + radius + 1
        return QRectF(QPointF(left, 0.5), QPointF(right, self.height() - 0.5))

    def _outline(self, box: QRectF) -> QPainterPath:
        radius = self._theme.tokens.radius("control")
        path = QPainterPath()
        path.addRoundedRect(box, radius, radius)
        return path
