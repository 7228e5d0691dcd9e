"""The clock of made-up years."""

from datetime import timedelta

import pytest

from app.demo.clock import YearsClock
from tests.support.fixed_clock import FixedClock


def test_it_goes_through_the_years_and_then_with_the_world() -> None:
    present = FixedClock()
    begins = present.now().plus(timedelta(days=-900))
    clock = YearsClock(begins, present)
    assert clock.now() == begins
    clock.go_to(begins.plus(timedelta(days=1)))
    assert clock.now() == begins.plus(timedelta(days=1))
    clock.arrive()
    assert clock.now() == present.now()
    present.move(timedelta(hours=1))
    assert clock.now() == present.now()


def test_nobody_goes_back_once_it_has_arrived() -> None:
    clock = YearsClock(FixedClock().now(), FixedClock())
    clock.arrive()
    with pytest.raises(RuntimeError):
        clock.go_to(FixedClock().now())
