"""The whole app put together: every page has its place, every command somebody who does it."""

import os
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.process.verbs import Verb
from app.settings.declared import VAULT_FOLDER
from app.settings.device import DeviceSettings
from tests.support.accessible_names import nameless
from tests.support.ending_threads import all_have_ended
from tests.support.find import find
from tests.support.never import never
from tests.support.verb_pipes import SupervisorSide
from tests.support.workspaces import a_workspace
from ui.commands.registry import Registry
from ui.jobs import Jobs
from ui.leaving.auto_lock import AutoLock
from ui.leaving.lock import Lock
from ui.locked.locked_stage import LockedStage
from ui.opening import device_file, open_window
from ui.places.navigation import PageId, Place
from ui.process.beginning import Beginning
from ui.process.link import SupervisorLink
from ui.shell.desk import Desk
from ui.shell.main_window import MainWindow


@pytest.fixture
def supervisor() -> Iterator[SupervisorSide]:
    side = SupervisorSide()
    yield side
    side.close()


@pytest.fixture
def window(
    qapp: QApplication,
    qtbot: QtBot,
    supervisor: SupervisorSide,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[MainWindow]:
    """The app with a vault folder that is known, on the screen."""
    ended = threading.Event()

    def end(_: int) -> None:
        ended.set()

    monkeypatch.setattr(os, "_exit", end)
    monkeypatch.setattr("ui.process.link.LAST_SECONDS", 0.0)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    DeviceSettings(device_file()).put(VAULT_FOLDER, str(tmp_path / "vault"))
    beginning = Beginning(Verb.FRESH, time.localtime())
    link = SupervisorLink(supervisor.pipes)
    window = open_window(qapp, link, beginning)
    qtbot.waitUntil(lambda: qapp.findChild(Registry) is not None)
    yield window
    supervisor.hangs_up()
    qtbot.waitUntil(ended.is_set)
    # The listener ends the process too, which must not happen once `os._exit` is itself again.
    qtbot.waitUntil(all_have_ended)
    for kind in (Jobs, Lock, Registry):
        for part in qapp.findChildren(kind):
            if isinstance(part, Jobs):
                part.stop()
            part.deleteLater()
    window.close_asked.disconnect()
    window.hide()  # while its widgets can still answer: Qt would hide them as they are destroyed
    window.deleteLater()
    link.deleteLater()


@pytest.fixture
def desk(
    window: MainWindow, qapp: QApplication, supervisor: SupervisorSide, qtbot: QtBot, tmp_path: Path
) -> Desk:
    """The desk of a new vault."""
    supervisor.says(Verb.GO)
    stage = find(window, LockedStage)
    jobs = find(qapp, Jobs)
    jobs.open(jobs, lambda: a_workspace(tmp_path), stage.opened.emit, never)
    qtbot.waitUntil(lambda: window.findChild(Desk) is not None)
    return find(window, Desk)


def test_an_open_vault_is_watched_before_there_is_a_desk(
    window: MainWindow, qapp: QApplication, supervisor: SupervisorSide, qtbot: QtBot, tmp_path: Path
) -> None:
    assert window.findChild(AutoLock) is None  # nobody leaves a lock screen
    watched: list[bool] = []
    supervisor.says(Verb.GO)
    jobs = find(qapp, Jobs)

    def opened(_: str) -> None:
        watched.append(window.findChild(AutoLock) is not None)

    jobs.create(jobs, lambda: (a_workspace(tmp_path), "words"), opened, never)
    qtbot.waitUntil(lambda: bool(watched))
    assert watched == [True]
    assert find(window, LockedStage).isVisible()


def test_it_tells_the_supervisor_that_it_is_painted(
    window: MainWindow, supervisor: SupervisorSide
) -> None:
    assert Verb.PAINTED in supervisor.heard()


def test_the_window_opens_on_the_lock_screen(window: MainWindow) -> None:
    assert find(window, LockedStage).page.objectName() == "unlock"


def test_every_page_has_its_place(desk: Desk) -> None:
    assert [desk.page_at(Place(page)).objectName() for page in PageId] == list(PageId)


def test_somebody_does_every_command(desk: Desk, qapp: QApplication) -> None:
    registry = find(qapp, Registry)
    unbound = [command.id for command in registry.commands() if not registry.is_bound(command.id)]
    assert unbound == []


def test_everything_has_a_name(desk: Desk, window: MainWindow) -> None:
    assert nameless(window) == []
