"""Of several that are asked at once, one that hangs holds up no other."""

import threading
from collections.abc import Callable, Iterator

import pytest

from app.core.each_by_itself import EachByItself


class Slow:
    """Hangs until it is let go, and counts how often it was asked."""

    def __init__(self) -> None:
        self.asked = 0
        self.goes_on, self.answered = threading.Event(), threading.Event()

    def __call__(self) -> str:
        self.asked += 1
        self.goes_on.wait(20)
        self.answered.set()
        return f"answer {self.asked}"


@pytest.fixture
def slow() -> Iterator[Slow]:
    slow = Slow()
    yield slow
    slow.goes_on.set()
    for thread in threading.enumerate():
        if thread.name == "each":
            thread.join()


def quick() -> str:
    return "at once"


def test_all_that_answer_are_told() -> None:
    calls: dict[int, Callable[[], str]] = dict.fromkeys(range(9), quick)
    assert EachByItself[int, str]().answers(calls) == dict.fromkeys(range(9), "at once")
    assert EachByItself[int, str]().answers({}) == {}


def test_what_hangs_is_left_out_and_asked_once(slow: Slow) -> None:
    each = EachByItself[str, str](patience=0.05)
    for _ in range(3):
        assert each.answers({"slow": slow, "quick": quick}) == {"quick": "at once"}
    assert slow.asked == 1


def test_what_answered_too_late_is_asked_anew(slow: Slow) -> None:
    each = EachByItself[str, str](patience=0.05)
    assert each.answers({"slow": slow}) == {}
    slow.goes_on.set()
    assert slow.answered.wait(20)
    for thread in threading.enumerate():
        if thread.name == "each":
            thread.join()
    assert EachByItself.answers(each, {"slow": slow}) == {"slow": "answer 2"}


def test_what_one_raises_is_raised() -> None:
    def refuse() -> str:
        raise OSError

    with pytest.raises(OSError):  # noqa: PT011  it has no text
        EachByItself[str, str]().answers({"quick": quick, "refused": refuse})
