"""Takes the steps one after the other, keeps where it stands, and ends the window process."""

import time
from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QWidget

from app.process.faults import report
from app.tour.file import Step, Tour, write_summary, write_tour
from ui.tour.camera import Camera
from ui.tour.hands import Hands
from ui.tour.walk import PATIENCE, Stuck, Until, Walk, Walker

Take = Callable[["Guide"], Walk]


class Guide(QObject):
    """One tour in one window process; after the lock, another goes on with it in the next."""

    def __init__(
        self,
        window: QWidget,
        folder: Path,
        tour: Tour,
        steps: Sequence[tuple[str, Take]],
        patience: float = PATIENCE,
    ) -> None:
        """`steps` are all of the tour; those that `tour` has behind it are not taken again."""
        super().__init__(window)
        self.hands = Hands(window)
        self.folder = folder
        self.tour = tour
        self._window = window
        self._steps = steps
        self._camera = Camera(window, self.hands, folder)
        self._walker = Walker(self._walk(), patience, self)
        self._walker.arrived.connect(self._finish)
        self._walker.stopped.connect(self._give_up)

    def begin(self) -> None:
        """Begins as soon as the event loop runs."""
        QApplication.setCursorFlashTime(0)  # a caret is in every picture, or in none
        self._walker.start()

    def keep(self) -> None:
        """Keeps where the tour stands, for the process after this one."""
        write_tour(self.folder, self.tour)

    def give_up(self, why: str) -> None:
        """Ends the tour with a sentence that says why."""
        self.tour.failure = why
        self.keep()
        self._quit()

    def _walk(self) -> Walk:
        yield Until("the window to show", self._window.isVisible)
        yield from self.hands.come_to(self._window)
        yield from self._camera.begin()
        for number, (name, take) in enumerate(self._steps, start=1):
            if number > len(self.tour.steps):
                yield from self._take(number, name, take)

    def _take(self, number: int, name: str, take: Take) -> Walk:
        began = self.tour.locked_at or time.monotonic()
        yield from take(self)
        seconds = round(time.monotonic() - began, 2)
        light, dark = f"{number:02}-{name}.png", f"{number:02}-{name}-dark.png"
        yield from self._camera.take(light, dark)
        self.tour.locked_at = None
        self.tour.steps += (Step(name, light, dark, seconds),)
        self.keep()

    def _finish(self) -> None:
        write_summary(self.folder, self.tour)
        self._quit()

    def _give_up(self, error: Exception) -> None:
        name = self._steps[len(self.tour.steps)][0]
        if isinstance(error, Stuck):
            why = f"The tour stopped at “{name}”: waited in vain for {error.what}."
        else:
            report(error)
            why = f"The tour stopped at “{name}”: {type(error).__name__}."
        self._camera.shoot("failed.png")
        self.give_up(why)

    def _quit(self) -> None:
        actions: list[QAction] = self._window.actions()
        next(action for action in actions if action.objectName() == "app.quit").trigger()
