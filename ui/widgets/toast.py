"""A word at the bottom of the window that something was done, with Undo for six seconds."""

from collections.abc import Callable

from PySide6.QtCore import QEasingCurve, QEvent, QObject, QPoint, QPropertyAnimation, QTimer
from PySide6.QtGui import QEnterEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from ui.theme.switcher import Theme
from ui.translation import translate
from ui.widgets.announce import announce
from ui.widgets.button import Button, ButtonKind
from ui.widgets.text import Text

ABOVE_EDGE = 24
RISE = 8


class Toast(QFrame):
    """Lies over the bottom of its window, rests while the mouse is on it, then goes."""

    def __init__(
        self,
        window: QWidget,
        theme: Theme,
        text: str,
        undo: Callable[[], None] | None = None,
    ) -> None:
        """Prepare a toast; with `undo` it carries the button. Use `show_toast`."""
        super().__init__(window)
        self._window = window
        self.hide()
        self._theme = theme
        self._undo = undo
        self.setProperty("kind", "toast")
        self._text = Text(text, "small")
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 8, 14 if undo is None else 10, 8)
        row.setSpacing(8)
        row.addWidget(self._text)
        self.button = Button(
            theme,
            translate("Toast", "Undo"),
            ButtonKind.NOTICE,
            ink="bg.page",
        )
        self.button.setObjectName("toast.undo")
        self.button.clicked.connect(self.undo)
        row.addWidget(self.button)
        # Only now: shown without a parent, it would be a window of its own for a moment.
        self.button.setVisible(undo is not None)
        self._rise = QPropertyAnimation(self, b"pos", self)
        self._rise.setEasingCurve(QEasingCurve.Type[theme.tokens.easing("enter")])
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(theme.tokens.duration("toast"))
        self._timer.timeout.connect(self.go)
        window.installEventFilter(self)

    def appear(self) -> None:
        """Rise into place and start the six seconds."""
        self.adjustSize()
        self.raise_()
        self.show()
        self._rise.setStartValue(self._place() + QPoint(0, RISE))
        self._rise.setEndValue(self._place())
        self._rise.setDuration(self._theme.tokens.duration("normal"))
        self._rise.start()
        self._timer.start()
        announce(self, self._text.text())

    def undo(self) -> None:
        """Take back what was done, once."""
        undo, self._undo = self._undo, None
        self.go()
        if undo is not None:
            undo()

    def go(self) -> None:
        """Leave now."""
        self._timer.stop()
        self._window.removeEventFilter(self)
        self.hide()
        self.deleteLater()

    def enterEvent(self, event: QEnterEvent) -> None:
        self._timer.stop()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        if self.isVisible():
            self._timer.start()
        super().leaveEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and watched is self._window:
            self._rise.stop()
            self.move(self._place())
        return super().eventFilter(watched, event)

    def _place(self) -> QPoint:
        return QPoint(
            (self._window.width() - self.width()) // 2,
            self._window.height() - self.height() - ABOVE_EDGE,
        )


def show_toast(
    window: QWidget, theme: Theme, text: str, undo: Callable[[], None] | None = None
) -> Toast:
    """Show `text` in place of any toast before it; return it, for Ctrl Z to call its `undo()`."""
    for earlier in window.findChildren(Toast):
        earlier.go()
    toast = Toast(window, theme, text, undo)
    toast.appear()
    return toast
