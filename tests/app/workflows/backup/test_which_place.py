"""A backup is due once a day at each place; one that is asked for now goes where it helps most."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from app.core.clock import Moment
from app.workflows.backup.plan import Plan
from app.workflows.backup.which_place import best_place, due, last_used
from tests.support.recorded_backups import DRIVE, FOLDER, STICK, a_backup

NOW = Moment(datetime(2026, 11, 17, 10, 12, tzinfo=UTC), "Europe/London")
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


def test_no_place_is_no_choice() -> None:
    assert best_place([], {}, ()) is None


def test_one_that_was_never_used_comes_first_then_the_one_used_longest_ago() -> None:
    last = last_used([a_backup(1, STICK), a_backup(3, DRIVE), a_backup(2, DRIVE)])
    assert best_place([STICK, DRIVE], last, ()) == DRIVE
    assert best_place([DRIVE, STICK], last_used([a_backup(9, DRIVE)]), ()) == STICK


def test_drives_come_before_folders_of_this_computer() -> None:
    assert best_place([FOLDER, STICK], last_used([a_backup(1, STICK)]), ()) == STICK


def test_a_full_one_is_passed_over_as_long_as_there_is_another() -> None:
    assert best_place([STICK, FOLDER], {}, {STICK.folder}) == FOLDER
    assert best_place([STICK], {}, {STICK.folder}) == STICK
