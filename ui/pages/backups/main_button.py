"""The main button by Ctrl Enter, and where the keyboard is while there is none."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QWidget

from ui.widgets.button import Button

KEYS = ("Ctrl+Return", "Ctrl+Enter")


def press_by_keys(page: QWidget, buttons: Sequence[Button]) -> None:
    """From now on the keys press whichever of them the page shows, as long as it is in front."""

    def press() -> None:
        for button in buttons:
            if button.isVisible():
                button.click()
                return

    for keys in KEYS:
        shortcut = QShortcut(QKeySequence(keys), page)
        shortcut.setContext(Qt.ShortcutContext.WindowShortcut)  # from the sidebar, too
        shortcut.activated.connect(press)


def keep_focus(page: QWidget, *cards: QWidget) -> None:
    """The page takes the focus from a card that goes: Qt would give it to whatever comes next."""
    focus = QApplication.focusWidget()
    if focus is not None and any(card.isAncestorOf(focus) for card in cards):
        page.setFocus()
