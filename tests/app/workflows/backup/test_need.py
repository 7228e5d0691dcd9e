"""What the coach has to think of first."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from app.core.clock import Moment
from app.records.backups.record import Backup
from app.workflows.backup.need import (
    BackupNeed,
    age,
    behind,
    days_since,
    goes_nowhere,
    is_under_older_kit,
    need_of,
)
from app.workflows.backup.plan import Plan
from tests.support.fixed_clock import FixedClock
from tests.support.made_backups import a_backup
from tests.support.recorded_backups import STICK

NOW = FixedClock().now()
PLAN = Plan(remind_days=14)
BESIDE, AWAY = "/srv/hanna/Backups", "/media/hanna/Whitlock"


def ago(**span: float) -> Moment:
    return NOW.plus(-timedelta(**span))


def made(folder: str, days: int, kit: int = 1) -> Backup:
    return a_backup(1000 - days, NOW.plus(-timedelta(days=days)), folder, kit_number=kit)


@pytest.mark.parametrize(
    ("there", "need"),
    [
        ([], BackupNeed.FIRST),
        ([made(AWAY, 15)], BackupNeed.OLD),
        ([made(AWAY, -9)], BackupNeed.UNKNOWN),
        ([made(BESIDE, 0)], BackupNeed.SAME_DISK),
        ([made(BESIDE, 0), made(AWAY, 14)], BackupNeed.NOTHING),
        ([made(BESIDE, 0), made(AWAY, 15)], BackupNeed.SAME_DISK),
        ([made(AWAY, 0), made(BESIDE, 1)], BackupNeed.NOTHING),
    ],
)
def test_age_comes_first_and_then_where_the_new_ones_lie(
    there: list[Backup], need: BackupNeed
) -> None:
    assert need_of(there, PLAN, NOW, {BESIDE}, under_older_kit=False) is need


def test_an_older_sheet_is_named_last() -> None:
    assert need_of([made(AWAY, 0)], PLAN, NOW, (), under_older_kit=True) is BackupNeed.OLD_SHEET
    beside = [made(BESIDE, 0)]
    assert need_of(beside, PLAN, NOW, {BESIDE}, under_older_kit=True) is BackupNeed.SAME_DISK


def test_after_a_restore_a_place_is_asked_for_until_one_is_chosen_or_a_backup_is_made() -> None:
    before = [made(AWAY, 0)]
    need = need_of(before, PLAN, NOW, (), under_older_kit=True, nowhere=True)
    assert need is BackupNeed.NOWHERE
    assert goes_nowhere(before, (), PLAN)
    assert not goes_nowhere(before, (), replace(PLAN, places=(STICK,)))
    assert not goes_nowhere(before, {before[0].id}, PLAN), "nobody restored anything"
    assert not goes_nowhere([], (), PLAN)


def test_nothing_is_needed_where_there_is_nothing_to_lose() -> None:
    need = need_of([], PLAN, NOW, (), under_older_kit=False, something_to_lose=False)
    assert need is BackupNeed.NOTHING


def test_those_of_before_a_restore_are_brought_along_by_nothing() -> None:
    new, old, others = made(AWAY, 0, 2), made(AWAY, 1, 1), made(AWAY, 2, 1)
    own = {new.id, old.id}
    assert behind([new, old, others], own, 2) == [old]
    assert is_under_older_kit([new, old], own, 2)
    assert not is_under_older_kit([new, others], own, 2)
    assert is_under_older_kit([others], own, 2)
    assert not is_under_older_kit([], own, 2)


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
