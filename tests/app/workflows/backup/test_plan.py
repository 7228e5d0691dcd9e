"""A backup is due once a day at each place; the coach is told when there is none, or an old one."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from app.core.changes import Kind
from app.core.clock import Moment
from app.settings.declared import BACKUP_PLAN
from app.storage import settings
from app.storage.database import Database
from app.workflows.backup.places import Place
from app.workflows.backup.plan import (
    BackupNeed,
    Plan,
    age,
    days_since,
    due,
    forget_places,
    read_plan,
)
from tests.support.workspaces import a_workspace

NOW = Moment(datetime(2026, 11, 17, 10, 12, tzinfo=UTC), "Europe/London")
STICK = Place("/media/hanna/Whitlock", "Whitlock", "/media/hanna/Whitlock", "1F2A-77C0", stick=True)
FOLDER = Place("/srv/hanna/Backups", "Backups")
PLAN = Plan((STICK, FOLDER))


def ago(**span: float) -> Moment:
    return NOW.plus(-timedelta(**span))


def test_the_first_place_without_a_backup_comes_first() -> None:
    assert due(PLAN, {}, NOW, session_runs=False) == STICK
    assert due(PLAN, {STICK.folder: ago(days=40)}, NOW, session_runs=False) == FOLDER


def test_of_several_the_one_that_waited_longest_comes_first() -> None:
    last = {STICK.folder: ago(days=2), FOLDER.folder: ago(days=3)}
    assert due(PLAN, last, NOW, session_runs=False) == FOLDER


def test_one_a_day_is_enough_at_each() -> None:
    last = {STICK.folder: ago(hours=9), FOLDER.folder: ago(minutes=1)}
    assert due(PLAN, last, NOW, session_runs=False) is None
    assert due(PLAN, last, NOW.plus(timedelta(days=1)), session_runs=False) == STICK


def test_a_session_is_not_disturbed() -> None:
    assert due(PLAN, {}, NOW, session_runs=True) is None


def test_a_plan_that_is_not_automatic_never_begins_one() -> None:
    assert due(Plan((STICK,), automatic=False), {}, NOW, session_runs=False) is None
    assert due(Plan(), {}, NOW, session_runs=False) is None


def test_places_whose_drive_is_out_can_be_left_aside() -> None:
    assert due(PLAN.only([FOLDER]), {}, NOW, session_runs=False) == FOLDER


def test_a_last_backup_from_the_future_keeps_nothing_waiting() -> None:
    assert due(Plan((STICK,)), {STICK.folder: ago(days=-7300)}, NOW, session_runs=False) == STICK


@given(st.integers(-20 * 365, 20 * 365), st.integers(-20 * 365, 20 * 365))
def test_whatever_the_clocks_say_one_backup_is_enough_for_the_day(first: int, then: int) -> None:
    wrong = NOW.plus(timedelta(days=first))
    assert due(Plan((STICK,)), {STICK.folder: wrong}, wrong, session_runs=False) is None
    later = NOW.plus(timedelta(days=then))
    again = due(Plan((STICK,)), {STICK.folder: wrong}, later, session_runs=False)
    assert (again is None) is (first == then)


def test_a_vault_with_nothing_in_it_needs_no_backup() -> None:
    assert age(None, NOW, 14, something_to_lose=False) is BackupNeed.NOTHING
    assert age(None, NOW, 14) is BackupNeed.FIRST


def test_a_backup_is_old_when_it_is_older_than_the_coach_wants() -> None:
    assert age(ago(days=14), NOW, 14) is BackupNeed.NOTHING
    assert age(ago(days=15), NOW, 14) is BackupNeed.OLD
    assert age(ago(days=15), NOW, 30) is BackupNeed.NOTHING


def test_a_backup_that_is_dated_ahead_is_no_proof_of_a_new_one() -> None:
    assert age(ago(days=-1), NOW, 14) is BackupNeed.NOTHING  # made in a zone further east
    assert age(ago(days=-2), NOW, 14) is BackupNeed.UNKNOWN


def test_days_are_those_of_where_the_coach_is() -> None:
    late = Moment(datetime(2026, 11, 16, 23, 30, tzinfo=UTC), "Europe/Berlin")
    assert late.day == NOW.day
    assert days_since(late, NOW) == 1


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
