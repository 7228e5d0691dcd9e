"""A walk goes on when what it waits for has come."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QCoreApplication
from pytestqt.qtbot import QtBot

from ui.tour.walk import Stuck, Until, Walk, Walker


def test_it_waits_for_each_thing_in_turn(qtbot: QtBot) -> None:
    there: list[str] = []
    seen: list[str] = []

    def walk() -> Walk:
        yield Until("the first", lambda: "first" in there)
        seen.append("first")
        yield None
        yield Until("the second", lambda: "second" in there)
        seen.append("second")

    walker = Walker(walk())
    with qtbot.waitSignal(walker.arrived):
        walker.start()
        qtbot.wait(30)
        assert seen == []
        there.append("first")
        qtbot.waitUntil(lambda: seen == ["first"])
        there.append("second")
    assert seen == ["first", "second"]


def stopped(qtbot: QtBot, walk: Callable[[], Walk]) -> Exception:
    errors: list[Exception] = []
    walker = Walker(walk(), patience=0.05)
    walker.stopped.connect(errors.append)
    walker.start()
    qtbot.waitUntil(lambda: bool(errors))
    return errors[0]


def test_what_never_comes_ends_it(qtbot: QtBot) -> None:
    def walk() -> Walk:
        yield Until("the moon", lambda: False)

    error = stopped(qtbot, walk)
    assert isinstance(error, Stuck)
    assert error.what == "the moon"


def test_a_step_that_fails_ends_it(qtbot: QtBot) -> None:
    def walk() -> Walk:
        yield None
        raise LookupError

    assert isinstance(stopped(qtbot, walk), LookupError)


@pytest.mark.timeout(20)
def test_a_step_that_lets_events_run_is_not_entered_twice(qtbot: QtBot) -> None:
    inside: list[bool] = []

    def walk() -> Walk:
        for _ in range(3):
            inside.append(True)
            QCoreApplication.processEvents()
            assert inside.pop()
            yield None

    walker = Walker(walk())
    with qtbot.waitSignal(walker.arrived):
        walker.start()
