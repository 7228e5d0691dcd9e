"""The way from a made-up practice to a vault of one's own."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.process.verbs import Verb
from app.settings.declared import VAULT_FOLDER
from app.settings.device import DeviceSettings
from tests.support.find import find
from tests.support.fixed_clock import FixedClock
from tests.support.made_up import made_up_workspace
from tests.support.never import never
from tests.support.verb_pipes import SupervisorSide
from ui.commands.context import Context
from ui.commands.registry import Registry
from ui.jobs import Jobs
from ui.leaving.lock import Lock
from ui.process.link import SupervisorLink
from ui.shell.made_up import bind_made_up
from ui.shell.main_window import MainWindow
from ui.sidebar.sidebar_view_model import SidebarViewModel
from ui.theme.switcher import Theme
from ui.widgets.button import Button
from ui.widgets.text import Text


@pytest.fixture
def ended() -> list[bool]:
    """True for each time that the process would have ended."""
    return []


@pytest.fixture
def window(
    theme: Theme,
    jobs: Jobs,
    link: SupervisorLink,
    registry: Registry,
    device: DeviceSettings,
    ended: list[bool],
    qtbot: QtBot,
    tmp_path: Path,
) -> Iterator[MainWindow]:
    """A window on a made-up practice that was opened at the lock screen."""
    device.put(VAULT_FOLDER, str(tmp_path / "vault"))
    window = MainWindow(device)
    qtbot.addWidget(window)
    window.show()
    lock = Lock(jobs, link, lambda: ended.append(True), window)
    model = SidebarViewModel(jobs, FixedClock(), window)
    bind_made_up(registry, window, theme, model, device, lock)
    registry.set_context(Context.DESK)
    assert not registry.is_enabled("vault.own")
    jobs.open(window, lambda: made_up_workspace(tmp_path / "vault", 5, 2), model.load, never)
    qtbot.waitUntil(lambda: registry.is_enabled("vault.own"))
    yield window
    window.hide()


def test_it_says_where_the_practice_stays(
    window: MainWindow, registry: Registry, tmp_path: Path
) -> None:
    registry.run("vault.own")
    said = " ".join(text.text() for text in window.findChildren(Text))
    assert str(tmp_path / "vault") in said
    assert "Delete that folder" in said


def test_whoever_goes_on_looking_leaves_nothing(
    window: MainWindow, registry: Registry, device: DeviceSettings, qtbot: QtBot, tmp_path: Path
) -> None:
    registry.run("vault.own")
    safe = find(window, Button, "confirm.safe")
    assert safe.hasFocus()
    qtbot.keyClick(safe, Qt.Key.Key_Return)
    assert device.get(VAULT_FOLDER) == str(tmp_path / "vault")


def test_the_vault_is_locked_and_the_next_window_begins_at_the_first_run(
    window: MainWindow,
    registry: Registry,
    device: DeviceSettings,
    supervisor: SupervisorSide,
    ended: list[bool],
    qtbot: QtBot,
) -> None:
    registry.run("vault.own")
    find(window, Button, "confirm.other").click()
    qtbot.waitUntil(lambda: bool(ended))
    assert device.get(VAULT_FOLDER) == ""
    assert Verb.LOCK in supervisor.heard()
