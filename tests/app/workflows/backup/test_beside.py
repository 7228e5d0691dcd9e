"""Work beside other work ends with its block, and what it comes upon is told."""

import threading

import pytest

from app.workflows.backup.beside import Beside
from crypto.errors import BackupDamaged


def fail(_: threading.Event) -> None:
    raise BackupDamaged


def test_it_goes_on_by_itself_on_a_thread_of_its_own() -> None:
    on: list[int] = []
    with Beside(lambda _: on.append(threading.get_ident()), "beside") as beside:
        assert beside.has_ended(within=5)
    assert len(on) == 1
    assert threading.get_ident() not in on


def test_left_early_it_is_told_and_waited_for() -> None:
    begun, ended = threading.Event(), threading.Event()

    def work(left: threading.Event) -> None:
        begun.set()
        assert left.wait(5)
        ended.set()

    with Beside(work, "beside") as beside:
        assert begun.wait(5)
        assert not beside.has_ended(within=0.001)
        assert not ended.is_set()
    assert ended.is_set()
    assert beside.has_ended()


def test_left_by_an_error_it_ends_too() -> None:
    ended = threading.Event()

    def work(left: threading.Event) -> None:
        assert left.wait(5)
        ended.set()

    with pytest.raises(ValueError, match="elsewhere"), Beside(work, "beside"):
        raise ValueError("elsewhere")
    assert ended.is_set()


def test_what_it_fails_with_is_raised_where_it_is_asked() -> None:
    with Beside(fail, "beside") as beside, pytest.raises(BackupDamaged):
        beside.has_ended(within=5)


def test_a_failure_that_nobody_asked_for_stays_where_it_is() -> None:
    with Beside(fail, "beside"):
        pass
