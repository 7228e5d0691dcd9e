"""Takes a picture of the window in light and in dark colours."""

import time
from pathlib import Path

from PySide6.QtGui import QAction, QImage
from PySide6.QtWidgets import QWidget

from ui.tour.hands import Hands
from ui.tour.walk import Until, Walk

LIGHT, DARK = "theme.light", "theme.dark"
SAME = 3  # looks in a row that show the same
LONGEST = 1.5  # seconds; what still moves then is meant to


class Camera:
    """Pictures of one window, as PNG files in a folder."""

    def __init__(self, window: QWidget, hands: Hands, folder: Path) -> None:
        self._window = window
        self._hands = hands
        self._folder = folder

    def begin(self) -> Walk:
        """Sees to it that the window is in light colours, whatever the computer's are."""
        yield from self._turn(LIGHT)

    def take(self, light: str, dark: str) -> Walk:
        """Takes both pictures; the window is light again afterwards."""
        self._hands.point_away()
        for colours, name in ((LIGHT, light), (DARK, dark)):
            yield from self._turn(colours)
            yield self._settled()
            self.shoot(name)
        yield from self._turn(LIGHT)

    def shoot(self, name: str) -> None:
        """Takes the window as it is."""
        file = self._folder / name
        if not self._window.grab().save(str(file)):
            raise OSError(file)
        file.chmod(0o600)

    def _turn(self, colours: str) -> Walk:
        actions: list[QAction] = self._window.actions()
        next(action for action in actions if action.objectName() == colours).trigger()
        yield None  # what lays itself out anew does so in the next turn

    def _settled(self) -> Until:
        """Until the window shows the same for a moment."""
        last, same, began = QImage(), 0, time.monotonic()

        def is_settled() -> bool:
            nonlocal last, same
            now = self._window.grab().toImage()
            last, same = now, same + 1 if now == last else 0
            return same >= SAME or time.monotonic() - began > LONGEST

        return Until("the picture to settle", is_settled)
