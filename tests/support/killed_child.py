"""Work that is killed before one of its steps on the disk, in a child of its own."""

import os
import signal
import sys
from collections.abc import Callable

_STEPS = {"open", "os.mkdir", "os.rename", "os.remove", "os.rmdir"}


def killed_at(step: int, work: Callable[[], object]) -> bool:
    """Runs `work` in a child that is killed before its nth step on the disk; False if it ended."""
    child = os.fork()
    if child == 0:
        steps = 0

        def count(event: str, _arguments: tuple[object, ...]) -> None:
            nonlocal steps
            if event in _STEPS:
                steps += 1
                if steps == step:
                    os.kill(os.getpid(), signal.SIGKILL)

        try:
            sys.addaudithook(count)
            work()
        finally:
            os._exit(0)
    _, status = os.waitpid(child, 0)
    return os.WIFSIGNALED(status)
