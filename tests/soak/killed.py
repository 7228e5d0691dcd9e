"""A process that works until it is killed, at a moment that nothing in it has chosen."""

import os
import signal
import sys
import time
import traceback
from collections.abc import Callable, Iterator
from functools import partial
from random import Random

Say = Callable[[str], object]

AT_THE_START = 0.25  # part of the kills that may come before the first acknowledgement
LONGEST_START = 0.06  # seconds
STEPS = {"open", "os.link", "os.mkdir", "os.remove", "os.rename", "os.rmdir", "os.truncate"}


class Killing:
    """Kills forked children at random, between and within their steps."""

    def __init__(self, chance: Random, longest: int = 25, longest_step: float = 0.006) -> None:
        """Lets a child tell at most about `longest` lines, `longest_step` seconds apart."""
        self._chance = chance
        self._longest = longest
        self._longest_step = longest_step

    def __call__(self, work: Callable[[], Iterator[str]]) -> list[str]:
        """Forks a child that goes through `work`; returns the lines that it told until its end.

        A child that ends by itself is an error of the test.
        """
        return self.while_telling(partial(_tell_each, work))

    def while_telling(
        self, work: Callable[[Say], object], before_step: int | None = None
    ) -> list[str]:
        """The same for work that is given what it tells its lines by.

        With `before_step` it is killed before its nth step on the disk, otherwise at any moment.
        """
        hears, says = os.pipe()
        child = os.fork()
        if child == 0:
            os.close(hears)
            if before_step is not None:
                _end_before(before_step)
            _carry_out(work, says)
        os.close(says)
        try:
            told = self._listen(hears) if before_step is None else _rest(hears)
        finally:
            os.kill(child, signal.SIGKILL)
            _, status = os.waitpid(child, 0)
        told += _rest(hears)
        os.close(hears)
        if not os.WIFSIGNALED(status):
            raise AssertionError("the writer ended by itself: " + told.decode(errors="replace"))
        return told.decode().splitlines()

    def _listen(self, hears: int) -> bytes:
        told = b""
        if self._chance.random() < AT_THE_START:
            time.sleep(self._chance.uniform(0, LONGEST_START))
            return told
        wanted = self._chance.randint(1, self._longest)
        while told.count(b"\n") < wanted:
            piece = os.read(hears, 65536)
            if not piece:
                break
            told += piece
        time.sleep(self._chance.uniform(0, self._longest_step))
        return told


def _end_before(step: int) -> None:
    """In the child: kills it before its nth step on the disk."""
    left = step

    def count(event: str, _arguments: tuple[object, ...]) -> None:
        nonlocal left
        if event in STEPS:
            left -= 1
            if left == 0:
                os.kill(os.getpid(), signal.SIGKILL)

    sys.addaudithook(count)


def _carry_out(work: Callable[[Say], object], says: int) -> None:
    """In the child: does the work and never comes back."""
    try:
        work(lambda line: os.write(says, f"{line}\n".encode()))
    except BaseException:  # noqa: BLE001  told to the parent, whose test fails
        os.write(says, traceback.format_exc().encode())
    finally:
        os._exit(1)


def _tell_each(work: Callable[[], Iterator[str]], say: Say) -> None:
    for line in work():
        say(line)


def _rest(hears: int) -> bytes:
    rest = b""
    while piece := os.read(hears, 65536):
        rest += piece
    return rest
