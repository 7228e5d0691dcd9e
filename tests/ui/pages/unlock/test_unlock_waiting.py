"""Guessing by hand gets slow."""

from ui.pages.unlock.waiting import LONGEST, seconds_to_wait


def test_the_wait_doubles_from_one_second() -> None:
    assert [seconds_to_wait(tries) for tries in range(5)] == [0, 1, 2, 4, 8]


def test_nobody_waits_longer_than_a_minute() -> None:
    assert seconds_to_wait(50) == LONGEST == 60
