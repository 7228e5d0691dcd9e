"""A folder of this computer that is deleted is no drive that is out: its backups are gone."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from uuid import uuid4

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from app.workflows.backup.need import BackupNeed
from app.workflows.backup.places import Place
from tests.support.backups_desk import BackupsDesk
from tests.support.desk import Desk, add_clients
from tests.support.recorded_backups import FOLDER, a_backup
from ui.pages.backups.around import Each, PlaceLook, Sought, look_around
from ui.pages.backups.backup_rows import RowState


@pytest.fixture
def backups(desk: Desk, qtbot: QtBot) -> Iterator[BackupsDesk]:
    add_clients(desk, "Amara Osei")
    backups = BackupsDesk(desk)
    yield backups
    backups.schedule.stop()
    qtbot.waitUntil(lambda: not (backups.schedule._looking or backups.run.runs))


def look(place: Place, *, chosen: bool, vault: Path) -> PlaceLook:
    recorded = ((uuid4(), place.folder, "a.underrose-backup"),)
    sought = Sought((place,) if chosen else (), recorded, uuid4(), vault)
    return look_around(sought, Each())[place.folder]


def test_only_a_chosen_folder_that_is_no_drive_is_missing(tmp_path: Path) -> None:
    gone = str(tmp_path / "Backups")
    vault = tmp_path / "vault"
    assert look(Place(gone, "Backups"), chosen=True, vault=vault).missing
    assert not look(Place(gone, "Backups"), chosen=False, vault=vault).missing  # was it a drive?
    stick = Place(gone, "Whitlock", mount=str(tmp_path), volume="AB12", stick=True)
    assert not look(stick, chosen=True, vault=vault).missing


def test_what_lay_there_counts_no_more(backups: BackupsDesk, qtbot: QtBot) -> None:
    def around(_: Sought) -> Mapping[str, PlaceLook]:
        return {FOLDER.folder: PlaceLook(FOLDER, same_disk=True, missing=True)}

    backups.plan(FOLDER)
    backups.remember(a_backup(2, FOLDER))
    backups.model._around = around
    page = backups.show()
    model = backups.model
    qtbot.waitUntil(lambda: [row.state for row in model.state.rows] == [RowState.GONE])
    assert model.state.need is BackupNeed.FIRST
    assert not model.state.rows[0].is_away
    read = [label.text() for label in page.findChildren(QLabel) if label.isVisible()]
    assert "This folder isn’t there any more" in read
    assert "The folder isn’t there any more. Add another place." in read
    assert "No backup yet" in read
