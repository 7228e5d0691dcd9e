"""What every process gives up before anything else: wide file modes, core dumps, the internet.

Standard library only, and quick: the supervisor and the window process call it first. It stops
our own mistakes and those of libraries; it does not stop a service on the bus that acts for
somebody hostile.
"""

import os
import sys

from crypto.process import seccomp

_PRIVATE = 0o077
_PR_GET_DUMPABLE, _PR_SET_DUMPABLE = 3, 4


class InForce:
    """What is in force in this process, as far as was looked up or the kernel confirmed."""

    # No dataclass: importing them takes 11 ms, and this comes before everything else.
    __slots__ = ("core", "dumpable", "seccomp", "umask")

    def __init__(self, *, umask: bool, core: bool, dumpable: bool, seccomp: bool) -> None:
        self.umask = umask  # new files are for their owner alone
        self.core = core  # a crash leaves no core file
        self.dumpable = dumpable  # nobody may attach, read memory, or be piped a core
        self.seccomp = seccomp  # the kernel refuses every socket that is not local

    def __repr__(self) -> str:
        return (
            f"InForce(umask={self.umask}, core={self.core},"
            f" dumpable={self.dumpable}, seccomp={self.seccomp})"
        )


def harden() -> InForce:
    """Gives up what can be given up on this platform, and says what is in force.

    Threads that run already are covered too. Undone by nothing but the end of the process,
    except that starting another program makes it dumpable again.
    """
    return InForce(
        umask=_private_files(), core=_no_core(), dumpable=_undumpable(), seccomp=seccomp.install()
    )


def _private_files() -> bool:
    os.umask(_PRIVATE)
    return sys.platform != "win32" and os.umask(_PRIVATE) == _PRIVATE


def _no_core() -> bool:
    if sys.platform == "win32":
        return False
    import resource  # not on Windows

    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    return resource.getrlimit(resource.RLIMIT_CORE) == (0, 0)


def _undumpable() -> bool:
    if sys.platform != "linux":
        return False
    seccomp.prctl(_PR_SET_DUMPABLE, 0)
    return seccomp.prctl(_PR_GET_DUMPABLE) == 0
