"""A still window is covered in a session and locked elsewhere, in the coach's own time."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.auto_lock import COVER_AFTER, LOCK_SESSION_AFTER, LONGEST_HOLD, SLEPT, Due, Stillness, due
from app.settings.declared import AUTO_LOCK_MINUTES

MINUTE = 60.0
MINUTES = st.sampled_from(AUTO_LOCK_MINUTES.choices)
SECONDS = st.floats(0, 10 * 60 * MINUTE)


@pytest.mark.parametrize("minutes", AUTO_LOCK_MINUTES.choices)
def test_beside_the_sidebar_it_locks_after_the_chosen_minutes(minutes: int) -> None:
    assert due(Stillness(minutes * MINUTE - 0.1), minutes) is Due.NOTHING
    assert due(Stillness(minutes * MINUTE), minutes) is Due.LOCK


def test_five_minutes_are_usual() -> None:
    assert AUTO_LOCK_MINUTES.default == 5
    assert AUTO_LOCK_MINUTES.default in AUTO_LOCK_MINUTES.choices


@pytest.mark.parametrize(
    ("idle", "expected"),
    [
        (COVER_AFTER - 0.1, Due.NOTHING),
        (COVER_AFTER, Due.COVER),
        (LOCK_SESSION_AFTER - 0.1, Due.COVER),
        (LOCK_SESSION_AFTER, Due.LOCK),
    ],
)
@pytest.mark.parametrize("minutes", [5, 10, 15, 30])
def test_a_session_is_covered_after_3_minutes_and_locked_after_30(
    idle: float, expected: Due, minutes: int
) -> None:
    assert due(Stillness(idle, in_session=True), minutes) is expected


@pytest.mark.parametrize("minutes", [1, 2])
def test_who_wants_to_be_locked_sooner_is_covered_sooner(minutes: int) -> None:
    still = Stillness(minutes * MINUTE, in_session=True)
    assert due(still, minutes) is Due.COVER
    assert due(still._replace(idle=minutes * MINUTE - 0.1), minutes) is Due.NOTHING


@pytest.mark.parametrize("minutes", AUTO_LOCK_MINUTES.choices)
def test_another_page_is_covered_as_soon_while_a_session_runs_and_locked_as_usual(
    minutes: int,
) -> None:
    asked = minutes * MINUTE
    still = Stillness(asked, session_runs=True)
    assert due(still, minutes) is Due.LOCK
    assert due(still._replace(idle=min(COVER_AFTER, asked) - 0.1), minutes) is Due.NOTHING
    if asked > COVER_AFTER:
        assert due(still._replace(idle=COVER_AFTER), minutes) is Due.COVER


@pytest.mark.parametrize("in_session", [True, False])
def test_a_held_key_makes_it_wait(in_session: bool) -> None:
    still = Stillness(LONGEST_HOLD - 0.1, key_held=True, in_session=in_session)
    assert due(still, 5) is Due.NOTHING


def test_a_key_that_nobody_can_hold_so_long_does_not_keep_it_open() -> None:
    assert due(Stillness(LONGEST_HOLD, key_held=True), 5) is Due.LOCK
    assert due(Stillness(LOCK_SESSION_AFTER, key_held=True, in_session=True), 5) is Due.LOCK


@given(SECONDS, MINUTES, st.booleans())
def test_work_that_takes_minutes_makes_it_wait(idle: float, minutes: int, in_session: bool) -> None:
    still = Stillness(idle, in_session=in_session, at_work=True)
    assert due(still, minutes) is Due.NOTHING


@given(SECONDS, st.booleans(), st.booleans(), st.booleans(), MINUTES)
def test_a_computer_that_slept_is_locked_whatever_else_is_true(
    idle: float, key_held: bool, in_session: bool, at_work: bool, minutes: int
) -> None:
    still = Stillness(idle, SLEPT, key_held, in_session, at_work)
    assert due(still, minutes) is Due.LOCK


@given(SECONDS, SECONDS, st.booleans(), st.booleans(), MINUTES)
def test_more_stillness_never_asks_for_less(
    idle: float, more: float, in_session: bool, session_runs: bool, minutes: int
) -> None:
    order = (Due.NOTHING, Due.COVER, Due.LOCK)
    still = Stillness(idle, in_session=in_session, session_runs=session_runs)
    before = due(still, minutes)
    after = due(still._replace(idle=idle + more), minutes)
    assert order.index(after) >= order.index(before)
