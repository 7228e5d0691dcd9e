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

# What makes an interpreter or a library load code, or tell what it knows, if it is set.
_LOADS_CODE_BEGINNINGS = ("LD_", "DYLD_", "PYTHON", "OPENSSL_")
_LOADS_CODE = frozenset(
    {
        *("QT_PLUGIN_PATH", "QT_QPA_PLATFORM_PLUGIN_PATH", "QT_QPA_GENERIC_PLUGINS"),
        *("GCONV_PATH", "GIO_MODULE_DIR", "GIO_EXTRA_MODULES", "GTK_MODULES", "GTK_PATH"),
        *("LIBGL_DRIVERS_PATH", "VK_LAYER_PATH", "VK_ICD_FILENAMES", "SSLKEYLOGFILE"),
    }
)


class Hardened:
    """What is in force in this process, as far as was looked up or the kernel confirmed."""

    # No dataclass: importing them takes 11 ms, and this comes before everything else.
    __slots__ = (
        "core",
        "dumpable",
        "environment",
        "isolated",
        "no_new_privileges",
        "seccomp",
        "umask",
    )

    def __init__(
        self,
        *,
        umask: bool,
        core: bool,
        dumpable: bool,
        no_new_privileges: bool,
        seccomp: bool,
        isolated: bool,
        environment: bool,
    ) -> None:
        self.umask = umask  # new files are for their owner alone
        self.core = core  # a crash leaves no core file
        self.dumpable = dumpable  # nobody may attach, read memory, or be piped a core
        self.no_new_privileges = no_new_privileges  # no program started here gains any
        self.seccomp = seccomp  # the kernel refuses every socket that is not local
        self.isolated = isolated  # the interpreter ignores its variables and the person's folders
        self.environment = environment  # no variable is set that loads code

    def __repr__(self) -> str:
        return f"Hardened({', '.join(f'{name}={getattr(self, name)}' for name in self.__slots__)})"


def harden() -> None:
    """Gives up what can be given up on this platform; `in_force` says what came of it.

    Threads that run already are covered too. Undone by nothing but the end of the process,
    except that starting another program makes it dumpable again.
    """
    os.umask(_PRIVATE)
    if sys.platform != "win32":
        import resource  # not on Windows

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if sys.platform == "linux":
        seccomp.prctl(_PR_SET_DUMPABLE, 0)
    seccomp.install()


def in_force() -> Hardened:
    """Looks it all up anew, and tries to open what must be refused; at any time, on any thread.

    What cannot be looked up on this platform counts as not in force.
    """
    told = _status()
    return Hardened(
        umask=told.get("Umask") == f"{_PRIVATE:04o}",
        core=_leaves_no_core(),
        dumpable=sys.platform == "linux" and seccomp.prctl(_PR_GET_DUMPABLE) == 0,
        no_new_privileges=told.get("NoNewPrivs") == "1",
        seccomp=seccomp.is_in_force(),
        isolated=bool(sys.flags.isolated),
        environment=not any(_loads_code(name, value) for name, value in os.environ.items()),
    )


def _status() -> dict[str, str]:
    """What the kernel tells of this process: "Umask", "NoNewPrivs"; nothing outside Linux."""
    if sys.platform != "linux":
        return {}
    # not needed at the start
    from pathlib import Path

    status = Path("/proc/self/status").read_text("ascii", "replace").splitlines()
    return {name: value.strip() for name, _, value in (line.partition(":") for line in status)}


def _leaves_no_core() -> bool:
    if sys.platform == "win32":
        return False
    import resource  # not on Windows

    return resource.getrlimit(resource.RLIMIT_CORE) == (0, 0)


def _loads_code(name: str, value: str) -> bool:
    if name == "OPENSSL_CONF" and value == os.devnull:
        return False  # we set it ourselves
    return name in _LOADS_CODE or name.startswith(_LOADS_CODE_BEGINNINGS)
