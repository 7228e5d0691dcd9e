"""Keeps the two pipes to the supervisor for verbs alone, whatever else is printed or read."""

import os
import stat
import sys
from typing import NamedTuple

from app.process.verbs import STARTS, Verb, verb_of


class NoSupervisor(Exception):
    """The process was not started by the supervisor."""


class Pipes(NamedTuple):
    """Our own ends of the pipes, and the verb that said how this process came to be."""

    hears: int
    says: int
    start: Verb


def take_pipes() -> Pipes:
    """Takes stdin and stdout away from everybody else: reads end at once, prints go to stderr.

    Raises NoSupervisor when they are no pipes, or the first verb is not a start.
    """
    if not all(stat.S_ISFIFO(os.fstat(fd).st_mode) for fd in (0, 1)):
        raise NoSupervisor
    hears, says = os.dup(0), os.dup(1)
    nothing = os.open(os.devnull, os.O_RDONLY)
    os.dup2(nothing, 0)
    os.close(nothing)
    os.dup2(2, 1)
    sys.stdout = sys.stderr
    start = verb_of(os.read(hears, 1))
    if start is None or start not in STARTS:
        raise NoSupervisor
    return Pipes(hears, says, start)
