"""Stops the process that carries a backup midway, as a stick that no longer answers would."""

import os
import signal
import threading
import time
from pathlib import Path

GLANCE = 0.0005  # seconds


def carriers() -> list[int]:
    """The processes of this one's children that carry a backup."""
    own = os.getpid()
    found: list[int] = []
    for task in Path(f"/proc/{own}/task").iterdir():
        try:
            children = (task / "children").read_text().split()
        except OSError:
            continue
        found += [int(pid) for pid in children if _carries(int(pid))]
    return found


def _carries(pid: int) -> bool:
    try:
        return b"backup_process" in Path(f"/proc/{pid}/cmdline").read_bytes()
    except OSError:
        return False


class Halted:
    """From now on: the next carrier stands still as soon as it has begun to write in `folder`."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._over = threading.Event()
        self.pid: int | None = None  # once it stands still
        self._thread = threading.Thread(target=self._watch, daemon=True, name="watch")
        self._thread.start()

    def go_on(self) -> None:
        """Lets it run again."""
        self.end()
        if self.pid is not None:
            os.kill(self.pid, signal.SIGCONT)

    def end(self) -> None:
        """Looks no more."""
        self._over.set()
        self._thread.join()

    def _watch(self) -> None:
        while not self._over.is_set():
            if list(self._folder.glob(".*.underrose-backup.part")):
                for pid in carriers():
                    os.kill(pid, signal.SIGSTOP)
                    self.pid = pid
                    return
            time.sleep(GLANCE)
