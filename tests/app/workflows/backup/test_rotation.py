"""What a place keeps: the last ones, some weeks and months, and never less for a wrong clock."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from itertools import accumulate
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from app.core.clock import Moment
from app.records.backups.record import Backup, BackupState
from app.workflows.backup.rotation import LAST, MONTHS, WEEKS, to_remove
from tests.support.promised_backups import too_many_lost

BEGAN = date(2026, 11, 17)
STICK = "/media/hanna/Whitlock"


def a_backup(generation: int, day: date, folder: str = STICK) -> Backup:
    return Backup(
        id=UUID(int=generation + 1),
        folder=folder,
        file_name=f"{day}-{generation:08x}.underrose-backup",
        made=Moment(datetime.combine(day, time(17, 40), UTC), "Europe/London"),
        bytes=41_000_000,
        entries=generation,
        rows=generation,
        generation=generation,
        kit_number=1,
    )


def daily(days: Iterable[int]) -> list[Backup]:
    """One backup on each of these days after the beginning, in this order."""
    return [a_backup(at, BEGAN + timedelta(days=day)) for at, day in enumerate(days)]


def kept(backups: list[Backup], *, yearly: bool = False) -> list[Backup]:
    gone = to_remove(backups, yearly)
    return [backup for backup in backups if backup not in gone]


def days(backups: Iterable[Backup]) -> list[date]:
    return [backup.made.day for backup in backups]


def test_few_are_all_kept() -> None:
    assert to_remove([], keep_yearly=False) == []
    assert to_remove(daily(range(7)), keep_yearly=True) == []


def test_two_years_of_days_leave_seven_days_four_weeks_and_twelve_months() -> None:
    found = kept(daily(range(730)))
    last = BEGAN + timedelta(days=729)  # Wednesday 15 November 2028
    assert days(found)[-7:] == [last - timedelta(days=back) for back in range(6, -1, -1)]
    assert {day.isocalendar()[:2] for day in days(found)[-10:]} == {
        (2028, week) for week in (43, 44, 45, 46)
    }
    months = sorted({(day.year, day.month) for day in days(found)})
    assert months == [(2027, 12), *((2028, month) for month in range(1, 12))]
    assert date(2028, 2, 29) in days(found)
    assert len(found) == 7 + 2 + 11  # two of the weeks and one of the months are among the seven


def test_years_are_kept_for_good_by_choice() -> None:
    backups = daily(range(0, 3650, 5))
    years = {day.year for day in days(kept(backups, yearly=True))}
    assert years == set(range(2026, 2037))
    assert {day.year for day in days(kept(backups))} == {2035, 2036}


def test_only_weeks_and_months_that_have_a_backup_count() -> None:
    backups = daily([*range(0, 400, 40), *range(2000, 2007)])
    assert to_remove(backups, keep_yearly=False) == []


def test_the_oldest_goes_first() -> None:
    gone = to_remove(daily(range(60)), keep_yearly=False)
    assert days(gone) == sorted(days(gone))


def test_each_place_is_looked_at_by_itself() -> None:
    stick = daily(range(40))
    other = [a_backup(99, BEGAN, "/srv/hanna/Backups")]
    assert to_remove([*stick, *other], keep_yearly=False) == to_remove(stick, keep_yearly=False)


def test_the_last_one_that_was_restored_from_stays() -> None:
    backups = daily(range(100))
    backups[3] = replace(backups[3], state=BackupState.TRIED)
    backups[5] = replace(backups[5], state=BackupState.TRIED)
    gone = to_remove(backups, keep_yearly=False)
    assert backups[3] in gone
    assert backups[5] not in gone


def test_a_clock_years_off_for_a_week_costs_the_weeks_and_months_that_it_writes() -> None:
    years = daily(range(400))
    ahead = [a_backup(400 + at, BEGAN + timedelta(days=400 + at + 20 * 365)) for at in range(LAST)]
    written = {day.isocalendar()[:2] for day in days(ahead)}
    found = [day for day in days(kept([*years, *ahead])) if day.year < 2040]
    assert len({day.isocalendar()[:2] for day in found[-WEEKS:]}) >= WEEKS - len(written)
    assert len({(day.year, day.month) for day in found}) >= MONTHS - 1


def test_after_a_wrong_clock_was_set_right_its_days_go_as_any() -> None:
    ahead = [a_backup(at, BEGAN + timedelta(days=at + 20 * 365)) for at in range(300)]
    right = [a_backup(300 + at, BEGAN + timedelta(days=300 + at)) for at in range(500)]
    assert not [day for day in days(kept([*ahead, *right])) if day.year > 2040]


def test_a_clock_that_forgets_the_year_now_and_then_costs_one_month() -> None:
    forgot = [at % 3 == 1 for at in range(730)]
    backups = [
        a_backup(at, date(2000, 1, 1) if forgot[at] else BEGAN + timedelta(days=at))
        for at in range(730)
    ]
    months = {(day.year, day.month) for day in days(kept(backups)) if day.year > 2000}
    assert len(months) == MONTHS - 1


PAUSES = st.sampled_from([0, 1, 1, 1, 1, 1, 2, 3, 9, 40, 500])  # days from one to the next
# Most clocks are right; a wrong one says some other day after the beginning, or before it.
WRONG = st.sampled_from([None] * 12 + [-9000, -300, 0, 1, 40, 200, 900, 7000])
ANY_DAYS = st.lists(st.integers(-7300, 7300), max_size=120)


@given(ANY_DAYS, st.booleans())
def test_the_newest_are_never_removed_whatever_the_days_say(days: list[int], yearly: bool) -> None:
    backups = daily(days)
    gone = to_remove(backups, yearly)
    assert not set(backups[-LAST:]) & set(gone)
    assert len(gone) == len(set(gone))
    assert set(gone) <= set(backups)


@given(ANY_DAYS, st.booleans())
def test_what_was_asked_in_another_order_gives_the_same(days: list[int], yearly: bool) -> None:
    backups = daily(days)
    assert to_remove(backups[::-1], yearly) == to_remove(backups, yearly)


@given(ANY_DAYS)
def test_it_stays_within_bounds(days: list[int]) -> None:
    assert len(kept(daily(days))) <= LAST + WEEKS + MONTHS


@given(st.lists(PAUSES, max_size=120), st.booleans())
def test_with_a_right_clock_it_is_just_what_was_promised(pauses: list[int], yearly: bool) -> None:
    backups = daily(accumulate(pauses))
    expected = {backup.id for backup in backups[-LAST:]}
    periods = [("%G-%V", WEEKS), ("%Y-%m", MONTHS), *([("%Y", 10_000)] if yearly else [])]
    for format, limit in periods:
        newest = {backup.made.day.strftime(format): backup.id for backup in backups}
        expected |= set([newest[key] for key in sorted(newest)][-limit:])
    assert {backup.id for backup in kept(backups, yearly=yearly)} == expected


@given(ANY_DAYS, st.booleans(), st.data())
def test_however_often_it_is_done_meanwhile_the_same_stay(
    days: list[int], yearly: bool, data: st.DataObject
) -> None:
    there: list[Backup] = []
    for backup in daily(days):
        there.append(backup)
        if data.draw(st.booleans()):
            there = kept(there, yearly=yearly)
    assert kept(there, yearly=yearly) == kept(daily(days), yearly=yearly)


@given(st.lists(st.tuples(PAUSES, WRONG), min_size=20, max_size=120))
def test_a_wrong_clock_costs_no_more_than_it_has_written(
    made: list[tuple[int, int | None]],
) -> None:
    """Each is made some days after the one before; where a day is given, the clock has that."""
    true = accumulate(pause for pause, _ in made)
    written = [day if wrong is None else wrong for day, (_, wrong) in zip(true, made, strict=True)]
    backups = daily(written)
    wrong = {one.id for one, (_, off) in zip(backups, made, strict=True) if off is not None}
    for yearly in (False, True):
        gone = to_remove(backups, yearly)
        assert too_many_lost(backups, wrong, {one.id for one in gone}, yearly=yearly) == []
