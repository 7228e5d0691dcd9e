"""What this page is built from: a real vault and its worker."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.settings.device import DeviceSettings
from tests.support.running_jobs import running_jobs
from ui.jobs import Jobs


@pytest.fixture
def jobs(qtbot: QtBot) -> Iterator[Jobs]:
    """The vault's worker."""
    with running_jobs(qtbot) as jobs:
        yield jobs


@pytest.fixture
def device(tmp_path: Path) -> DeviceSettings:
    """This computer's settings, still empty."""
    return DeviceSettings(tmp_path / "settings" / "device.json")
