"""The newest backup is looked for where the open vault says, and else on drives alone."""

from collections.abc import Sequence
from contextlib import closing
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from app.workflows.backup.places import Place
from app.workflows.backup.plan import Plan
from app.workflows.restore.newest import Newest
from tests.support.ending_threads import all_have_ended
from tests.support.fake_backups import VAULT, a_face
from tests.support.recorded_backups import DRIVE, STICK, a_backup
from tests.support.workspaces import a_workspace
from ui.jobs import Jobs
from ui.restoring.newest_search import NewestSearch, known_folders

NEWEST = Newest(a_face(), STICK)


def found(jobs: Jobs, qtbot: QtBot, answer: Newest | None) -> list[object]:
    """What it tells, and what it was asked, without an open vault."""
    asked: list[object] = []

    def find(folders: Sequence[Path], vault_id: UUID | None) -> Newest | None:
        asked.append((folders, vault_id))
        return answer

    owner = QObject()
    search = NewestSearch(jobs, find, None, owner)
    search.found.connect(asked.append)
    search.look(VAULT)
    qtbot.waitUntil(lambda: all_have_ended() and len(asked) == (2 if answer else 1))
    return asked


def test_the_newest_is_told(jobs: Jobs, qtbot: QtBot) -> None:
    assert found(jobs, qtbot, NEWEST) == [((), VAULT), NEWEST]


def test_that_there_is_none_is_not(jobs: Jobs, qtbot: QtBot) -> None:
    assert found(jobs, qtbot, None) == [((), VAULT)]


def test_a_vault_knows_its_places_and_where_its_backups_lie(tmp_path: Path) -> None:
    with closing(a_workspace(tmp_path)) as workspace:
        places: tuple[Place, ...] = (DRIVE,)
        workspace.backup_plan.put(Plan(places))
        for place in (STICK, DRIVE):
            workspace.backups.record(a_backup(1, place))
        assert known_folders(workspace) == [DRIVE.path, STICK.path]
