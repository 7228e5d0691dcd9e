"""One page of an open vault in a window of its own, with everything that pages are given."""

from collections.abc import Callable, Generator
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.core.ids import ClientId
from app.settings.device import DeviceSettings
from app.workspace import Workspace
from tests.support.find import find
from tests.support.fixed_clock import FixedClock
from tests.support.running_jobs import running_jobs
from tests.support.workspaces import a_workspace, add_client
from ui.commands.registry import Registry
from ui.composition import all_commands
from ui.jobs import Jobs
from ui.leaving.lock import Saving, Unsaved
from ui.places.navigation import Navigation, Place
from ui.places.page import Page
from ui.theme.switcher import Theme
from ui.widgets.button import Button

T = TypeVar("T")


class Desk:
    """The parts, a window, and what a person does with them."""

    def __init__(self, qtbot: QtBot, theme: Theme, jobs: Jobs, folder: Path) -> None:
        """A vault without clients, on a Tuesday in November."""
        self._qtbot = qtbot
        self.theme = theme
        self.jobs = jobs
        self.clock = FixedClock()
        self.device = DeviceSettings(folder / "device.json")
        self.navigation = Navigation()
        self.registry = Registry()
        self.registry.declare(all_commands())
        self.window = QWidget()
        self.window.resize(1280, 800)
        self.unsaved: list[Unsaved] = []
        self.places: list[Place] = []
        self.troubles: list[Exception] = []
        self.is_closed = False  # for a test that closes the vault
        QVBoxLayout(self.window)
        qtbot.addWidget(self.window)
        self.window.addActions([self.registry.action(one.id) for one in all_commands()])
        self.navigation.arrived.connect(self.places.append)
        jobs.trouble.connect(self.troubles.append)
        with qtbot.waitCallback() as opened:
            jobs.open(jobs, lambda: a_workspace(folder, self.clock), opened, _fail)

    def before_lock(self, _owner: object, unsaved: Unsaved) -> None:
        """Stands in for `Lock.before_lock`."""
        self.unsaved.append(unsaved)

    def lock(self) -> None:
        """Saves what is unsaved, as the lock does."""
        savings = [saving for saving in (ask() for ask in self.unsaved) if saving is not None]
        for saving in savings:
            self.ask(saving)

    def ask(self, call: Callable[[Workspace], T] | Saving) -> T:
        """What `call` finds in the vault, once all that was asked before is answered."""
        answers: list[T] = []
        answered = self._qtbot.waitCallback()  # ends at once; waitUntil looks every 10 ms

        def take(answer: T) -> None:
            answers.append(answer)
            answered()

        self.jobs.read(self.jobs, call, take)  # pyright: ignore[reportArgumentType]
        answered.wait()
        return answers[0]

    def rest(self) -> None:
        """Waits until writes are answered, and the reads that they led to."""
        for _ in range(3):
            self.ask(lambda _: None)

    def show(self, page: Page, place: Place) -> None:
        """Arrives at a place that `page` shows, and follows it from now on."""
        layout = self.window.layout()
        assert layout is not None
        layout.addWidget(page)
        self.window.show()
        self._qtbot.waitActive(self.window)

        def arrive(place: Place) -> None:
            if place.page is self._place.page:
                page.open_place(place)

        self._place = place
        self.registry.set_context(page.context)
        self.navigation.arrived.connect(arrive)
        self.navigation.go(place)
        page.focus_first()
        self.rest()

    def press(self, name: str) -> None:
        """Presses the button with this object name."""
        button = find(self.window, Button, name)
        assert button.isVisible()
        assert button.isEnabled()
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        self.rest()

    def type(self, text: str) -> None:
        """Types where the focus is."""
        QTest.keyClicks(self.focus(), text)

    def key(
        self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
    ) -> None:
        """Presses a key where the focus is."""
        QTest.keyClick(self.focus(), key, modifiers)
        self.rest()

    def focus(self) -> QWidget:
        """The widget that has the focus, else the window."""
        return QApplication.focusWidget() or self.window


@contextmanager
def open_desk(qtbot: QtBot, theme: Theme, folder: Path) -> Generator[Desk]:
    """A desk, closed and taken apart afterwards."""
    with running_jobs(qtbot) as jobs:
        desk = Desk(qtbot, theme, jobs, folder)
        yield desk
        if not desk.is_closed:
            desk.rest()
        desk.registry.deleteLater()
        desk.navigation.deleteLater()


def add_clients(desk: Desk, *names: str) -> tuple[ClientId, ...]:
    """Clients with these names, in the vault of `desk`."""
    return desk.ask(lambda workspace: tuple(add_client(workspace, name) for name in names))


def _fail(error: Exception) -> None:
    raise error
