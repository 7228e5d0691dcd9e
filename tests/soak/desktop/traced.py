"""The running command under strace, which sees every call of every process of it."""

import os
import signal
from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.soak.outward import CALLS
from tests.soak.recorded import STRACE
from tests.support.desktop import COMMAND, PATIENCE, App, Home, running_command


def traced(log: Path, *command: str) -> list[str]:
    """The command that runs `command` under strace."""
    return [*STRACE, "-yy", "-e", f"trace={CALLS}", "-o", str(log), "--", *command]


@dataclass(frozen=True)
class TracedApp(App):
    """The app below strace: its processes are strace's grandchildren."""

    def supervisor(self) -> int | None:
        """The supervisor's process, while there is one."""
        return next(iter(super().children()), None)

    def children(self) -> list[int]:
        """The processes of the supervisor."""
        supervisor = self.supervisor()
        task = Path(f"/proc/{supervisor}/task/{supervisor}/children")
        return [int(pid) for pid in task.read_text("ascii").split()] if task.exists() else []

    def end(self) -> int:
        """Ends the supervisor, after which strace ends."""
        if (supervisor := self.supervisor()) is not None:
            os.kill(supervisor, signal.SIGTERM)
        return self.process.wait(PATIENCE)


@contextmanager
def running_traced(home: Home, log: Path) -> Generator[TracedApp]:
    """Starts `underrose` under strace in this home, and ends it."""
    with running_command(home, traced(log, *COMMAND), TracedApp) as app:
        yield app
