"""What lies over the whole window while something is asked: one panel, and nothing else reachable.

The rest of the window stays enabled, so that it keeps its colours underneath; mouse, keys, Tab
and focus are kept in here instead.
"""

from typing import cast

from PySide6.QtCore import QEasingCurve, QEvent, QObject, QRect, Qt, QVariantAnimation, Signal
from PySide6.QtGui import (
    QAction,
    QColor,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QApplication, QFrame, QWidget
from shiboken6 import isValid

from ui.theme.switcher import Theme
from ui.widgets.page_around import scroll_page_to
from ui.widgets.shadow import paint_shadow
from ui.widgets.tab_stops import tab_stops

OVER_DIALOGS = "overDialogs"
IN_DIALOGS = "inDialogs"


class Scrim(QWidget):
    """A child over its whole window, with one `panel`; subclasses fill it and place it.

    Shortcuts stay off while it is open, apart from those of the window's own actions whose
    property "overDialogs" is true: a lock waits for no dialog. A class that names "inDialogs" in
    `passes`, too, lets its help through.
    """

    closed = Signal()
    passes: tuple[str, ...] = (OVER_DIALOGS,)

    def __init__(self, window: QWidget, theme: Theme, elevation: str = "dialog") -> None:
        """Prepare an overlay of `window`; `open()` shows it."""
        super().__init__(window)
        self._window = window
        self.hide()
        self._theme = theme
        self._elevation = elevation
        self._returns_to: QWidget | None = None
        self._shade = 1.0
        self._fade = QVariantAnimation(self)
        self._fade.setStartValue(0.0)
        self._fade.setEndValue(1.0)
        self._fade.setEasingCurve(QEasingCurve.Type[theme.tokens.easing("enter")])
        self._fade.valueChanged.connect(self._darken)
        self.panel = QFrame(self)
        self.panel.setProperty("kind", "panel")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def open(self) -> None:
        """Show it over the window and take the focus; returns at once."""
        self._returns_to = QApplication.focusWidget()
        self._window.installEventFilter(self)
        self.setGeometry(self._window.rect())
        self.raise_()
        self.show()
        self.place()
        self._fade.setDuration(self._theme.tokens.duration("quick"))
        self._fade.start()
        self._application().focusChanged.connect(self._keep_focus)
        self.focus_first()

    def dismiss(self) -> None:
        """Close it, give the focus back and emit `closed`; it can't be opened again."""
        if self.isHidden():
            return
        self._application().focusChanged.disconnect(self._keep_focus)
        self._window.removeEventFilter(self)
        self.hide()
        back = self._returns_to
        if back is not None and isValid(back) and back.isVisible():
            back.setFocus(Qt.FocusReason.PopupFocusReason)  # a row shows its ring again
        self.closed.emit()
        self.deleteLater()

    def focus_first(self) -> None:
        """Put the focus on the first control of the panel."""
        inside = self._focusable()
        (inside[0] if inside else self.panel).setFocus(Qt.FocusReason.OtherFocusReason)

    def place(self) -> None:
        """Put the panel where it belongs; called whenever the room changes."""
        self.panel.setGeometry(self.panel_rect(self.rect()))
        self.update()

    def panel_rect(self, room: QRect) -> QRect:
        """Return where the panel lies in `room`: centred at its own size, unless overridden."""
        wanted = self.panel.sizeHint().boundedTo(room.size())
        rect = QRect(room.topLeft(), wanted)
        rect.moveCenter(room.center())
        return rect

    def focusNextPrevChild(self, next: bool) -> bool:
        inside = self._focusable()
        if not inside:
            return True
        now = QApplication.focusWidget()
        at = inside.index(now) if now in inside else (-1 if next else 0)
        reason = Qt.FocusReason.TabFocusReason if next else Qt.FocusReason.BacktabFocusReason
        reached = inside[(at + (1 if next else -1)) % len(inside)]
        reached.setFocus(reason)
        scroll_page_to(reached, reached.rect())
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and watched is self._window:
            self.setGeometry(self._window.rect())
        return super().eventFilter(watched, event)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride:
            event.setAccepted(not self._may_pass(event))
            return event.isAccepted()
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.place()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.dismiss()
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.accept()

    def paintEvent(self, event: QPaintEvent) -> None:
        color = QColor(self._theme.tokens.color("scrim"))
        color.setAlphaF(color.alphaF() * self._shade)
        painter = QPainter(self)
        painter.fillRect(event.rect(), color)
        paint_shadow(painter, self._theme.tokens, self.panel.geometry(), self._elevation)
        painter.end()

    def _darken(self, shade: float) -> None:
        self._shade = shade
        self.update()

    def _focusable(self) -> list[QWidget]:
        """Return the panel's controls that Tab reaches, in reading order."""
        return tab_stops(self.panel)

    def _keep_focus(self, _old: QWidget | None, now: QWidget | None) -> None:
        if now is None or now is self or now.window() is not self.window():
            return
        if not self.isAncestorOf(now) and top_scrim(self._window) is self:
            self.focus_first()

    def _may_pass(self, event: QKeyEvent) -> bool:
        pressed = QKeySequence(event.keyCombination())
        actions: list[QAction] = self.window().actions()
        return any(
            any(action.property(name) for name in self.passes) and pressed in action.shortcuts()
            for action in actions
        )

    def _application(self) -> QApplication:
        return cast(QApplication, QApplication.instance())


def top_scrim(window: QWidget) -> Scrim | None:
    """Return the overlay of `window` that was opened last, or None."""
    open_ones = [
        child for child in window.children() if isinstance(child, Scrim) and child.isVisible()
    ]
    return open_ones[-1] if open_ones else None
