"""What these pages are built from."""

from pathlib import Path

import pytest

from app.settings.device import DeviceSettings


@pytest.fixture
def device(tmp_path: Path) -> DeviceSettings:
    """This computer's settings, still empty."""
    return DeviceSettings(tmp_path / "settings" / "device.json")
