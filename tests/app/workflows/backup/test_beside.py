"""Work beside other work ends with its block, and what it comes upon is told."""

import threading
import time
from collections.abc import Iterator

import pytest

from app.workflows.backup.beside import Beside
from crypto.errors import BackupDamaged


def counting(ends: threading.Event, on: list[int]) -> Iterator[int]:
    try:
        number = 0
        while True:
            on.append(threading.get_ident())
            number += 1
            time.sleep(0.001)
            yield number
    finally:
        ends.set()
        on.append(threading.get_ident())


def test_it_goes_on_by_itself_and_its_last_step_is_known() -> None:
    with Beside(lambda: iter(range(5)), "beside") as beside:
        assert beside.has_ended(within=5)
    assert beside.last == 4


def test_left_early_it_ends_and_is_closed_on_its_own_thread() -> None:
    ended, on = threading.Event(), list[int]()
    with Beside(lambda: counting(ended, on), "beside") as beside:
        while beside.last is None:
            assert not beside.has_ended(within=0.001)
    assert ended.is_set()
    assert len(set(on)) == 1
    assert threading.get_ident() not in on


def test_what_it_fails_with_is_raised_where_it_is_asked() -> None:
    def failing() -> Iterator[int]:
        yield 1
        raise BackupDamaged

    with Beside(failing, "beside") as beside:
        with pytest.raises(BackupDamaged):
            beside.has_ended(within=5)
        assert beside.last == 1


def test_a_failure_that_nobody_asked_for_stays_where_it_is() -> None:
    def failing() -> Iterator[int]:
        raise BackupDamaged
        yield 1

    with Beside(failing, "beside"):
        pass
