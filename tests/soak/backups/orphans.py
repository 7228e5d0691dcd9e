"""Processes whose parent was killed: they come to this one, which waits for their end."""

import ctypes
import os
import time
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

_PR_SET_CHILD_SUBREAPER = 36  # <linux/prctl.h>
PATIENCE = 20.0  # seconds, on a busy computer


@contextmanager
def adopting() -> Generator[None]:
    """Orphans below this process become its children."""
    libc = ctypes.CDLL(None)
    assert libc.prctl(_PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0) == 0
    try:
        yield
    finally:
        libc.prctl(_PR_SET_CHILD_SUBREAPER, 0, 0, 0, 0)


def children() -> set[int]:
    """The processes right below this one."""
    tasks = Path("/proc/self/task").iterdir()
    return {int(pid) for task in tasks for pid in (task / "children").read_text("ascii").split()}


def wait_for_the_end_of_all_but(known: set[int]) -> float:
    """Waits until no other child is left; returns how many seconds that took."""
    begun = time.monotonic()
    while others := children() - known:
        for pid in others:
            os.waitpid(pid, os.WNOHANG)
        assert time.monotonic() - begun < PATIENCE, f"{others} outlived the process they work for"
        time.sleep(0.005)
    return time.monotonic() - begun
