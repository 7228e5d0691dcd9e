"""The whole window in this process, put together as the app does it, without a supervisor."""

import os
import time
from collections.abc import Callable, Generator
from contextlib import contextmanager
from typing import TypeVar

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication, QWidget

from app.process.verbs import Verb
from app.workspace import Workspace
from tests.support.driver import PATIENCE, go_on
from tests.support.ending_threads import all_have_ended
from ui.commands.registry import Registry
from ui.jobs import Jobs
from ui.locked.locked_stage import LockedStage
from ui.opening import open_window
from ui.process.beginning import Beginning
from ui.process.link import SupervisorLink
from ui.process.pipes import Pipes
from ui.shell.main_window import MainWindow

GLANCE = 5  # milliseconds

A = TypeVar("A")
T = TypeVar("T", bound=QObject)


class Unsupervised(SupervisorLink):
    """A link with nobody at its other end, whose silence would end the process."""

    def start(self) -> None:
        """Hears nothing, and says only what it is told to."""


class Composed:
    """The window, and what it is made of."""

    def __init__(self, app: QApplication) -> None:
        """Puts it together and lets it begin; the settings are those of the home in force."""
        self._app = app
        self._supervisor = os.pipe(), os.pipe()
        (hears, _), (_, says) = self._supervisor
        link = Unsupervised(Pipes(hears, says, Verb.FRESH), app)
        beginning = Beginning(Verb.FRESH, time.localtime())
        self.window: MainWindow = open_window(app, link, beginning)
        self.wait_for(lambda: app.findChild(Registry))
        link.go.emit()

    def open_vault(self, make: Callable[[], Workspace]) -> None:
        """Opens a vault at whatever cost `make` likes, past the lock screen, and lets it settle."""
        self.open_behind_the_stage(make)
        self.stage.opened.emit()
        self.rest()

    def open_behind_the_stage(self, make: Callable[[], Workspace]) -> None:
        """Opens a vault, and leaves the pages in front of the desk where they are."""
        opened: list[Exception | None] = []
        self.part(Jobs).open(self.window, make, lambda: opened.append(None), opened.append)
        assert self.wait_for(lambda: opened) == [None]

    @property
    def stage(self) -> LockedStage:
        """The pages in front of the desk."""
        stage = self.window.findChild(LockedStage)
        assert isinstance(stage, LockedStage)
        return stage

    def rest(self, seconds: float = 0.05) -> None:
        """Lets the event loop run until nothing more is asked of the vault, and a little longer."""
        answered: list[None] = []
        self.part(Jobs).read(self.window, lambda _: None, answered.append)
        self.wait_for(lambda: answered)
        go_on(round(1_000 * seconds))

    def part(self, kind: type[T]) -> T:
        """The one part of this kind: Jobs, Registry, Navigation."""
        parts = [*_parts(self._app), *self.window.findChildren(QObject)]
        (found,) = (part for part in parts if isinstance(part, kind))
        return found

    def widget(self, kind: type[T], name: str) -> T | None:
        """The visible widget with this object name; None as long as there is none."""
        found = self.window.findChildren(kind, name, Qt.FindChildOption.FindChildrenRecursively)
        shown = (one for one in found if not isinstance(one, QWidget) or one.isVisible())
        return next(shown, None)

    def wait_for(self, look: Callable[[], A | None], patience: float = PATIENCE) -> A:
        """The first true answer of `look`, with the event loop running; raises TimeoutError."""
        deadline = time.monotonic() + patience
        while not (answer := look()):
            if time.monotonic() > deadline:
                raise TimeoutError(look)
            go_on(GLANCE)
        return answer

    def end(self) -> None:
        """Closes the vault and takes the window apart."""
        jobs = self.part(Jobs)
        jobs.close(jobs, (), lambda: None, lambda _: None)
        jobs.stop()
        self.wait_for(all_have_ended)
        self.window.hide()
        self.window.deleteLater()
        del self.window  # pytest keeps a fixture's value longer than the fixture
        for part in _parts(self._app):
            part.deleteLater()
        self._app.setStyleSheet("")  # it holds on to the widgets that it polished
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        for pipe in self._supervisor:
            for end in pipe:
                os.close(end)


def _parts(app: QApplication) -> list[QObject]:
    # Qt hangs things of its own on the application, its style among them.
    children = app.findChildren(QObject, options=Qt.FindChildOption.FindDirectChildrenOnly)
    return [child for child in children if type(child).__module__.startswith("ui.")]


@contextmanager
def composed(app: QApplication) -> Generator[Composed]:
    """Puts the window together, and takes it apart."""
    whole = Composed(app)
    try:
        yield whole
    finally:
        whole.end()
