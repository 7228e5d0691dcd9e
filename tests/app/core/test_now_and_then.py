"""What is told of a long job: every stage's first and last step, and some between."""

from typing import NamedTuple

from app.core.now_and_then import now_and_then


class Step(NamedTuple):
    stage: str
    done: int
    total: int


def told(*steps: Step, each: float) -> list[Step]:
    """What comes of `steps` when each takes so many seconds."""
    heard: list[Step] = []
    times = iter(100 + each * number for number in range(len(steps)))
    tell = now_and_then(heard.append, lambda: next(times))
    for step in steps:
        tell(step)
    return heard


def test_of_quick_steps_every_twentieth_of_a_second_one_is_told_and_the_last() -> None:
    steps = [Step("copy", done, 100) for done in range(1, 101)]
    assert [step.done for step in told(*steps, each=0.002)] == [1, 27, 53, 79, 100]


def test_the_first_of_each_stage_is_told_at_once() -> None:
    steps = (Step("copy", 1, 9), Step("copy", 2, 9), Step("check", 0, 9), Step("check", 1, 9))
    assert told(*steps, each=0) == [steps[0], steps[2]]


def test_all_of_slow_steps_are_told() -> None:
    steps = [Step("copy", done, 9) for done in range(9)]
    assert told(*steps, each=0.1) == steps
