"""When Underrose locks by itself is chosen among the general settings, on this computer."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from app.settings.declared import AUTO_LOCK_MINUTES
from app.settings.device import DeviceSettings
from tests.support.find import find
from ui.pages.settings.general_section import GeneralSection
from ui.theme.switcher import Theme
from ui.widgets.segments import Segments


@pytest.fixture
def device(tmp_path: Path) -> DeviceSettings:
    return DeviceSettings(tmp_path / "device.json")


@pytest.fixture
def section(qtbot: QtBot, theme: Theme, device: DeviceSettings) -> GeneralSection:
    section = GeneralSection(theme, device)
    qtbot.addWidget(section)
    section.show()
    return section


def minutes(section: GeneralSection) -> Segments:
    return find(section, Segments, "settings.auto_lock")


def test_five_minutes_are_chosen_at_first(section: GeneralSection) -> None:
    assert AUTO_LOCK_MINUTES.choices[minutes(section).choice()] == 5


def test_another_choice_is_kept(section: GeneralSection, device: DeviceSettings) -> None:
    buttons = minutes(section).findChildren(QToolButton)
    assert [button.text() for button in buttons] == [
        *("1 min", "2 min", "5 min", "10 min", "15 min", "30 min")
    ]
    QTest.mouseClick(buttons[0], Qt.MouseButton.LeftButton)
    assert device.get(AUTO_LOCK_MINUTES) == 1


def test_what_was_kept_is_shown(theme: Theme, device: DeviceSettings, qtbot: QtBot) -> None:
    device.put(AUTO_LOCK_MINUTES, 30)
    section = GeneralSection(theme, device)
    qtbot.addWidget(section)
    assert minutes(section).choice() == len(AUTO_LOCK_MINUTES.choices) - 1
