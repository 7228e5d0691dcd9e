"""What this page stands on."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.support.desk import Desk, open_desk
from ui.theme.switcher import Theme


@pytest.fixture
def desk(qtbot: QtBot, theme: Theme, tmp_path: Path) -> Iterator[Desk]:
    """A new vault, open."""
    with open_desk(qtbot, theme, tmp_path) as desk:
        yield desk
