"""From the desk to saving what can be read: it locks first."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.settings.declared import SALVAGE_FOLDER
from app.settings.device import DeviceSettings
from tests.support.find import find
from ui.commands.context import Context
from ui.commands.registry import Registry
from ui.pages.privacy.commands import COMMANDS
from ui.shell.main_window import MainWindow
from ui.shell.saving_readable import bind_saving_readable
from ui.theme.switcher import Theme
from ui.widgets.button import Button
from ui.widgets.confirm import Confirm


class FakeLock:
    def __init__(self) -> None:
        self.locked = 0

    def lock(self) -> None:
        self.locked += 1


@pytest.fixture
def device(tmp_path: Path) -> DeviceSettings:
    return DeviceSettings(tmp_path / "device.json")


def test_it_is_asked_remembered_and_locked(
    theme: Theme, device: DeviceSettings, qtbot: QtBot
) -> None:
    window, lock = MainWindow(device), FakeLock()
    qtbot.addWidget(window)
    registry = Registry(window)
    registry.declare(COMMANDS)
    damaged = ["/vaults/Old.vault"]
    bind_saving_readable(
        registry,
        window,
        theme,
        device,
        lock,  # pyright: ignore[reportArgumentType]  as much of it as is used
        lambda: damaged[0],
    )
    registry.set_context(Context.DESK)
    window.show()
    registry.run("vault.save_readable")
    question = find(window, Confirm)
    assert lock.locked == 0
    go_on = next(b for b in question.findChildren(Button) if b.text() == "Lock and go on")
    qtbot.mouseClick(go_on, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: lock.locked == 1)
    assert device.get(SALVAGE_FOLDER) == "/vaults/Old.vault"


def test_a_sound_vault_offers_nothing(theme: Theme, device: DeviceSettings, qtbot: QtBot) -> None:
    window = MainWindow(device)
    qtbot.addWidget(window)
    registry = Registry(window)
    registry.declare(COMMANDS)
    bind_saving_readable(
        registry,
        window,
        theme,
        device,
        FakeLock(),  # pyright: ignore[reportArgumentType]
        lambda: "",
    )
    registry.set_context(Context.DESK)
    assert not registry.action("vault.save_readable").isEnabled()
