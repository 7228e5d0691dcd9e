"""Lets the keys that lock and quit through while a menu is open, which takes all others."""

from collections.abc import Callable
from typing import cast

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence, QWindow
from PySide6.QtWidgets import QApplication, QWidget

LEAVING = frozenset({"app.lock", "app.quit"})


class PopupKeys(QObject):
    """Looks at the keys of a window, and of whatever of ours has the keyboard, before popups do."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        app = cast(QApplication, QApplication.instance())
        app.focusWindowChanged.connect(self._watch)
        self._watch(window.windowHandle())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            leave = self._wanted(event)
            if leave is not None:
                close_popups()
                leave()
                return True
        return False

    def _wanted(self, event: QKeyEvent) -> Callable[[], None] | None:
        if QApplication.activePopupWidget() is None:
            return None
        pressed = QKeySequence(event.keyCombination())
        actions: list[QAction] = self._window.actions()
        for action in actions:
            if action.objectName() in LEAVING and pressed in action.shortcuts():
                return action.trigger
        return None

    def _watch(self, window: QWindow | None) -> None:
        if window is not None:
            window.removeEventFilter(self)  # or it would be asked twice
            window.installEventFilter(self)


def close_popups() -> None:
    """Closes every menu, list or calendar that lies above a window."""
    while popup := QApplication.activePopupWidget():
        popup.close()
