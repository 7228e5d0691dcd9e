"""A process that works until it is killed, at a moment that nothing in it has chosen."""

import os
import signal
import time
import traceback
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from random import Random

TOLD = b"."
OPENED = b"o"
AT_THE_START = 0.25  # part of the kills that may come before the first acknowledgement
LONGEST_START = 0.06  # seconds
LONGEST_STEP = 0.006


@dataclass(frozen=True)
class Killed:
    """What the process had acknowledged when it was killed."""

    opened: bool
    steps: int


class Killing:
    """Kills forked children at random, between and within their steps."""

    def __init__(self, chance: Random, longest: int = 25) -> None:
        """Lets a child acknowledge at most `longest` steps."""
        self._chance = chance
        self._longest = longest

    def __call__(self, work: Callable[[], Iterator[None]]) -> Killed:
        """Forks a child that goes through `work`; the first thing yielded means "opened".

        Every other one acknowledges a step. A child that ends by itself is an error of the test.
        """
        hears, says = os.pipe()
        child = os.fork()
        if child == 0:
            os.close(hears)
            _carry_out(work, says)
        os.close(says)
        try:
            told = self._listen(hears)
        finally:
            os.kill(child, signal.SIGKILL)
            _, status = os.waitpid(child, 0)
        told += _rest(hears)
        os.close(hears)
        if not os.WIFSIGNALED(status):
            raise AssertionError("the writer ended by itself: " + told.decode(errors="replace"))
        return Killed(OPENED in told, told.count(TOLD))

    def _listen(self, hears: int) -> bytes:
        told = b""
        if self._chance.random() < AT_THE_START:
            time.sleep(self._chance.uniform(0, LONGEST_START))
            return told
        wanted = self._chance.randint(1, self._longest)
        while len(told) < wanted:
            piece = os.read(hears, 1)
            if not piece:
                break
            told += piece
        time.sleep(self._chance.uniform(0, LONGEST_STEP))
        return told


def _carry_out(work: Callable[[], Iterator[None]], says: int) -> None:
    """In the child: does the work and never comes back."""
    try:
        mark = OPENED
        for _ in work():
            os.write(says, mark)
            mark = TOLD
    except BaseException:  # noqa: BLE001  told to the parent, whose test fails
        os.write(says, traceback.format_exc().encode())
    finally:
        os._exit(1)


def _rest(hears: int) -> bytes:
    rest = b""
    while piece := os.read(hears, 65536):
        rest += piece
    return rest
