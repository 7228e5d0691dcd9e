"""What the coach chose for backups is kept, whatever was written there before."""

from pathlib import Path

from app.core.changes import Kind
from app.settings.declared import BACKUP_PLAN
from app.storage import settings
from app.storage.database import Database
from app.workflows.backup.places import Place
from app.workflows.backup.plan import Plan, forget_places, read_plan
from tests.support.workspaces import a_workspace

STICK = Place("/media/hanna/Whitlock", "Whitlock", "/media/hanna/Whitlock", "1F2A-77C0", stick=True)
FOLDER = Place("/srv/hanna/Backups", "Backups")
PLAN = Plan((STICK, FOLDER))


def test_a_place_is_there_once_and_known_as_it_is_now() -> None:
    renamed = Place(FOLDER.folder, "Copies")
    assert PLAN.with_place(renamed).places == (STICK, renamed)
    assert Plan().with_place(STICK).with_place(FOLDER) == PLAN
    assert PLAN.without(STICK.folder).places == (FOLDER,)


def test_the_vault_keeps_the_plan(tmp_path: Path) -> None:
    workspace = a_workspace(tmp_path)
    plan = Plan((STICK, FOLDER), automatic=False, keep_yearly=True, remind_days=30)
    try:
        assert workspace.backup_plan.get() == Plan()
        assert workspace.backup_plan.put(plan).touches(Kind.BACKUP)
        assert workspace.backup_plan.get() == plan
    finally:
        workspace.close()


def test_a_restored_vault_forgets_the_places_and_nothing_else(tmp_path: Path) -> None:
    workspace = a_workspace(tmp_path)
    try:
        with Database(workspace._vault).write() as writer:
            forget_places(writer)
            assert settings.get(writer, BACKUP_PLAN.key) is None
        workspace.backup_plan.put(Plan((STICK, FOLDER), keep_yearly=True, remind_days=30))
        with Database(workspace._vault).write() as writer:
            forget_places(writer)
        assert workspace.backup_plan.get() == Plan(keep_yearly=True, remind_days=30)
    finally:
        workspace.close()


def test_what_cannot_be_understood_is_no_plan() -> None:
    for text in ("", "[]", "{", '{"places": [{}]}', '{"places": 3}', '{"remind_days": "x"}'):
        assert read_plan(text) == Plan()
    assert read_plan('{"remind_days": -3}') == Plan()


def test_nor_is_what_somebody_put_there_to_do_harm() -> None:
    for text in ("[" * 100_000, '{"remind_days": 1e999}', '{"remind_days": 99999999999999999999}'):
        assert read_plan(text) == Plan()


def test_a_newer_version_may_have_written_more() -> None:
    text = '{"places": [{"folder": "/b", "label": "b", "colour": "red"}], "colour": 1}'
    assert read_plan(text) == Plan((Place("/b", "b"),))
