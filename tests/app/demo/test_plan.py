"""The plan hands out every note, for any size."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from app.demo.plan import plan_practice

TODAY = date(2026, 11, 28)


@given(st.integers(0, 2_000), st.integers(1, 60), st.integers())
def test_every_note_is_handed_out(notes: int, clients: int, seed: int) -> None:
    plans = list(plan_practice(notes, clients, seed, TODAY))
    assert [plan.number for plan in plans] == list(range(clients))
    assert sum(len(plan.days) for plan in plans) == notes
    if notes >= clients:
        assert all(plan.days for plan in plans)


@given(st.integers())
def test_a_seed_says_it_all(seed: int) -> None:
    first, second = (list(plan_practice(300, 20, seed, TODAY)) for _ in range(2))
    assert first == second


def test_another_seed_is_another_practice() -> None:
    assert list(plan_practice(300, 20, 1, TODAY)) != list(plan_practice(300, 20, 2, TODAY))


def test_there_can_be_nobody() -> None:
    assert list(plan_practice(0, 0, 1, TODAY)) == []


def test_some_clients_are_archived_and_some_came_lately() -> None:
    plans = list(plan_practice(300, 20, 1, TODAY))
    assert 3 < sum(plan.ended for plan in plans) < 17
    assert any(TODAY.toordinal() - plan.days[-1] < 14 for plan in plans)
