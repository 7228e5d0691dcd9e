"""Drives a window in this process with the tour's hands, and waits with the event loop running."""

import time

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from ui.tour.hands import Hands
from ui.tour.walk import Until, Walk

PATIENCE = 60.0  # seconds; busy cores take their time for a key, and for a backup
LOOK_AGAIN = 20  # milliseconds


class Driver:
    """A person at a window: does what a walk says, step by step."""

    def __init__(self, app: QApplication, window: QWidget) -> None:
        self.hands = Hands(window)
        self._app = app
        self._window = window

    def do(self, *walks: Walk) -> None:
        """Does one after the other."""
        for walk in walks:
            for until in walk:
                self.wait(until)

    def wait(self, until: Until | None) -> None:
        """Waits; raises TimeoutError, None means until nothing is pending."""
        deadline = time.monotonic() + PATIENCE
        self._app.processEvents()
        while until is not None and not until.met():
            if time.monotonic() > deadline:
                raise TimeoutError(f"{until.what}; what can be read is {self.texts()}")
            go_on()

    def reads(self, words: str) -> Until:
        """Until these words stand somewhere in the window."""
        return Until(f"“{words}” to be read", lambda: words in "\n".join(self.texts()))

    def texts(self) -> list[str]:
        """What can be read in the window: its labels."""
        labels = self._window.findChildren(QLabel)
        return [label.text() for label in labels if label.isVisible() and label.text()]


def go_on(milliseconds: int = LOOK_AGAIN) -> None:
    """Lets the event loop run, and the threads of the app with it: it rests between events."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()
