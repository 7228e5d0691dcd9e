"""Long jobs on the vault's worker, a short step at a time, whenever nothing else is to be done."""

from collections import deque
from collections.abc import Callable, Generator, Iterator


class Slices:
    """One long job by its steps, until it ends or is cancelled."""

    def __init__(self, token: int, forget: Callable[[int], object]) -> None:
        """`forget` is called with `token` when it is cancelled."""
        self.token = token
        self._forget = forget
        self._cancelled = False
        self._steps: Iterator[object] | None = None  # touched on the worker only

    def cancel(self) -> None:
        """Ends it at its next step; nothing more is told of it."""
        self._cancelled = True
        self._forget(self.token)

    @property
    def is_cancelled(self) -> bool:
        """Whether nobody waits for it any more."""
        return self._cancelled

    def begin(self, steps: Iterator[object]) -> None:
        """Takes the steps, on the worker."""
        self._steps = steps

    def step(self) -> object:
        """Does one step, on the worker: what it yields, or StopIteration's class at the end."""
        return StopIteration if self._steps is None else next(self._steps, StopIteration)

    def let_go(self) -> None:
        """Drops what the job holds, on the worker."""
        steps, self._steps = self._steps, None
        if isinstance(steps, Generator):
            steps.close()


class LongJobs:
    """The long jobs of one worker, which take turns; used on the worker only."""

    def __init__(self) -> None:
        self._jobs: deque[Slices] = deque()

    def __bool__(self) -> bool:
        return bool(self._jobs)

    def add(self, job: Slices) -> None:
        """Takes a job that has begun."""
        self._jobs.append(job)

    def next(self) -> Slices | None:
        """The job whose turn it is, if nobody has cancelled it."""
        self._jobs.rotate(-1)
        job = self._jobs[-1]
        if not job.is_cancelled:
            return job
        self.end(job)
        return None

    def end(self, job: Slices) -> None:
        """Takes a job out of the turns."""
        self._jobs.remove(job)
        job.let_go()

    def end_all(self) -> list[int]:
        """Ends every job; the tokens of those that somebody still waits for."""
        waited_for = [job.token for job in self._jobs if not job.is_cancelled]
        while self._jobs:
            self.end(self._jobs[0])
        return waited_for
