"""A supervisor with puppets for windows, for tests that pull the strings."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SOON = 10.0  # seconds that a busy machine may take for what takes none


class Puppet:
    """One window process of the supervisor."""

    def __init__(self, strings: socket.socket) -> None:
        strings.settimeout(SOON)
        self._strings = strings
        self._lines = strings.makefile("r")
        self.pid = int(self._line().removeprefix("pid "))

    def _line(self) -> str:
        return self._lines.readline().strip()

    def hears(self) -> str:
        """The next verb that the supervisor says, "end" when it hung up, "" when it is dead."""
        return self._line().removeprefix("heard ")

    def says(self, verb: bytes) -> None:
        self._do(f"say {verb.decode()}")

    def says_and_ends(self, verb: bytes, code: int = 0) -> None:
        self._do(f"say {verb.decode()} exit {code}")

    def ends(self, code: int = 0) -> None:
        self._do(f"exit {code}")

    def starts(self, program: str) -> int:
        """Starts a program; returns its process id."""
        self._do(f"start {program}")
        return int(self._line().removeprefix("started "))

    def crashes(self) -> None:
        os.kill(self.pid, signal.SIGSEGV)

    def stops_moving(self) -> None:
        os.kill(self.pid, signal.SIGSTOP)

    @property
    def is_there(self) -> bool:
        return is_there(self.pid)

    def close(self) -> None:
        self._lines.close()
        self._strings.close()

    def _do(self, line: str) -> None:
        self._strings.sendall(f"{line}\n".encode())


class Theatre:
    """A running supervisor and its puppets, in the order in which they came."""

    def __init__(self, folder: Path, leave: float = 3, beat: float = 30, start: float = 30) -> None:
        self.folder = folder
        self._strings = socket.socket(socket.AF_UNIX)
        self._strings.bind(str(folder / "strings"))
        self._strings.listen()
        self._strings.settimeout(SOON)
        self._puppets: list[Puppet] = []
        times = [str(leave), str(beat), str(start)]
        script = str(Path(__file__).with_name("run_supervisor.py"))
        self.supervisor = subprocess.Popen(
            [sys.executable, script, str(folder / "strings"), str(folder), *times],
            stderr=subprocess.PIPE,
            text=True,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
        )

    def next_puppet(self) -> Puppet:
        puppet = Puppet(self._strings.accept()[0])
        self._puppets.append(puppet)
        return puppet

    def opens(self) -> Puppet:
        """The first window, that may open the vault."""
        window = self.next_puppet()
        assert (window.hears(), window.hears()) == ("f", "g")
        return window

    def exit_code(self) -> int:
        return self.supervisor.wait(SOON)

    def says(self) -> str:
        """The next line that it writes to stderr."""
        assert self.supervisor.stderr is not None
        return self.supervisor.stderr.readline()

    def said(self) -> str:
        """What it wrote to stderr, once it ended."""
        assert self.supervisor.stderr is not None
        return self.supervisor.stderr.read()

    def close(self) -> None:
        self.supervisor.kill()
        self.supervisor.wait(SOON)
        if self.supervisor.stderr is not None:
            self.supervisor.stderr.close()
        for puppet in self._puppets:
            if puppet.is_there:
                os.kill(puppet.pid, signal.SIGKILL)
            puppet.close()
        self._strings.close()


def is_there(pid: int) -> bool:
    """Whether a process of that number runs."""
    try:
        state = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
    except (FileNotFoundError, ProcessLookupError):  # gone before or while it is read
        return False
    return state != "Z"


def soon(happened: Callable[[], bool]) -> bool:
    """Whether it happens before a busy machine's patience ends."""
    give_up = time.monotonic() + SOON
    while time.monotonic() < give_up:
        if happened():
            return True
        time.sleep(0.01)
    return False
