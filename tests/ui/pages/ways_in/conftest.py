"""A desk over which the dialogs of the ways in open, at a low cost and with a store in memory."""

import threading
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import cast
from uuid import UUID

import pytest
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.workflows.ways_in.known_slots import KnownSlots
from app.workspace import Workspace, open_workspace
from crypto.primitives.kdf import TEST_ONLY_COSTS
from crypto.slots.ready_way import ReadyWay
from crypto.slots.slot import NewWay, SlotKind, Way
from tests.support.cheap_ways import cheap_calls
from tests.support.desk import Desk, open_desk
from tests.support.fake_key_store import FakeKeyStore
from tests.support.find import find
from ui.commands.context import Context
from ui.leaving.lock import Lock, Saving
from ui.pages.ways_in.dialogs import WayDialogs
from ui.pages.ways_in.new_key_model import NewKeyModel
from ui.theme.switcher import Theme
from ui.ways_in.calls import WayCalls
from ui.ways_in.kit_panel import KitPanel
from ui.ways_in.ways_model import WaysModel
from ui.ways_in.words_entry import WordsEntry
from ui.widgets.button import Button

NEW = "orchard lantern willow amber"
WORDS_WAIT = 20_000


class PuppetLock(QObject):
    """A lock that notes that it was asked."""

    leaving = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        self.savings: list[Saving] = []
        self.locked = 0

    def unsaved(self) -> list[Saving]:
        return self.savings

    def lock(self) -> None:
        self.locked += 1


class Gate:
    """Holds a slow call up while it is shut, as a prompt does that nobody answers."""

    def __init__(self) -> None:
        self._is_open = threading.Event()
        self._is_open.set()
        self._somebody_waits = threading.Event()

    def shut(self) -> None:
        self._somebody_waits.clear()
        self._is_open.clear()

    def open(self) -> None:
        self._is_open.set()

    def somebody_waits(self) -> bool:
        return self._somebody_waits.is_set()

    def pass_through(self) -> None:
        self._somebody_waits.set()
        assert self._is_open.wait(WORDS_WAIT / 1000)


@dataclass
class SlowCalls:
    """The calls at a low cost; each can be held up right before it is back."""

    calls: WayCalls
    proof: Gate = field(default_factory=Gate)
    making: Gate = field(default_factory=Gate)
    made: list[ReadyWay] = field(default_factory=list[ReadyWay])

    def held_up(self) -> WayCalls:
        return replace(self.calls, prove=self._prove, make_ready=self._make_ready)

    def _prove(self, known: KnownSlots, way: Way) -> UUID:
        proven = self.calls.prove(known, way)
        self.proof.pass_through()
        return proven

    def _make_ready(self, known: KnownSlots, way: NewWay, replaced: UUID | None) -> ReadyWay:
        ready = self.calls.make_ready(known, way, replaced)
        self.made.append(ready)
        self.making.pass_through()
        return ready


@dataclass
class Ways:
    """The dialogs, the vault behind them, and what a person does."""

    desk: Desk
    qtbot: QtBot
    folder: Path
    store: FakeKeyStore
    model: WaysModel
    dialogs: WayDialogs
    lock: PuppetLock
    slow: SlowCalls

    def run(self, command: str) -> None:
        assert self.desk.registry.is_enabled(command), command
        self.desk.registry.run(command)
        self.desk.rest()

    def type(self, name: str, text: str) -> None:
        line = find(self.desk.window, QLineEdit, name)
        self.qtbot.waitUntil(line.isVisible)
        line.clear()
        self.qtbot.keyClicks(line, text)

    def new_passphrase(self, named: str, passphrase: str = NEW) -> None:
        self.type(f"{named}.passphrase", passphrase)
        self.type(f"{named}.passphrase_again", passphrase)

    def press(self, name: str) -> None:
        button = find(self.desk.window, Button, name)
        self.qtbot.waitUntil(lambda: button.isVisible() and button.isEnabled())
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    def can_press(self, name: str) -> bool:
        return find(self.desk.window, Button, name).isEnabled()

    def sees(self, words: str) -> bool:
        labels = self.desk.window.findChildren(QLabel)
        return any(words in label.text() and label.isVisible() for label in labels)

    def wait_until_sees(self, words: str) -> None:
        self.qtbot.waitUntil(lambda: self.sees(words), timeout=WORDS_WAIT)

    def wait_until_gone(self, name: str) -> None:
        def gone() -> bool:
            found = self.desk.window.findChild(QWidget, name)
            return found is None or not found.isVisible()

        self.qtbot.waitUntil(gone, timeout=WORDS_WAIT)
        self.desk.rest()

    def kit_words(self) -> tuple[str, ...]:
        """The words of the kit on the screen."""
        return find(self.desk.window, KitPanel)._model.kit.words

    def check_three(self, named: str) -> None:
        self.qtbot.waitUntil(lambda: bool(self.desk.window.findChildren(KitPanel)))
        panel = find(self.desk.window, KitPanel)
        for at, place in enumerate(panel._model.places, start=1):
            self.type(f"{named}.word_{at}", panel._model.kit.words[place - 1])

    def put_words(self, words: tuple[str, ...], named: str) -> None:
        grid = find(self.desk.window, QWidget, f"{named}.words")
        cast(WordsEntry, grid.parentWidget()).put_words(words)

    def kinds(self) -> list[SlotKind]:
        return self.desk.ask(lambda w: [way.kind for way in w.ways_in.listed()])

    def words(self) -> tuple[str, ...]:
        """Puts a kit in use whose words are known."""

        def make(workspace: Workspace) -> tuple[str, ...]:
            pending = workspace.ways_in.kits.begin()
            workspace.ways_in.kits.finish(pending)
            return pending.words

        words = self.desk.ask(make)
        self.model.load()
        self.desk.rest()
        return words

    def close(self) -> None:
        closed: list[Exception | None] = []
        self.desk.jobs.close(self.desk.jobs, [], lambda: closed.append(None), closed.append)
        self.qtbot.waitUntil(lambda: closed == [None])
        self.desk.is_closed = True

    def opens(self, way: Way) -> bool:
        """Whether `way` opens the vault, which is closed by now."""
        try:
            open_workspace(self.folder, way, self.desk.clock, costs=TEST_ONLY_COSTS).close()
        except Exception:  # noqa: BLE001
            return False
        return True


@pytest.fixture
def ways(qtbot: QtBot, theme: Theme, tmp_path: Path) -> Iterator[Ways]:
    """An open vault that opens by a passphrase."""
    with open_desk(qtbot, theme, tmp_path) as desk:
        store, lock = FakeKeyStore("GNOME Keyring"), PuppetLock()
        slow = SlowCalls(cheap_calls(store))
        model = WaysModel(desk.jobs, desk.device, slow.held_up())

        def show_front(front: QWidget) -> None:
            layout = desk.window.layout()
            assert isinstance(layout, QVBoxLayout)
            layout.addWidget(front)

        desk.window.show()
        qtbot.waitActive(desk.window)
        desk.registry.set_context(Context.DESK)
        new_key = partial(NewKeyModel, desk.jobs, model)
        registry, window = desk.registry, desk.window
        dialogs = WayDialogs(theme, model, new_key, registry, window, cast(Lock, lock), show_front)
        desk.rest()
        yield Ways(desk, qtbot, tmp_path / "vault", store, model, dialogs, lock, slow)
        QApplication.processEvents()
