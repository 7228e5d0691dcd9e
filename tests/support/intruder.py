"""Another program of the same user, without privileges, that tries to look into a process.

Run as a script: prints one line a way in, "attach: refused" or "attach: open".
"""

import ctypes
import errno
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

# Takes from root what no other user may do, from those who try and those who are tried.
UNPRIVILEGED = (
    ["setpriv", "--bounding-set=-all", "--inh-caps=-all", "--ambient-caps=-all"]
    if os.geteuid() == 0
    else []
)
_ATTACH, _DETACH = 16, 17


def tries(pid: int) -> dict[str, str]:
    """What an intruder reaches of a process, by way in."""
    done = subprocess.run(
        [*UNPRIVILEGED, sys.executable, "-I", __file__, str(pid)],
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    return dict(line.split(": ") for line in done.stdout.splitlines())


def _main(pid: int) -> None:
    ways: dict[str, Callable[[int], None]] = {
        "attach": _attach,
        "memory": _read("mem"),
        "maps": _read("maps"),
        "environment": _read("environ"),
        "descriptors": _look_at_descriptor,
        "process_vm_readv": _read_across,
    }
    if shutil.which("gcore"):
        ways["gcore"] = _gcore
    for name, way in ways.items():
        try:
            way(pid)
        except PermissionError:
            answer = "refused"
        else:
            answer = "open"
        sys.stdout.write(f"{name}: {answer}\n")


def _attach(pid: int) -> None:
    libc = ctypes.CDLL(None, use_errno=True)
    libc.ptrace.argtypes = (ctypes.c_long, ctypes.c_long, ctypes.c_void_p, ctypes.c_void_p)
    if libc.ptrace(_ATTACH, pid, None, None) != 0:
        raise PermissionError(ctypes.get_errno(), "ptrace")
    os.waitpid(pid, 0)
    libc.ptrace(_DETACH, pid, None, None)


def _read(what: str) -> Callable[[int], None]:
    def read(pid: int) -> None:
        with Path(f"/proc/{pid}/{what}").open("rb") as file:
            if what != "mem":
                file.read(1)

    return read


def _look_at_descriptor(pid: int) -> None:
    Path(f"/proc/{pid}/fd/0").readlink()


class _Piece(ctypes.Structure):
    _fields_ = (("base", ctypes.c_void_p), ("length", ctypes.c_size_t))


def _read_across(pid: int) -> None:
    """An address of nothing: who may look is told EFAULT, who may not EPERM."""
    libc = ctypes.CDLL(None, use_errno=True)
    room = ctypes.create_string_buffer(8)
    here, there = _Piece(ctypes.addressof(room), 8), _Piece(4096, 8)
    count = ctypes.c_ulong(1)
    libc.process_vm_readv(pid, ctypes.byref(here), count, ctypes.byref(there), count, 0)
    if ctypes.get_errno() == errno.EPERM:
        raise PermissionError


def _gcore(pid: int) -> None:
    place = f"/tmp/intruder-{os.getpid()}"
    done = subprocess.run(
        ["gcore", "-o", place, str(pid)], capture_output=True, timeout=50, check=False
    )
    core = Path(f"{place}.{pid}")
    written = core.exists()
    core.unlink(missing_ok=True)
    if done.returncode != 0 and not written:
        raise PermissionError


if __name__ == "__main__":
    _main(int(sys.argv[1]))
