"""Starts a window process. Needs nothing but `os`, so that it can come before other imports.

Not even `collections.abc`, which takes 2 ms: what is passed is a dict.
"""

import os


class Spawned:
    """A process in a group of its own, and our ends of the pipes to its stdin and stdout."""

    __slots__ = ("hears", "pid", "says")

    def __init__(self, pid: int, hears: int, says: int) -> None:
        self.pid = pid
        self.hears = hears  # we write, it hears
        self.says = says  # it says, we read


def spawn(command: list[str], environment: dict[str, str], first: bytes) -> Spawned:
    """Starts `command`, which hears `first` as soon as it listens; raises OSError.

    It inherits stderr, and no other descriptor of ours.
    """
    its_stdin, hears = os.pipe()
    says, its_stdout = os.pipe()
    try:
        pid = os.posix_spawn(
            command[0],
            command,
            environment,
            file_actions=[
                (os.POSIX_SPAWN_DUP2, its_stdin, 0),
                (os.POSIX_SPAWN_DUP2, its_stdout, 1),
            ],
            setpgroup=0,
        )
    except OSError:
        os.close(hears)
        os.close(says)
        raise
    finally:
        os.close(its_stdin)
        os.close(its_stdout)
    os.write(hears, first)
    return Spawned(pid, hears, says)
