"""What this page stands on."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.support.consent_records import HANNA
from tests.support.desk import Desk, open_desk
from tests.support.record_desk import RecordDesk
from tests.support.workspaces import add_client
from ui.theme.switcher import Theme


@pytest.fixture
def desk(qtbot: QtBot, theme: Theme, tmp_path: Path) -> Iterator[Desk]:
    """A new vault, open."""
    with open_desk(qtbot, theme, tmp_path) as desk:
        yield desk


@pytest.fixture
def record(desk: Desk, theme: Theme) -> RecordDesk:
    """Amara's record, with nothing in it; Hanna's practice has its details."""
    client = desk.ask(lambda workspace: add_client(workspace, "Amara Osei"))
    desk.ask(lambda workspace: workspace.practice.change(HANNA))
    record = RecordDesk(desk, theme, client)
    record.open()
    return record
