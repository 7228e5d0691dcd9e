"""What tests of the window are built from: a theme (light, at 100 %), and the shell's parts."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.settings.device import DeviceSettings
from tests.support.never import never
from tests.support.running_jobs import running_jobs
from tests.support.small_reserve import small_reserve
from tests.support.verb_pipes import SupervisorSide
from tests.support.workspaces import a_workspace
from ui.commands.registry import Registry
from ui.composition import all_commands
from ui.jobs import Jobs
from ui.places.navigation import Navigation
from ui.process.link import SupervisorLink
from ui.theme.switcher import Theme, ThemeChoice

__all__ = ["small_reserve"]


@pytest.fixture
def theme(qapp: QApplication) -> Iterator[Theme]:
    """The light theme, taken off the application again afterwards."""
    theme = Theme(qapp, ThemeChoice.LIGHT, still=True)
    yield theme
    qapp.setStyleSheet("")
    theme.deleteLater()


@pytest.fixture
def jobs(qtbot: QtBot) -> Iterator[Jobs]:
    """The vault's worker."""
    with running_jobs(qtbot) as jobs:
        yield jobs


@pytest.fixture
def open_jobs(jobs: Jobs, qtbot: QtBot, tmp_path: Path) -> Jobs:
    """The vault's worker with a new vault."""
    with qtbot.waitCallback() as opened:
        jobs.open(jobs, lambda: a_workspace(tmp_path), opened, never)
    return jobs


@pytest.fixture
def supervisor() -> Iterator[SupervisorSide]:
    """The other side of the pipes."""
    side = SupervisorSide()
    yield side
    side.close()


@pytest.fixture
def link(qapp: QApplication, supervisor: SupervisorSide) -> Iterator[SupervisorLink]:
    """The window's side, that speaks but does not listen."""
    link = SupervisorLink(supervisor.pipes)
    yield link
    link.deleteLater()


@pytest.fixture
def registry(qapp: QApplication) -> Iterator[Registry]:
    """Every command of the app, none of them bound."""
    registry = Registry()
    registry.declare(all_commands())
    yield registry
    registry.deleteLater()


@pytest.fixture
def navigation(qapp: QApplication) -> Iterator[Navigation]:
    """Nowhere yet."""
    navigation = Navigation()
    yield navigation
    navigation.deleteLater()


@pytest.fixture
def device(tmp_path: Path) -> DeviceSettings:
    """This computer's settings, still empty."""
    return DeviceSettings(tmp_path / "settings" / "device.json")
