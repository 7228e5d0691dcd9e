"""Not each of a hundred thousand steps is told, but every stage's first and last."""

import time
from collections.abc import Callable
from typing import Protocol, TypeVar

BETWEEN = 0.05  # seconds between two steps of a stage that are told


class Counted(Protocol):
    """So much of so much, in whatever the stage counts."""

    @property
    def stage(self) -> object: ...
    @property
    def done(self) -> int: ...
    @property
    def total(self) -> int: ...


S = TypeVar("S", bound=Counted)


def now_and_then(
    tell: Callable[[S], object], clock: Callable[[], float] = time.monotonic
) -> Callable[[S], None]:
    """Tells as `tell` does, only more seldom."""
    stage: object = None
    at = 0.0

    def telling(step: S) -> None:
        nonlocal stage, at
        now = clock()
        if step.stage == stage and step.done < step.total and now - at < BETWEEN:
            return
        stage, at = step.stage, now
        tell(step)

    return telling
